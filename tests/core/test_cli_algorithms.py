"""The list of algorithms in the terminal: what the registry knows, and nothing else."""

import json

from core import registry
from core.cli import main


def test_every_algorithm_is_listed_with_its_facts(capsys):
    assert main(["algorithms", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["kind"] for line in lines] == registry.algorithms.kinds
    for line in lines:
        assert line["event"] == "algorithm"
        assert all(line[fact] for fact in ("title", "family", "source"))
        assert set(line["tasks"]) <= {"classification", "regression"}
        assert line["tasks"]
        assert set(line["learners"]) <= set(registry.learners.kinds)


def test_a_learner_is_listed_where_the_checks_of_an_experiment_allow_it(monkeypatch, capsys):
    def learners() -> dict[str, list[str]]:
        assert main(["algorithms", "--json"]) == 0
        return {line["kind"]: line["learners"] for line in map(json.loads, capsys.readouterr().out.splitlines())}

    assert learners()["maml"] == registry.learners.kinds
    assert learners()["nearest_neighbor"] == []
    monkeypatch.setattr(registry.algorithms.settings("maml"), "tasks", ("regression",))  # whose data are vectors
    assert learners()["maml"] == ["mlp"]


def test_the_table_names_every_title(capsys):
    assert main(["algorithms"]) == 0
    shown = capsys.readouterr().out
    assert all(registry.algorithms.settings(kind).title in shown for kind in registry.algorithms.kinds)
