"""The parts of a report that are words and tables; those with charts stand in report_charts.py."""

from collections.abc import Iterable, Sequence
from typing import Any

from core.cli_output import clock
from core.cli_tables import parts
from core.export.charts import color_class
from core.export.command import command
from core.export.html import Html, joined, tag
from core.export.recorded import Recorded, SettingRow
from core.figures import NOTHING, figure
from core.runs.comparison import Comparison
from core.runs.differing import asked_of, told_apart
from core.schema import SECTIONS
from core.training.scores import BY_NAME

_REMARK = "Figures are means over tasks; ± is half of the 95 % interval over the tasks, 1.96\u00a0·\u00a0s/\u2060√n."


def section(title: str, *children: object) -> Html:
    """A part of the page under its heading."""
    return tag("section", tag("h2", title), *children)


def table(caption: str, header: Sequence[object], rows: Iterable[Sequence[object]], kind: str = "") -> Html:
    """A table whose first column names the rows."""
    head = tag("tr", *(tag("th", cell, scope="col") for cell in header))
    body = [tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell) for cell in row[1:])) for row in rows]
    made = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body), class_=kind or None)
    return tag("div", made, class_="wide", role="region", aria_label=caption, tabindex="0")


def names_of(runs: Sequence[Recorded]) -> list[str]:
    """What each run is called on the page: its label, with what it differs in where others have it, or its folder."""
    found = told_apart([run.label for run in runs], [asked_of(run.experiment) for run in runs])
    return [run.name if found.count(name) > 1 else name for name, run in zip(found, runs, strict=True)]


def header(runs: Sequence[Recorded]) -> Html:
    """What the page is about, and the figures that matter most."""
    if len(runs) > 1:
        items = [
            tag("li", _key(place), tag("b", name), f" {_about(run)}")
            for place, (run, name) in enumerate(zip(runs, names_of(runs), strict=True))
        ]
        return tag(
            "header",
            tag("p", "Comparison", class_="eyebrow"),
            tag("h1", f"{len(runs)} runs compared"),
            tag("ul", *items, class_="runs"),
        )
    (run,) = runs
    return tag(
        "header",
        tag("p", "Run report", class_="eyebrow"),
        tag("h1", run.label),
        tag("p", _about(run), class_="lead"),
        tag("p", _course(run), class_="facts"),
        tag("p", run.experiment.notes, class_="notes") if run.experiment.notes else None,
        tag("dl", *_cards(run), class_="cards"),
    )


def results(run: Recorded) -> Html:
    """What one run measured itself."""
    test, best = run.status.get("test"), run.status.get("best")
    metric = BY_NAME[run.experiment.metric].title
    rows = []
    if test:
        before = figure(test["metric"], test["before"])
        after = figure(test["metric"], test["after"], test["ci95"])
        rows.append([f"{test['tasks']:,} test tasks", before, after, f"{test['iteration']:,}"])
    if best:
        value = figure(best["metric"], best["value"], best["ci95"])
        before = figure(best["metric"], _before(run, best["iteration"]))
        tasks = f"{run.experiment.evaluation.tasks:,} validation tasks"
        rows.append([tasks, before, value, f"{best['iteration']:,}"])
    if not rows:
        return section("Results", tag("p", "Nothing has been measured yet.", class_="empty"))
    header = ["Measured on", f"{metric} before adaptation", f"{metric} after", "Checkpoint of iteration"]
    others = "which have other classes" if run.experiment.dataset.tasks == "classification" else "which are other ones"
    note = f"The test is of the checkpoint that was best on the validation tasks, {others}."
    return section(
        "Results", table("As the run measured itself", header, rows), tag("p", f"{_REMARK} {note}", class_="remark")
    )


def recorded_results(runs: Sequence[Recorded], notes: Sequence[str]) -> Html:
    """What several runs measured, each for itself."""
    rows = []
    for run, name in zip(runs, names_of(runs), strict=True):
        test, best = run.status.get("test"), run.status.get("best")
        measured = figure(test["metric"], test["after"], test["ci95"]) if test else NOTHING
        chosen = figure(best["metric"], best["value"], best["ci95"]) if best else NOTHING
        tasks = f"{test['tasks']:,}" if test else NOTHING
        rows.append([name, _metric(run), measured, tasks, chosen, run.status["status"]])
    header = ["Run", "Metric", "Test", "Test tasks", "Best validation", "Status"]
    remarks = [tag("li", note) for note in [*notes, _REMARK]]
    return section("Results", table("Results as recorded", header, rows), tag("ul", *remarks, class_="remark"))


def comparison(compared: Comparison) -> Html:
    """Several runs on the same tasks, and what differs in their settings."""
    found, *differing = parts(compared)
    where = f"Results on {compared.tasks:,} {compared.split} tasks"
    notes = tag("ul", *(tag("li", note) for note in compared.notes), class_="remark")
    made = section("Results", table(where, found[0], found[1:]), notes)
    for header, *rows in differing:
        without_paths = [[row[0], *row[2:]] for row in (header, *rows)]
        words = "Settings in which the runs differ"
        made = joined(made, section("What differs", table(words, without_paths[0], without_paths[1:])))
    return made


def settings(runs: Sequence[Recorded]) -> Html:
    """Of each run the settings that differ from its preset; below them all others, where there is but one run."""
    names = [""] if len(runs) == 1 else names_of(runs)
    return joined(*(_settings(run, name) for run, name in zip(runs, names, strict=True)))


def _settings(run: Recorded, name: str) -> Html:
    title = f"Settings of {name}" if name else "Settings"
    differing = [row for row in run.settings if row.differs]
    others = [row for row in run.settings if not row.differs]
    words = f"Settings that differ from the preset “{run.preset.title}”"
    rows = [[_titled(row), row.value, row.preset] for row in differing]
    first: Html = tag("p", f"All as in the preset “{run.preset.title}”.")
    if rows:
        first = table(words, ["Setting", "Here", "In the preset"], rows, "settings")
    if name:
        return section(title, first)
    rest = [[_titled(row), row.value] for row in others]
    return section(title, first, table("Settings as in the preset", ["Setting", "Value"], rest, "settings folded"))


def environment(runs: Sequence[Recorded]) -> Html:
    """Versions and machine; one column where they are the same for all runs."""
    found = [_environment(run.environment) for run in runs]
    names = names_of(runs)
    if all(one == found[0] for one in found):
        found, names = found[:1], ["All runs" if len(runs) > 1 else "This run"]
    facts = dict.fromkeys(fact for one in found for fact in one)
    rows = [[fact, *(one.get(fact, NOTHING) for one in found)] for fact in facts]
    return section("Environment", table("Versions and machine", ["", *names], rows))


def repeating(runs: Sequence[Recorded]) -> Html:
    """The commands that train the same again."""
    words = "The same settings, the same seed: on one machine’s CPU that gives the same numbers, to the last bit."
    commands = [
        joined(
            tag("h3", name) if len(runs) > 1 else None,
            tag("pre", tag("code", command(run.experiment)), tabindex="0", aria_label="Command"),
        )
        for run, name in zip(runs, names_of(runs), strict=True)
    ]
    return section("Train it again", tag("p", words), *commands)


# -- helpers --------------------------------------------------------------------------------------------------------


def _about(run: Recorded) -> str:
    """What was learnt on what: ``Omniglot, 5-way 1-shot · MAML · Conv4``."""
    experiment = run.experiment
    task = f"{experiment.dataset.shots}-shot"
    if experiment.dataset.tasks == "classification":
        task = f"{experiment.dataset.ways}-way {task}"
    words = [f"{experiment.dataset.title}, {task}", experiment.algorithm.title]
    return " · ".join([*words, experiment.learner.title] if experiment.algorithm.uses_learner else words)


def _course(run: Recorded) -> str:
    """How far the run came, how long that took, and when it was."""
    status = run.status
    done, planned = status.get("iteration", 0), run.experiment.iterations
    far = f"{done:,} iterations" if done == planned else f"{done:,} of {planned:,} iterations"
    facts = [f"{status['status'].capitalize()}: {far}"]
    if status.get("seconds"):
        facts.append(f"{clock(status['seconds'])} of training and measuring")
    return " · ".join([*facts, run.made.strftime("%Y-%m-%d %H:%M"), run.name])


def _cards(run: Recorded) -> list[Html]:
    test, best = run.status.get("test"), run.status.get("best")
    cards = []
    if test:
        cards.append((f"Test {_metric(run)}", figure(test["metric"], test["after"], test["ci95"])))
        if test["before"] is not None:
            cards.append(("Before adaptation", figure(test["metric"], test["before"])))
    if best:
        cards.append((f"Best validation {_metric(run)}", figure(best["metric"], best["value"], best["ci95"])))
    return [tag("div", tag("dt", words), tag("dd", value)) for words, value in cards]


def _metric(run: Recorded) -> str:
    return {"accuracy": "accuracy", "mse": "squared error"}[run.experiment.metric]


def _before(run: Recorded, iteration: int) -> float | None:
    """What a measurement of validation tasks found before adaptation."""
    found = run.metrics.evaluations
    at = [float(value) for when, value in zip(found["iteration"], found["before"], strict=True) if when == iteration]
    return at[-1] if at else None


def _titled(row: SettingRow) -> Html:
    where = tag("span", SECTIONS[row.field.section], class_="where")
    return joined(row.field.title, " ", where) if row.field.section != "run" else tag("span", row.field.title)


def _key(place: int) -> Html:
    return tag("span", class_=f"key line {color_class(place)}", aria_hidden="true")


def _environment(found: dict[str, Any]) -> dict[str, str]:
    facts = {"Python": found.get("python"), "System": found.get("system"), "Processors": found.get("processors")}
    facts |= {"Commit of the program": found.get("commit")}
    versions = found.get("versions")
    facts |= versions if isinstance(versions, dict) else {}
    return {name: str(value) for name, value in facts.items() if value is not None}
