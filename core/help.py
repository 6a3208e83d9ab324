"""Ways to the help pages: by link, by setting, by search, and by what a person calls a topic.

A page has an id such as ``algorithm/maml`` or ``troubleshooting``, which links name; a setting is a place in a page,
``settings/outer#outer.lr``.
"""

from dataclasses import dataclass
from functools import cache

from core.experiment import CHOSEN_BY_KIND, Experiment
from core.help_pages import Page, pages
from core.help_text import Table, bare
from core.problems import ExperimentError, Problem, nearest

FIRST = "meta-learning"  # the page to begin with


@dataclass(frozen=True)
class Hit:
    """A place that a search found."""

    target: str  # the id of a page, or of a place in it
    title: str
    where: str  # the group of a page, or the page of a setting


def page_of(target: str) -> tuple[Page, str]:
    """The page that a link leads to, and the place in it, empty for its beginning. Raises KeyError."""
    identifier, _, anchor = target.partition("#")
    return pages()[identifier], anchor


def place_of(path: str, experiment: Experiment) -> str:
    """Where a setting of an experiment is explained; a ``kind`` by the page of what was chosen."""
    section, _, name = path.rpartition(".")
    page = (
        f"{section}/{getattr(experiment, section).kind}"
        if section in CHOSEN_BY_KIND
        else f"settings/{section or 'run'}"
    )
    return page if name == "kind" else f"{page}#{path}"


def search(words: str, most: int = 40) -> list[Hit]:
    """Pages and settings for some words, the best first: by their titles, then by their text."""
    wanted = words.lower().split()
    if not wanted:
        return []
    whole = " ".join(wanted)
    ranked: list[tuple[int, int, Hit]] = []
    for place, (hit, text) in enumerate(_places()):
        title = hit.title.lower()
        if title == whole:
            rank = 0
        elif title.startswith(whole):
            rank = 1
        elif all(word in title for word in wanted):
            rank = 2
        elif all(word in text for word in wanted):
            rank = 3 if "#" not in hit.target else 4
        else:
            continue
        ranked.append((rank, place, hit))
    return [hit for _, _, hit in sorted(ranked, key=lambda found: found[:2])][:most]


def find(topic: str) -> tuple[Page, str]:
    """The page, and the place in it, that a person means: an id, its last part, a title, or a setting's path or the end
    of it.

    Raises ExperimentError that says what there is instead.
    """
    named = "-".join(topic.lower().split())
    known = pages()
    identifier, _, anchor = topic.partition("#")
    if identifier in known and anchor in known[identifier].anchors:
        return known[identifier], anchor
    for identifier, page in known.items():
        if named in (identifier, "-".join(page.title.lower().split())):
            return page, ""
    for identifier, page in known.items():
        if named.replace("-", "_") == identifier.rpartition("/")[2].replace("-", "_"):
            return page, ""
        if topic in page.anchors:
            return page, topic
    ends = _ending_in(named.replace("-", "_"))
    if len(ends) == 1:
        return next(iter(ends.values())), next(iter(ends))
    if ends:
        raise ExperimentError([Problem("", f"{topic!r} can be {' or '.join(ends)}; ask for one of them")])
    hits = search(topic, most=8)
    ids = [identifier.rpartition("/")[2] for identifier in known]
    hint = f"; it is spoken of in {', '.join(hit.target for hit in hits)}" if hits else nearest(topic, ids)
    raise ExperimentError([Problem("", f"there is no help page {topic!r}{hint or '; innerloop help lists them'}")])


def _ending_in(name: str) -> dict[str, Page]:
    """The settings whose paths end so, each with the first page that explains it."""
    found: dict[str, Page] = {}
    for page in pages().values():
        for anchor in sorted(page.anchors):
            if anchor.rpartition(".")[2] == name:
                found.setdefault(anchor, page)
    return found


# -- what a search looks through ------------------------------------------------------------------------------------


@cache
def _places() -> tuple[tuple[Hit, str], ...]:
    """What a search looks through: pages, and settings once each, with their words in small letters."""
    found: list[tuple[Hit, str]] = []
    for page in pages().values():
        found.append((Hit(page.id, page.title, page.group), f"{page.title}\n{page.text}".lower()))
    told = set()
    for page in pages().values():
        for row in (row for block in page.blocks if isinstance(block, Table) for row in block.rows):
            title, meaning = bare(row.cells[0]), bare(row.cells[1])
            if (row.anchor, meaning) not in told:
                told.add((row.anchor, meaning))
                hit = Hit(f"{page.id}#{row.anchor}", title, page.title)
                found.append((hit, f"{title} {row.anchor} {meaning}".lower()))
    return tuple(found)
