"""The help pages: there is one for everything, every link leads somewhere, and a search finds what it is asked for."""

import re
from importlib import resources

import pytest

from core import help as ways
from core import registry
from core.cli import main
from core.experiment import CHOSEN_BY_KIND, Experiment
from core.help_text import (
    Bullets,
    Equation,
    Heading,
    Paragraph,
    Picture,
    Span,
    Table,
    bare,
    escaped,
    links,
    parse,
    spans,
)
from core.presets import presets
from core.problems import ExperimentError
from core.schema import SECTIONS, fields_of

HELP = ways.Help()
PAGES = HELP.pages


def test_everything_that_is_registered_has_a_page():
    wanted = {f"{section}/{kind}" for section, chosen in CHOSEN_BY_KIND.items() for kind in chosen.kinds}
    assert wanted <= PAGES.keys()


def test_every_file_is_a_page_of_something_that_exists():
    root = resources.files("resources") / "help"
    for section, folder in {section: f"{section}s" for section in CHOSEN_BY_KIND}.items():
        names = {file.name.removesuffix(".md") for file in (root / folder).iterdir()}
        assert names == set(CHOSEN_BY_KIND[section].kinds), folder
    assert {file.name.removesuffix(".md") for file in (root / "settings").iterdir()} <= SECTIONS.keys()


def test_every_setting_of_every_preset_has_its_place():
    experiments = [preset.experiment for preset in presets().values()]
    experiments += [
        Experiment().with_value(f"{section}.kind", kind)
        for section, chosen in CHOSEN_BY_KIND.items()
        for kind in chosen.kinds
    ]
    for experiment in experiments:
        for field in fields_of(experiment):
            page, anchor = HELP.page_of(ways.place_of(field.path, experiment))
            assert anchor == ("" if field.path.endswith(".kind") else field.path)
            assert not anchor or anchor in page.anchors


def test_every_link_leads_somewhere():
    for page in PAGES.values():
        for target in (target for block in page.blocks for target in links(block)):
            if target.startswith("https://"):
                assert re.fullmatch(r"https://arxiv\.org/abs/\d{4}\.\d{4,5}", target), page.id
                continue
            other, anchor = HELP.page_of(target)
            assert not anchor or anchor in other.anchors, (page.id, target)


def test_a_page_is_found_by_its_title_before_all_others():
    for page in PAGES.values():
        assert HELP.search(page.title)[0].target == page.id
        assert HELP.find(page.title) == (page, "")
        assert HELP.find(page.id) == (page, "")


def test_no_mark_is_left_in_the_text():
    for page in PAGES.values():
        assert "**" not in page.text, page.id
        assert not re.search(r"\]\(|^#", page.text, re.M), page.id
        assert len(page.blocks) > 1, page.id


def test_titles_are_unique():
    titles = [page.title for page in PAGES.values()]
    assert len(titles) == len(set(titles))


def test_an_algorithm_says_what_it_is_when_to_use_it_and_when_not():
    for kind in registry.algorithms.kinds:
        says_it_all(PAGES[f"algorithm/{kind}"], registry.algorithms.settings(kind))


def says_it_all(page, settings):
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert [name for name in headings if name.startswith("When")] == ["When to use it", "When not"]
    assert settings.summary in page.text
    equation = next(block for block in page.blocks if isinstance(block, Equation))
    assert re.sub(r"\s", "", ";".join(equation.lines)) == re.sub(r"\s", "", settings.equation)
    assert settings.paper.split(",")[0] in page.text


def test_a_table_says_what_the_declaration_says():
    table = next(block for block in PAGES["algorithm/maml"].blocks if isinstance(block, Table))
    row = next(row for row in table.rows if row.anchor == "algorithm.inner_lr")
    title, meaning, allowed, default, source = map(bare, row.cells)
    assert (title, default, source) == ("Inner learning rate", "0.01", "Finn et al. 2017, eq. 1")
    assert meaning.startswith("Step size α of the inner loop")
    assert allowed == "more than 0, up to 100"


def test_a_setting_that_needs_another_says_so():
    cells = {
        row.anchor: row.cells
        for block in PAGES["settings/outer"].blocks
        if isinstance(block, Table)
        for row in block.rows
    }
    assert "Where Optimizer is sgd or nesterov." in bare(cells["outer.momentum"][1])


def test_a_search_finds_settings_and_words_of_the_text():
    assert HELP.search("outer learning rate")[0].target == "settings/outer#outer.lr"
    assert "evaluation" in [hit.target for hit in HELP.search("standard error")]
    assert HELP.search("xyzzy") == []
    assert HELP.search("  ") == []


@pytest.mark.parametrize(
    ("topic", "page", "anchor"),
    [
        ("maml", "algorithm/maml", ""),
        ("maml-plus-plus", "algorithm/maml_plus_plus", ""),
        ("MAML++", "algorithm/maml_plus_plus", ""),
        ("evaluation", "evaluation", ""),
        ("what meta-learning is", "meta-learning", ""),
        ("outer.lr", "settings/outer", "outer.lr"),
        ("algorithm/anil#algorithm.inner_lr", "algorithm/anil", "algorithm.inner_lr"),
    ],
)
def test_a_topic_is_named_as_people_name_it(topic, page, anchor):
    assert HELP.find(topic) == (PAGES[page], anchor)


@pytest.mark.parametrize("topic", ["inner_lr", "inner-lr", "Inner LR"])
def test_a_setting_is_found_by_the_end_of_its_path(topic):
    page, anchor = HELP.find(topic)
    assert anchor == "algorithm.inner_lr"
    assert anchor in page.anchors
    assert any(hit.target.endswith("#algorithm.inner_lr") for hit in HELP.search("inner_lr"))


def test_an_end_that_several_settings_have_names_them():
    with pytest.raises(ExperimentError, match=r"can be algorithm\.inner_steps or evaluation\.inner_steps"):
        HELP.find("inner_steps")


def test_a_topic_that_there_is_none_of_names_what_is_near():
    with pytest.raises(ExperimentError, match="did you mean 'maml'"):
        HELP.find("mamll")
    with pytest.raises(ExperimentError, match="evaluation"):
        HELP.find("standard error")


# -- the text -------------------------------------------------------------------------------------------------------


def test_marks_within_a_line():
    line = "A **strong** and *leaning* `code` [link](settings/outer#outer.lr), and \\*no\\* mark."
    assert list(spans(line)) == [
        Span("A "), Span("strong", "strong"), Span(" and "), Span("leaning", "emphasis"), Span(" "),
        Span("code", "code"), Span(" "), Span("link", target="settings/outer#outer.lr"), Span(", and "), Span("*"),
        Span("no"), Span("*"), Span(" mark."),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["φ* = a * b * c", "[a](b) `c` **d** \\e", "plain"])
def test_escaped_text_comes_back_as_it_was(text):
    assert bare(escaped(text)) == text


def test_blocks_of_a_page():
    title, blocks = parse(
        "# Title\n\nOne\nparagraph.\n\n## Next\n\n- one\n  thing\n- other\n\n![Two loops](loops)\n", "here"
    )
    assert title == "Title"
    assert blocks == (
        Paragraph("One paragraph."), Heading("Next"), Bullets(("one thing", "other")), Picture("loops", "Two loops"),
    )  # fmt: skip


def test_a_heading_within_a_paragraph_is_refused():
    with pytest.raises(ValueError, match="here: a heading stands alone"):
        parse("# Title\n\n## Heading\nwith text", "here")


# -- the terminal ---------------------------------------------------------------------------------------------------


def test_the_terminal_prints_the_same_page(capsys):
    assert main(["help", "maml"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    page = PAGES["algorithm/maml"]
    for block in page.blocks:
        if isinstance(block, Paragraph | Heading) and not any(links(block)):
            assert " ".join(bare(block.text).split()) in printed
    assert "φₖ₊₁ = φₖ − α ∇L_S(φₖ)" in printed
    assert "algorithm.first_order" in printed


def test_the_terminal_prints_one_setting_alone(capsys):
    assert main(["help", "outer.lr"]) == 0
    printed = capsys.readouterr().out
    assert "Outer learning rate" in printed
    assert "outer.schedule" not in printed


def test_the_terminal_lists_what_there_is(capsys):
    assert main(["help"]) == 0
    printed = capsys.readouterr().out
    assert all(identifier in printed for identifier in PAGES)


def test_the_terminal_says_what_there_is_no_page_of(capsys):
    assert main(["help", "mamll"]) == 2
    assert "did you mean 'maml'" in capsys.readouterr().err
