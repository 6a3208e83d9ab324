"""Examples laid out: the right ones, where their features are, step by step; and what cannot be laid out is said."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch
from trained import trained, whole

from core.places import Places
from core.runs.embedding import MOST, Embedding, EmbeddingQuestion, NoEmbeddingError, embedding
from core.runs.episodes import episode
from core.runs.opened import LastOpened
from core.runs.run import Run

PROTONET: dict[str, Any] = {
    "dataset": {"kind": "glyphs", "ways": 3, "shots": 2, "queries": 4},
    "learner": {"kind": "conv4", "filters": 4, "query_normalization": "per_query"},
    "algorithm": {"kind": "prototypical"},
    "outer": {"iterations": 2, "meta_batch_size": 1},
    "evaluation": {"every": 2, "tasks": 4, "test_tasks": 4},
    "compute": {"device": "cpu"},
}
KINDS: dict[str, dict[str, Any]] = {
    "prototypical": PROTONET,
    "maml": {**PROTONET, "algorithm": {"kind": "maml", "inner_lr": 0.4, "inner_steps": 2}},
    "anil": {**PROTONET, "algorithm": {"kind": "anil", "inner_lr": 0.4, "inner_steps": 2}},
    "nearest_neighbor": {**PROTONET, "algorithm": {"kind": "nearest_neighbor"}},
}


class Asker:
    """Runs of all kinds in one home, trained when they are first asked."""

    def __init__(self, home: Places) -> None:
        self.home, self.last, self.runs = home, LastOpened(home), dict[str, Run]()

    def run(self, kind: str) -> Run:
        if kind not in self.runs:
            self.runs[kind] = trained(KINDS[kind], self.home)
        return self.runs[kind]

    def ask(self, kind: str, split: str = "test", **wishes: Any) -> Embedding:
        run = self.run(kind)
        return whole(embedding(EmbeddingQuestion(run.name, split, **wishes), run, self.last))


@pytest.fixture(scope="module")
def asker(glyph_places: Places) -> Iterator[Asker]:
    threads = torch.get_num_threads()
    yield Asker(glyph_places)
    torch.set_num_threads(threads)


def features(asker: Asker, kind: str, number: int, steps: int) -> list[np.ndarray]:
    """Of support set and queries after each step, by the network alone; queries are normalised by the support set."""
    opened = whole(asker.last.open(asker.run(kind)))
    network = opened.algorithm.learner
    task = opened.source.sample("test", range(number, number + 1)).task(0)
    found = []
    with torch.no_grad():
        for adapted in opened.algorithm.adapt(opened.params, task.support, steps):
            given = {**adapted, **network.statistics(adapted, task.support_x)}
            both = [network.features(given, x) for x in (task.support_x, task.query_x)]
            found.append(torch.cat(both).double().numpy())
    return found


@pytest.mark.parametrize(("kind", "steps"), [("prototypical", 0), ("maml", 7)])
def test_places_are_the_components_of_the_features_of_all_steps(asker: Asker, kind: str, steps: int) -> None:
    found = asker.ask(kind, number=5)
    assert (found.steps, found.dimensions, found.are_inputs, found.stays) == (steps, 4, False, False)
    seen = np.stack(features(asker, kind, 5, steps))
    flat = seen.reshape(-1, seen.shape[2])
    centred = flat - flat.mean(0)
    _, sizes, rows = np.linalg.svd(centred, full_matrices=False)
    assert found.shares == pytest.approx(tuple((sizes**2 / (sizes**2).sum())[:2]), rel=1e-4)
    expected = (centred @ rows[:2].T).reshape(steps + 1, -1, 2)
    placed = found.places[:, : found.examples]
    signs = np.sign((expected * placed).sum((0, 1)))
    np.testing.assert_allclose(placed, expected * signs, atol=1e-4 * np.abs(expected).max())


@pytest.mark.parametrize("kind", ["prototypical", "maml"])
def test_centres_are_the_means_of_the_support_set(asker: Asker, kind: str) -> None:
    found = asker.ask(kind, tasks=2)
    assert found.are_prototypes == (kind == "prototypical")
    assert found.centre_tasks.tolist() == [0, 0, 0, 1, 1, 1]
    for centre, (task, way) in enumerate(zip(found.centre_tasks, found.centre_classes, strict=True)):
        mine = (found.tasks == task) & (found.of_class == way) & ~found.is_query
        assert mine.sum() == 2
        means = found.places[:, : found.examples][:, mine].mean(1)
        np.testing.assert_allclose(found.places[:, found.examples + centre], means, atol=1e-6)


def test_examples_are_those_of_the_episode(asker: Asker) -> None:
    found = asker.ask("prototypical", number=3, tasks=2)
    opened = whole(asker.last.open(asker.run("prototypical")))
    for number in (3, 4):
        shown = episode(opened, "test", number)
        assert shown.support is not None
        assert shown.query is not None
        for is_query, examples in ((False, shown.support), (True, shown.query)):
            mine = (found.tasks == number) & (found.is_query == is_query)
            names = [found.classes[way] for way in found.of_class[mine]]
            assert names == [shown.classes[way] for way in examples.classes]
            assert found.numbers[mine].tolist() == list(examples.numbers)
            assert found.pictures is not None
            np.testing.assert_array_equal(found.pictures[mine], examples.pictures)
    assert len(set(found.classes)) == len(found.classes)


def test_a_method_that_adapts_only_the_last_layer_leaves_its_features(asker: Asker) -> None:
    found = asker.ask("anil", method="tsne", perplexity=4)
    assert (found.stays, found.steps) == (True, 7)
    assert (found.places == found.places[0]).all()


def test_a_method_without_a_network_shows_its_inputs(asker: Asker) -> None:
    found = asker.ask("nearest_neighbor")
    assert (found.are_inputs, found.dimensions) == (True, 28 * 28)


def test_by_tsne_the_largest_perplexity_is_taken_where_too_large_a_one_is_asked(asker: Asker) -> None:
    few, many = (asker.ask("prototypical", method="tsne", perplexity=5, tasks=tasks) for tasks in (1, 3))
    assert (few.examples, few.most_perplexity, few.perplexity, few.shares) == (18, 5, 5, None)
    assert (many.examples, many.most_perplexity, many.perplexity) == (54, 17, 5)
    assert asker.ask("prototypical", method="tsne", perplexity=30).perplexity == 5
    again = asker.ask("prototypical", method="tsne", perplexity=5)
    np.testing.assert_array_equal(again.places, few.places)


def test_it_tells_how_far_it_is(asker: Asker) -> None:
    run = asker.run("maml")
    told = list(embedding(EmbeddingQuestion(run.name, "test", 0, 2, "tsne", 5), run, asker.last))
    assert [news.done for news in told if news.what == "Adapting to tasks"] == [0, 1]
    laying = [news for news in told if news.what == "Laying out by t-SNE"]
    assert [news.done for news in laying] == sorted(news.done for news in laying)
    assert laying[-1].total is not None
    assert laying[-1].done < laying[-1].total <= laying[-1].done + 20


def test_a_function_has_values_and_no_classes(places: Places, tiny: Any) -> None:
    run = trained(tiny(), places)
    found = whole(embedding(EmbeddingQuestion(run.name, "validation", 2), run, LastOpened(places)))
    opened = whole(LastOpened(places).open(run))
    task = opened.source.sample("validation", range(2, 3)).task(0)
    assert (found.classes, len(found.centre_tasks), found.dimensions) == ((), 0, 8)
    assert found.values is not None
    np.testing.assert_allclose(found.values[:5], torch.cat([task.support_x, task.support_y], 1), rtol=1e-6)
    assert found.is_query.tolist() == [False] * 5 + [True] * 5
    assert found.numbers.tolist() == [*range(5)] * 2


# -- what cannot be laid out -----------------------------------------------------------------------------------------


def test_no_more_examples_are_taken_than_can_be_laid_out(asker: Asker) -> None:
    assert asker.ask("prototypical", tasks=200).examples == MOST // 18 * 18


def test_too_few_examples_for_neighbours_are_said(places: Places, tiny: Any) -> None:
    run = trained(tiny(dataset={"shots": 3, "queries": 3}), places)
    with pytest.raises(NoEmbeddingError, match="at least 7 examples, and these tasks have 6"):
        whole(embedding(EmbeddingQuestion(run.name, "test", method="tsne"), run, LastOpened(places)))


def test_a_network_that_diverges_while_it_adapts_is_said(places: Places, tiny: Any) -> None:
    run = trained(tiny(), places)
    last = LastOpened(places)
    opened = whole(last.open(run))
    opened.params["layer1.weight"].mul_(1e30)
    with pytest.raises(NoEmbeddingError, match=r"task 0 .* no finite numbers"):
        whole(embedding(EmbeddingQuestion(run.name, "test"), run, last))
