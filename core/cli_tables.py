"""Results as tables: for the terminal, for Markdown, LaTeX and CSV."""

import csv
import io
from typing import TYPE_CHECKING, Any

from core.figures import NOTHING, difference, figure
from core.schema import in_words
from core.training.scores import BY_NAME

if TYPE_CHECKING:
    from rich.table import Table

    from core.runs.comparison import Comparison, Line
    from core.runs.differing import DifferingSetting
    from core.runs.measure import Gap
    from core.training.reports import EvaluationReport

FORMATS = ("text", "markdown", "latex", "csv", "json")  # of a comparison
_LATEX = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": r"\textless{}",
    ">": r"\textgreater{}", "±": r"$\pm$", "−": "$-$", "–": "--", "×": r"$\times$", "·": r"$\cdot$", "…": r"\dots{}",
    "α": r"$\alpha$", "β": r"$\beta$", "ε": r"$\varepsilon$", "θ": r"$\theta$", "λ": r"$\lambda$",
}  # fmt: skip


def plain_table(*columns: str) -> "Table":
    """An empty table for the terminal."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def metrics_table(unseen: "EvaluationReport", seen: "EvaluationReport | None", gap: "Gap | None") -> "Table":
    """Every metric of a run with its interval; beside that of seen classes and the gap where they were measured."""
    columns = [f"{unseen.split} classes"]
    if seen is not None:
        columns = [f"unseen classes ({unseen.split})", f"seen classes ({seen.split})", "gap, seen − unseen"]
    table = plain_table("metric", *columns)
    for name in unseen.metrics or {}:
        found = [report.metrics[name] for report in (unseen, seen) if report is not None and report.metrics]
        cells = [figure(name, one["mean"], one["ci95"]) for one in found]
        if gap is not None:
            cells.append(difference(name, gap.metrics[name]["mean"], gap.metrics[name]["ci95"]))
        table.add_row(BY_NAME[name].title, *cells)
    return table


# -- comparisons ----------------------------------------------------------------------------------------------------


def as_text(comparison: "Comparison") -> "list[Table]":
    """For the terminal: the results, the other metrics, and the differing settings. The notes are not in it."""
    from rich.text import Text

    results, *rest = parts(comparison)
    more = len(comparison.lines[0].metrics) - 1
    if more:  # whole rows would be wider than most terminals
        others = [[row[0], *row[-more:]] for row in results]
        rest.insert(0, [row for row in others if set(row[1:]) != {NOTHING}])
        results = [row[:-more] for row in results]
    tables = []
    for header, *rows in [results, *rest]:
        tables.append(plain_table(*header))
        for row in rows:
            tables[-1].add_row(*map(Text, row))  # a name with brackets is no markup
    return tables


def as_markdown(comparison: "Comparison") -> str:
    """Pipe tables of the results and of the differing settings, and the notes as a list."""
    lines = []
    for header, *rows in parts(comparison):
        lines += [f"| {' | '.join(map(_markdown, row))} |" for row in (header, *rows)] + [""]
        lines.insert(len(lines) - len(rows) - 1, "| --- " * len(header) + "|")
    return "\n".join([*lines, *(f"- {_markdown(note)}" for note in comparison.notes), ""])


def as_latex(comparison: "Comparison") -> str:
    """Tabulars of the results and of the differing settings, for the package booktabs, and the notes as comments."""
    lines = [f"% {' '.join(note.split())}" for note in ["needs \\usepackage{booktabs}", *comparison.notes]]
    for header, *rows in parts(comparison):
        lines += ["", rf"\begin{{tabular}}{{l{'r' * (len(header) - 1)}}}", r"\toprule"]
        written = [f"{' & '.join(map(_latex, row))} \\\\" for row in (header, *rows)]
        lines += [written[0], r"\midrule", *written[1:], r"\bottomrule", r"\end{tabular}"]
    return "\n".join([*lines, ""])


def as_csv(comparison: "Comparison") -> str:
    """One row for each line and yardstick, numbers whole: shares between 0 and 1, and empty where there is none."""
    metrics = list(comparison.lines[0].metrics)
    facts = ["dataset", "task_label", "split", "tasks", "seed"]
    names = ["name", "runs", "seeds", "iterations", *(setting.path for setting in comparison.settings)]
    for metric in metrics:
        names += [metric, f"{metric}_ci95", f"{metric}_sd"]
    names += ["difference", "difference_ci95", "t", "p", "reference", *(f"tasks_{fact}" for fact in facts)]
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
    writer.writeheader()
    for line in comparison.lines:
        row: dict[str, Any] = {"name": line.name, "runs": " ".join(line.runs), "reference": comparison.reference}
        row |= {"seeds": " ".join(map(str, line.seeds)), "iterations": " ".join(map(str, line.iterations))}
        row |= line.settings | {f"tasks_{fact}": getattr(comparison, fact) for fact in facts}
        for metric, found in line.metrics.items():
            row |= {metric: found.mean, f"{metric}_ci95": found.ci95}
            row |= {f"{metric}_sd": line.spread[metric]} if line.spread else {}
        if line.difference is not None:
            by = line.difference
            row |= {"difference": by.mean, "difference_ci95": by.ci95, "t": by.t, "p": by.p}
        writer.writerow(row)
    for yardstick in comparison.yardsticks:
        writer.writerow({"name": yardstick.name, **yardstick.metrics})
    return text.getvalue()


def parts(comparison: "Comparison") -> list[list[list[str]]]:
    """What people read, the same in every form: tables as rows of cells, each with its header first."""
    settings = [
        ["Setting", "path", *(line.name for line in comparison.lines)],
        *([one.title, one.path, *(_setting(line, one) for line in comparison.lines)] for one in comparison.settings),
    ]
    return [_results(comparison), settings] if comparison.settings else [_results(comparison)]


def _results(comparison: "Comparison") -> list[list[str]]:
    """The metric that lines are ranked by, with its spread and test, and then the other metrics."""
    first, *others = comparison.lines[0].metrics
    several, tested = any(line.spread for line in comparison.lines), len(comparison.lines) > 1
    header = ["Run", BY_NAME[first].title, *(["sd", "Seeds"] if several else [])]
    rows = [[*header, *(["Difference", "p"] if tested else []), *(BY_NAME[name].title for name in others)]]
    for line in comparison.lines:
        row = [line.name, figure(first, line.metrics[first].mean, line.metrics[first].ci95)]
        if several:
            row += [figure(first, line.spread[first] if line.spread else None), str(len(line.seeds))]
        if tested:
            by = line.difference
            row += [NOTHING, NOTHING] if by is None else [difference(first, by.mean, by.ci95), _p(by.p)]
        rows.append(row + [figure(name, line.metrics[name].mean, line.metrics[name].ci95) for name in others])
    for yardstick in comparison.yardsticks:
        row = [yardstick.name, figure(first, yardstick.metrics.get(first)), *[NOTHING] * (2 * several + 2 * tested)]
        rows.append(row + [figure(name, yardstick.metrics.get(name)) for name in others])
    return rows


def _setting(line: "Line", setting: "DifferingSetting") -> str:
    if setting.path not in line.settings:
        return NOTHING
    return in_words(line.settings[setting.path], setting.empty or NOTHING)


def _p(value: float) -> str:
    if value != value:  # NaN: a task had no finite value
        return NOTHING
    return "< 0.001" if value < 0.001 else f"{value:.3f}"


def _markdown(text: str) -> str:
    one_line = " ".join(text.split())
    return "".join(f"\\{sign}" if sign in "\\|*_<>[]`" else sign for sign in one_line)


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in " ".join(text.split()))
