"""Ways to the help pages: by link, by setting, by search, and by what a person calls a topic.

A page has an id such as ``algorithm/maml`` or ``troubleshooting``, which links name; a setting is a place in a page,
``settings/outer#outer.lr``.
"""

from dataclasses import dataclass
from functools import cached_property

from core.experiment import CHOSEN_BY_KIND, Experiment
from core.help_language import ENGLISH, Language
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


def place_of(path: str, experiment: Experiment) -> str:
    """Where a setting of an experiment is explained; a ``kind`` by the page of what was chosen."""
    section, _, name = path.rpartition(".")
    page = (
        f"{section}/{getattr(experiment, section).kind}"
        if section in CHOSEN_BY_KIND
        else f"settings/{section or 'run'}"
    )
    return page if name == "kind" else f"{page}#{path}"


class Help:
    """The pages in one language, and the ways to them. Ids, places and links are the same in all languages."""

    def __init__(self, language: Language = ENGLISH) -> None:
        self.pages = pages(language)

    def page_of(self, target: str) -> tuple[Page, str]:
        """The page that a link leads to, and the place in it, empty for its beginning. Raises KeyError."""
        identifier, _, anchor = target.partition("#")
        return self.pages[identifier], anchor

    def search(self, words: str, most: int = 40) -> list[Hit]:
        """Pages and settings for some words, the best first: by their titles, then by their text.

        Words may be parts of words, as in languages that set no spaces between them.
        """
        wanted = words.lower().split()
        if not wanted:
            return []
        whole = " ".join(wanted)
        ranked: list[tuple[int, int, Hit]] = []
        for place, (hit, text) in enumerate(self._places):
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

    def find(self, topic: str) -> tuple[Page, str]:
        """The page, and the place in it, that a person means: id, last part, title, a setting's path or end.

        Raises ExperimentError that says what there is instead.
        """
        named = "-".join(topic.lower().split())
        identifier, _, anchor = topic.partition("#")
        if identifier in self.pages and anchor in self.pages[identifier].anchors:
            return self.pages[identifier], anchor
        for identifier, page in self.pages.items():
            if named in (identifier, "-".join(page.title.lower().split())):
                return page, ""
        for identifier, page in self.pages.items():
            if named.replace("-", "_") == identifier.rpartition("/")[2].replace("-", "_"):
                return page, ""
            if topic in page.anchors:
                return page, topic
        ends = self._ending_in(named.replace("-", "_"))
        if len(ends) == 1:
            return next(iter(ends.values())), next(iter(ends))
        if ends:
            raise ExperimentError([Problem("", f"{topic!r} can be {' or '.join(ends)}; ask for one of them")])
        hits = self.search(topic, most=8)
        ids = [identifier.rpartition("/")[2] for identifier in self.pages]
        hint = f"; it is spoken of in {', '.join(hit.target for hit in hits)}" if hits else nearest(topic, ids)
        raise ExperimentError([Problem("", f"there is no help page {topic!r}{hint or '; innerloop help lists them'}")])

    def _ending_in(self, name: str) -> dict[str, Page]:
        """The settings whose paths end so, each with the first page that explains it."""
        found: dict[str, Page] = {}
        for page in self.pages.values():
            for anchor in sorted(page.anchors):
                if anchor.rpartition(".")[2] == name:
                    found.setdefault(anchor, page)
        return found

    @cached_property
    def _places(self) -> list[tuple[Hit, str]]:
        """What a search looks through: pages, and settings once each, with their words in small letters."""
        found: list[tuple[Hit, str]] = []
        for page in self.pages.values():
            found.append((Hit(page.id, page.title, page.group), f"{page.title}\n{page.text}".lower()))
        told = set()
        for page in self.pages.values():
            for row in (row for block in page.blocks if isinstance(block, Table) for row in block.rows):
                title, meaning = bare(row.cells[0]), bare(row.cells[1])
                if (row.anchor, meaning) not in told:
                    told.add((row.anchor, meaning))
                    hit = Hit(f"{page.id}#{row.anchor}", title, page.title)
                    found.append((hit, f"{title} {row.anchor} {meaning}".lower()))
        return found
