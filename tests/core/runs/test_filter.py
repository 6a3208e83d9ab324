"""The filter of runs: what it lets through, held against plain Python, and what it says of the rest."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from generated import experiments
from hypothesis import given, settings
from hypothesis import strategies as st

from core.runs.facts import FACTS, differing, find_fact, setting_facts
from core.runs.filter import HELP, RunFilter, Term, completions, parse, quoted
from core.runs.index import RunRow
from core.schema import fields_of, values_of


def row(number=0, **facts):
    made = {
        "path": Path(f"run-{number}"), "name": f"2026-11-{number + 1:02}T10-00-00_run-{number}",
        "label": f"run {number}",
        "dataset": "omniglot", "dataset_title": "Omniglot", "algorithm": "meta_sgd", "algorithm_title": "Meta-SGD",
        "learner": "conv4", "learner_title": "Conv4", "task_label": "5w1s", "metric": "accuracy", "status": "finished",
        "iteration": 100 * number, "iterations": 1000, "best": None, "test": None, "seconds": 60.0 * number,
        "created": datetime(2026, 11, 1, 10) + timedelta(days=number), "error": None,
        "settings": {"dataset.ways": 5, "outer.lr": 0.001, "outer.clip_gradient": None, "seed": number},
    }  # fmt: skip
    return RunRow(**made | facts)


ROWS = [
    row(0, tags=("paper",), star=True, settings={"dataset.ways": 20, "outer.lr": 0.01, "seed": 0}),
    row(1, tags=("for paper", "draft"), status="failed", notes="Collapsed at once"),
    row(2, status="crashed", dataset="sinusoid", dataset_title="Sinusoid", metric="mse", tasks_per_second=120.0),
    row(3, best={"value": 0.9}, test={"before": 0.2, "after": 0.9764}, algorithm="maml", algorithm_title="MAML"),
    row(
        4, best={"value": 0.5}, test={"before": 0.21, "after": 0.5}, settings={"algorithm.first_order": True, "seed": 4}
    ),
]


def found(text, rows=ROWS):
    wanted = parse(text)
    assert wanted.problems == ()
    return [place for place, row in enumerate(rows) if wanted.matches(row)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", [0, 1, 2, 3, 4]),
        ("run", [0, 1, 2, 3, 4]),
        ("RUN-3", [3]),
        ("meta-sgd omniglot", [0, 1, 4]),
        ("collapsed", [1]),
        ('"at once"', [1]),
        ("interrupted", [2]),
        ("tag:paper", [0]),
        ("tag:PAPER", [0]),
        ('tag:"for paper"', [1]),
        ("tag:*paper", [0, 1]),
        ("tag:*", [0, 1]),
        ("-tag:*", [2, 3, 4]),
        ("dataset:sinusoid", [2]),
        ("algorithm:meta_sgd", [0, 1, 2, 4]),
        ("algorithm:Meta-SGD", [0, 1, 2, 4]),
        ("algorithm:m*", [0, 1, 2, 3, 4]),
        ("algorithm:meta", []),
        ("status:crashed", [2]),
        ("status:interrupted", [2]),
        ("-status:failed -status:finished", [2]),
        ("star:yes", [0]),
        ("star:no", [1, 2, 3, 4]),
        ("notes:*", [1]),
        ("notes:collapsed", [1]),
        ("name:run-2", [2]),
        ("ways:20", [0]),
        ("dataset.ways:20", [0]),
        ("ways:>=5", [0, 1, 2, 3]),
        ("outer.lr:<0.01", [1, 2, 3]),
        ("outer.lr:1e-3", [1, 2, 3]),
        ("clip_gradient:none", [1, 2, 3]),
        ("first_order:yes", [4]),
        ("first_order:no", []),
        ("seed:>1 seed:<=3", [2, 3]),
        ("test:>0.9", [3]),
        ("test:>90%", [3]),
        ("test:0.98", [3]),
        ("test:97.6%", [3]),
        ("test:0.97", []),
        ("before:<0.21", [3]),
        ("validation:0.5", [4]),
        ("-test:*", [0, 1, 2]),
        ("progress:<20%", [0, 1]),
        ("iteration:>200", [3, 4]),
        ("speed:>100", [2]),
        ("time:>=3m", [3, 4]),
        ("time:2min", [2]),
        ("started:2026-11-03", [2]),
        ("started:>2026-11-03", [3, 4]),
        ("started:<=2026-11-02", [0, 1]),
        ("started:2026", [0, 1, 2, 3, 4]),
        ("learner:conv4 task:5w1s", [0, 1, 2, 3, 4]),
        ('dataset:"sinusoid', [2]),  # the other quotation mark is still to come
        ("-", [0, 1, 2, 3, 4]),
    ],
)
def test_which_runs_it_lets_through(text, runs):
    assert found(text) == runs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tga:paper", "There is no field “tga”; did you mean 'tag'? To look for the words as they stand, write"),
        ("-http://x", 'write "http://x"'),
        ("tag:", "“tag:” wants a value, as in tag:paper."),
        ("test:>", "“test:” wants a value"),
        ("test:good", "Test is a number, and “good” is none; write test:>0.9."),
        ("outer.lr:none", "Outer learning rate is a number, and “none” is none"),
        ("dataset:>omniglot", "Dataset cannot be compared with >"),
        ("star:maybe", "Star is yes or no, and not “maybe”."),
        ("time:soon", "“soon” is no length of time"),
        ("started:yesterday", "“yesterday” is no date"),
        ("test:1e999", "beyond"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said_and_the_rest_holds(text, words):
    wanted = parse(f"seed:>2 {text}")
    (problem,) = wanted.problems
    assert words in problem
    assert [wanted.matches(row) for row in ROWS] == [False, False, False, True, True]


def test_where_nothing_is_found_it_says_which_part_finds_nothing():
    assert parse("maml tag:papers").why_none(ROWS) == "No run matches “tag:papers”; did you mean 'paper'?"
    assert parse("tag:zzz").why_none(ROWS) == "No run matches “tag:zzz”; there are draft, for paper, paper."
    assert parse("maml zzz").why_none(ROWS) == "No run matches “zzz”."
    assert parse("test:>0.99").why_none(ROWS) == "No run matches “test:>0.99”."
    assert "no run matches all" in parse("tag:paper tag:draft").why_none(ROWS)


def test_the_help_is_understood():
    for example, _ in HELP:
        assert parse(example).problems == (), example


def test_every_fact_is_asked_by_its_own_example():
    for fact in (*FACTS.values(), *setting_facts().values()):
        assert parse(f"{fact.key}:{quoted(fact.example) if fact.sort == 'names' else fact.example}").problems == ()
        assert find_fact(fact.key) is fact


def test_a_short_name_that_several_settings_have_names_them():
    with pytest.raises(KeyError, match="did you mean 'lr'"):
        find_fact("lrr")
    ends = [path.rpartition(".")[2] for path in setting_facts()]
    shared = next((end for end in ends if ends.count(end) > 1 and end not in FACTS), None)
    if shared is not None:
        with pytest.raises(KeyError, match=" or "):
            find_fact(shared)


def test_what_it_may_become():
    assert completions("", ROWS) == []
    assert completions("maml da", ROWS) == ["maml dataset:"]
    assert completions("-sta", ROWS) == ["-star:", "-status:", "-started:"]
    assert completions("dataset:", ROWS) == ["dataset:Omniglot", "dataset:Sinusoid"]
    assert completions("x -tag:f", ROWS) == ['x -tag:"for paper"']
    assert completions('tag:"for', ROWS) == ['tag:"for paper"']
    assert completions("algorithm:meta_", ROWS) == ["algorithm:Meta-SGD"]
    assert completions("star:", ROWS) == ["star:yes", "star:no"]
    assert completions("tag:paper ", ROWS) == []
    assert completions("nonsense:", ROWS) == []
    for offered in completions("tag:", ROWS) + completions("algorithm:", ROWS):
        assert found(offered)


def test_which_settings_differ():
    assert [fact.key for fact in differing(ROWS[1:3])] == ["seed"]
    assert differing(ROWS[:1]) == []
    assert {fact.key for fact in differing(ROWS[:2])} == {"dataset.ways", "outer.lr", "outer.clip_gradient", "seed"}


@given(experiments())
@settings(max_examples=20, deadline=None)
def test_all_settings_that_make_sense_can_be_asked_for(experiment):
    shown = {field.path: experiment.value(field.path) for field in fields_of(experiment)}
    values = values_of(experiment)
    assert values == {path: value for path, value in shown.items() if not path.endswith(".kind")}
    assert values.keys() - setting_facts().keys() <= {"name", "notes"}, "which are facts of the run itself"


# -- whatever is typed ----------------------------------------------------------------------------------------------

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
PIECES = st.sampled_from(
    ["maml", "tag:paper", 'tag:"for paper"', "star:yes", "seed:>1", "seed:<3", "ways:5", "status:failed", "test:>0.6"]
)


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text(' -:"\\><=*tagseed01.'))
def test_nothing_that_is_typed_breaks_it(text):
    wanted = parse(text)
    assert isinstance(wanted, RunFilter)
    for row in ROWS:
        wanted.matches(row)
    assert wanted.why_none(ROWS)
    for offered in completions(text, ROWS):
        assert offered != text


@given(st.lists(TEXT.filter(bool), min_size=1, max_size=4), st.booleans())
def test_quoted_words_are_read_as_they_stand(words, negated):
    minus = "-" if negated else ""
    wanted = parse(" ".join(minus + quoted(word) for word in words))
    assert wanted.problems == ()
    assert wanted.terms == tuple(Term(word, negated=negated) for word in words)


@given(st.sampled_from(["tag", "notes", "run", "dataset"]), TEXT.filter(bool), st.booleans())
def test_a_term_is_read_back_from_how_it_is_written(key, value, negated):
    term = Term(value, key, negated=negated)
    assert parse(str(term)).terms == (term,)


@given(st.lists(PIECES, max_size=4), st.lists(PIECES, max_size=3))
def test_all_parts_must_hold_and_a_minus_negates(parts, negated):
    together = parse(" ".join([*parts, *(f"-{part}" for part in negated)]))
    for row in ROWS:
        holds = all(parse(part).matches(row) for part in parts)
        assert together.matches(row) == (holds and not any(parse(part).matches(row) for part in negated))


@given(st.integers(-10, 10), st.sampled_from([">", ">=", "<", "<=", "", "="]))
def test_numbers_are_compared_as_python_does(bound, sign):
    rows = [row(number, settings={"seed": number}) for number in range(6)]
    python = {"": "==", "=": "=="}.get(sign, sign)
    assert found(f"seed:{sign}{bound}", rows) == [n for n in range(6) if eval(f"{n} {python} {bound}")]


@given(TEXT.filter(lambda text: "*" not in text and text.strip()))
def test_a_word_is_found_wherever_it_stands(word):
    one = row(1, notes=f"before {word} after")
    assert parse(quoted(word)).matches(one)
    assert parse(f"notes:{quoted(word)}").matches(one)
