"""The report: what stands in it, that it needs nothing from elsewhere, and that nothing of a run becomes markup."""

import dataclasses
import math
import re
from collections.abc import Callable
from html.parser import HTMLParser
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from exported import copied
from hypothesis import given, settings
from hypothesis import strategies as st
from trained import whole

from core.cli import main
from core.experiment import Experiment
from core.export.charts import Chart, Curve, figure_of, thinned, ticks
from core.export.command import command
from core.export.html import tag, text
from core.export.recorded import Recorded
from core.export.report import page, report
from core.figures import figure
from core.places import Places
from core.problems import ExperimentError
from core.runs.compare import compare
from core.runs.run import Run

HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=alert(1)> & \x00"
HOLDS_NOTHING = {"meta", "br", "path", "line", "circle"}


class Page(HTMLParser):
    """What a browser would make of a page: its tags, and its words by the tag that they stand in."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(source)
        assert self._open == [], "a tag is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in HOLDS_NOTHING:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        for name in set(self._open):
            self.words.setdefault(name, []).append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page_of(*runs: Run, **about: Any) -> Page:
    return Page(page([Recorded.of(run) for run in runs], **about))


# -- what stands in it ----------------------------------------------------------------------------------------------


def test_a_report_of_a_run(sinusoid_run: Run, home_of_exports: Places, tmp_path: Path) -> None:
    target = whole(report([sinusoid_run], home_of_exports, tmp_path / "report.html"))
    read = Page(target.read_text(encoding="utf-8"))
    assert read.words["h1"] == ["sine"]
    headings = ["Results", "Learning curves", "Adaptation", "Settings", "Environment", "Train it again"]
    assert read.words["h2"] == headings
    test, best = sinusoid_run.status["test"], sinusoid_run.status["best"]
    assert read.words["dd"] == [
        figure("mse", test["after"], test["ci95"]), figure("mse", test["before"]),
        figure("mse", best["value"], best["ci95"]),
    ]  # fmt: skip
    assert read.words["code"] == [command(sinusoid_run.experiment)]
    told = " ".join(read.words["desc"])
    losses = [record["loss"] for record in sinusoid_run.records() if record["event"] == "iteration"]
    assert f"sine: from {losses[0]:.4g} to {losses[-1]:.4g}" in told
    # The settings that differ from the preset come first, each beside the preset's.
    found = Recorded.of(sinusoid_run)
    differing = [row.field.path for row in found.settings if row.differs]
    assert [row.field.path for row in found.settings][: len(differing)] == differing
    assert {"learner.hidden", "outer.iterations", "compute.mapping"} < set(differing)
    for row in found.settings:
        before = found.preset.experiment.value(row.field.path)
        assert row.differs == (sinusoid_run.experiment.value(row.field.path) != before)
    rows = [read.words["td"][place : place + 2] for place in range(len(read.words["td"]) - 1)]
    assert ["8-8", "40-40"] in rows
    assert read.words["caption"][1].startswith("Settings that differ from the preset “Sinusoid")
    assert "torch" in read.words["th"]


def test_every_picture_and_table_can_be_told_without_eyes(sinusoid_run: Run) -> None:
    read = page_of(sinusoid_run)
    assert read.named("html")[0]["lang"] == "en"
    identifiers = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))
    pictures = read.named("svg")
    assert len(pictures) >= 3
    for picture in pictures:
        assert picture["role"] == "img"
        assert set((picture["aria-labelledby"] or "").split()) <= set(identifiers)
    assert len(read.named("caption")) == len(read.named("table")) >= 3
    assert all(cell["scope"] in ("row", "col") for cell in read.named("th"))
    levels = [int(name[1]) for name, _ in read.tags if re.fullmatch(r"h\d", name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_page_needs_nothing_from_elsewhere(sinusoid_run: Run) -> None:
    source = page([Recorded.of(sinusoid_run)])
    read = Page(source)
    assert not {"script", "link", "img", "iframe", "object", "embed", "base", "form"} & {name for name, _ in read.tags}
    assert not any(name.startswith("on") or name in ("src", "href", "style") for _, of in read.tags for name in of)
    assert "url(" not in source
    assert "@import" not in source
    assert "http" not in source.replace("http-equiv", "")
    policies = [meta["content"] for meta in read.named("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_nothing_of_a_run_is_markup(sinusoid_run: Run, tmp_path: Path) -> None:
    run = copied(sinusoid_run, tmp_path)
    named = run.experiment.with_value("name", HOSTILE).with_value("notes", HOSTILE)
    (run.path / "experiment.toml").write_text(named.to_toml(), encoding="utf-8")
    (run.path / "environment.json").write_text('{"python": "<b>3</b>", "versions": {"<i>": "<u>"}}', encoding="utf-8")
    read, plain = page_of(run), page_of(sinusoid_run)
    seen = HOSTILE.replace("\x00", "\ufffd")
    assert "".join(read.words["h1"]) == seen
    assert seen in "".join(read.words["p"])
    assert "<b>3</b>" in read.words["td"]
    assert "<i>" in read.words["th"]
    kinds = {name for name, _ in plain.tags}
    assert {name for name, _ in read.tags} == kinds
    assert [name for name, _ in page_of(run, run).tags if name in ("script", "img", "b") and name != "b"] == []


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_is_text_everywhere(words: str) -> None:
    read = Page(tag("p", words, title=words))
    seen = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "\ufffd", words)
    assert "".join(read.words.get("p", [])) == seen
    assert read.tags == [("p", {"title": seen})]
    assert text("&amp;") == "&amp;amp;"


def test_a_run_that_has_only_begun(tiny: Callable[..., Experiment], places: Places) -> None:
    read = page_of(Run.create(tiny(), places.runs))
    assert "Nothing has been measured yet." in read.words["p"]
    assert "Nothing was recorded yet." in read.words["p"]
    assert "Adaptation" not in read.words["h2"]


def test_a_damaged_run_is_refused(sinusoid_run: Run, home_of_exports: Places, tmp_path: Path) -> None:
    run = copied(sinusoid_run, tmp_path)
    (run.path / "experiment.toml").write_text("schema = 1\nseed = 'no'\n", encoding="utf-8")
    with pytest.raises(ExperimentError, match="seed"):
        whole(report([run], home_of_exports, tmp_path / "report.html"))
    assert not (tmp_path / "report.html").exists()


# -- several runs ---------------------------------------------------------------------------------------------------


def test_runs_are_measured_on_the_same_tasks(sinusoid_run: Run, home_of_exports: Places, tmp_path: Path) -> None:
    other = copied(sinusoid_run, tmp_path)
    changed = other.experiment.with_value("name", "other").with_value("outer.lr", 0.002)
    (other.path / "experiment.toml").write_text(changed.to_toml(), encoding="utf-8")
    other.path.rename(home_of_exports.runs / "other")
    runs = [sinusoid_run, Run.open(home_of_exports.runs / "other")]
    target = whole(report(runs, home_of_exports, tmp_path / "report.html"))
    expected = whole(compare(runs, home_of_exports, "test"))
    read = Page(target.read_text(encoding="utf-8"))
    assert read.words["h1"] == ["2 runs compared"]
    cells = read.words["td"]
    for line in expected.lines:
        assert figure("mse", line.metrics["mse"].mean, line.metrics["mse"].ci95) in cells
    assert all(note in read.words["li"] for note in expected.notes)
    assert {"0.001", "0.002"} <= set(cells)
    assert [command(run.experiment) for run in runs] == read.words["code"]


def test_runs_that_cannot_be_compared_say_why(
    sinusoid_run: Run, glyph_runs: dict[str, Run], home_of_exports: Places, tmp_path: Path
) -> None:
    runs = [sinusoid_run, glyph_runs["maml"]]
    target = whole(report(runs, home_of_exports, tmp_path / "report.html"))
    words = Page(target.read_text(encoding="utf-8")).words
    assert any("They could not be measured on the same tasks" in item for item in words["li"])
    assert any("they cannot be compared" in item for item in words["li"])
    for run in runs:
        test = run.status["test"]
        assert figure(test["metric"], test["after"], test["ci95"]) in words["td"]
    recorded = whole(report(runs, home_of_exports, tmp_path / "recorded.html", measured=False))
    assert not any("could not" in item for item in Page(recorded.read_text(encoding="utf-8")).words["li"])


def test_the_terminal_writes_it(sinusoid_run: Run, home_of_exports: Places, tmp_path: Path, capsys: Any) -> None:
    runs, target = ["--runs-dir", str(home_of_exports.runs)], str(tmp_path / "page.html")
    assert main(["report", sinusoid_run.name, "--output", target, *runs]) == 0
    assert capsys.readouterr().out == f"{target}\n"
    assert main(["export", sinusoid_run.name, "--to", "command", *runs]) == 0
    assert capsys.readouterr().out == f"{command(sinusoid_run.experiment)}\n"
    assert main(["export", sinusoid_run.name, "--to", "toml", "--output", str(tmp_path / "e.toml"), *runs]) == 0
    assert Experiment.load(tmp_path / "e.toml") == sinusoid_run.experiment
    assert main(["export", sinusoid_run.name, "--to", "weights", "--task", "3", *runs]) == 2
    assert main(["export", sinusoid_run.name, "--to", "weights", "--output", str(tmp_path / "no" / "w"), *runs]) == 1
    assert "is no longer there" in capsys.readouterr().err


# -- charts ---------------------------------------------------------------------------------------------------------


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_ticks_are_few_round_and_inside(low: float, size: float) -> None:
    high = low + size
    if high == low:
        return
    found = ticks(low, high)
    slack = 1e-6 * size + 1e-9 * abs(low)
    assert 2 <= len(found) <= 11
    assert all(low - slack <= value <= high + slack for value in found)
    step = found[1] - found[0]
    assert math.log10(step / 10 ** math.floor(math.log10(step * (1 + 1e-6)))) == pytest.approx(0, abs=0.71)


def test_long_curves_are_drawn_by_stretches() -> None:
    x = np.arange(1.0, 1001)
    y = np.where(x == 500, 50.0, np.sin(x))
    thin_x, mean, low, high, many = thinned(x, y)
    assert many == 4
    assert len(thin_x) == len(mean) == 250
    assert thin_x[0] == 2.5
    np.testing.assert_allclose(mean, y.reshape(250, 4).mean(1))
    np.testing.assert_allclose(low, y.reshape(250, 4).min(1))
    np.testing.assert_allclose(high, y.reshape(250, 4).max(1))
    assert high.max() == 50
    assert thinned(x[:5], y[:5])[4] == 1


def test_gaps_and_numbers_that_are_none_leave_the_rest() -> None:
    x, y = [0.0, 1, 2, 3, 4], [1.0, 2, math.nan, 4, math.inf]
    chart = Chart("T", "told", "x", [Curve("a", 0, x, y), Curve("b", 1, [], [])], str)
    read = Page(figure_of(chart, "one"))
    paths = [one["d"] or "" for one in read.named("path")]
    assert [path.count("L") for path in paths] == [1, 0]  # 0–1, and 3 alone
    assert "nan" not in "".join(paths)
    empty = dataclasses.replace(chart, curves=[Curve("a", 0, [1.0], [math.nan])])
    assert Page(figure_of(empty, "one")).words["p"] == ["Nothing was recorded."]


def test_a_log_axis_ends_bands_that_reach_below_zero() -> None:
    curve = Curve("a", 0, [0, 1, 2], [100.0, 10, 1], [90.0, 5, -1], [110.0, 15, 3])
    read = Page(figure_of(Chart("T", "told", "x", [curve], lambda value: f"{value:g}", may_be_log=True), "one"))
    assert {"1", "10", "100"} <= set(read.words["text"])
    band, line = (one["d"] or "" for one in read.named("path"))
    places = [float(point.split(",")[1]) for point in re.findall(r"[-\d.]+,[-\d.]+", line)]
    assert places[1] == pytest.approx((places[0] + places[2]) / 2, abs=0.11)
    assert band.endswith("Z")


def test_the_page_has_the_colours_of_the_window() -> None:
    themes = pytest.importorskip("workbench.theme")
    css = resources.files("resources").joinpath("report.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    for block, theme in ((light, themes.LIGHT), (dark, themes.DARK)):
        colors = dict(re.findall(r"--(\w+): (#\w+);", block))
        series = [colors.pop(f"series{place}") for place in range(len(theme.series))]
        assert tuple(series) == theme.series
        assert colors == {name: getattr(theme, name) for name in colors}
        assert len(colors) == 9
