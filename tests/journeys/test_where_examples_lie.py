"""Where examples lie: someone watches a task's examples part while the model adapts, and opens one of them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from trained import trained

GLYPHS = {
    "name": "characters",
    "dataset": {"kind": "glyphs", "ways": 4, "queries": 3},
    "learner": {"kind": "conv4", "filters": 4, "downsampling": "stride"},
    "algorithm": {"kind": "maml", "inner_lr": 0.4, "inner_steps": 2},
    "outer": {"iterations": 20, "meta_batch_size": 2},
    "evaluation": {"every": 10, "tasks": 5, "test_tasks": 5},
    "compute": {"device": "cpu"},
}


def test_where_examples_lie(person, places):
    run = trained(GLYPHS, places)

    # Without a run the view invites; with one it shows the first task, as it is after adapting.
    window = person.open()
    person.keys("Ctrl+5", window)
    view = window.embedding
    assert "Press Start" in person.find("embedding.message_line").text()
    person.find("runs.table").select((run.name,))
    person.wait(lambda: view.answer is not None)
    assert "16 examples" in person.find("embedding.header.place").text()

    # Another task, and back to before adapting: the points move.
    person.find("embedding.number").setFocus()
    person.keys("Up")
    person.wait(lambda: view._question is None and view.answer.tasks[0] == 1)
    after = view.map.place_of(9)
    QTest.keyClick(person.find("embedding.step"), Qt.Key.Key_Home)
    person.wait(lambda: view.map.place_of(9) != after)

    # Neighbours instead of distances.
    person.find("embedding.method").setFocus()
    person.keys("Down")
    person.wait(lambda: view._question is None and view.answer.perplexity is not None)
    assert view.answer.perplexity == view.perplexity.value() == 5  # as many as 16 examples allow

    # The pointer shows an example; a click opens its task among the episodes.
    point = view.map.place_of(0).toPoint()
    QTest.mouseMove(view.map, point)
    person.wait(view.map.card.isVisible)
    assert person.find("embedding.card_words").text().endswith("Task 1")
    QTest.mouseClick(view.map, Qt.MouseButton.LeftButton, pos=point)
    assert window.views.current == "episodes"
    episodes = window.episodes
    person.wait(lambda: episodes._question is None and episodes._episode is not None)
    assert (episodes._episode.run, episodes._episode.number) == (run.name, 1)
