"""Tasks of one's own: what a file keeps, and what is said of a file that keeps something else."""

import json
from pathlib import Path

import numpy as np
import pytest

from core.runs.own_task import BLANK, SUFFIX, Example, OwnTaskError, Picture, PictureTask, PointTask, load, loads, save

PIXELS = np.arange(2 * 3 * 3, dtype=np.uint8).reshape(2, 1, 3, 3)
COLOUR = np.arange(27, dtype=np.uint8).reshape(3, 3, 3)
PICTURES = PictureTask(
    classes=(
        (Example(strokes=(((0.1, 0.2), (0.3, 0.4)), ((1.0, 0.0),))), Example(picture=Picture.of(PIXELS[0]))),
        (Example(picture=Picture.of(COLOUR)),),
        (BLANK,),
    ),
    names=("a", "", "c"),
    query=Example(strokes=(((0.5, 0.5),),)),
)
POINTS = PointTask(((-1.5, 2.0), (0.0, 1e-3)))


@pytest.mark.parametrize("task", [PICTURES, POINTS, PointTask(), PictureTask.blank(2)])
def test_a_task_comes_back_as_it_was_saved(tmp_path: Path, task: PictureTask | PointTask) -> None:
    path = tmp_path / f"mine{SUFFIX}"
    save(path, task)
    assert load(path) == task


def pictures(**changes: object) -> str:
    plain = {"name": "", "examples": [{"strokes": []}]}
    task = {"innerloop_task": 1, "kind": "pictures", "classes": [plain, plain], "query": {"strokes": []}}
    return json.dumps({**task, **changes})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is not a task"),
        ("[" * 100_000, "is not a task"),
        ("[]", "no entry “innerloop_task”"),
        ('{"innerloop_task": true}', "no entry “innerloop_task”"),
        ('{"innerloop_task": 2}', "newer Innerloop"),
        ('{"innerloop_task": 1, "kind": "sounds"}', "“pictures” or “points” belongs"),
        ('{"innerloop_task": 1, "kind": "points", "points": [[1, NaN]]}', r"“points\[0\]” holds"),
        ('{"innerloop_task": 1, "kind": "points", "points": [[1, 2, 3]]}', "two numbers belong"),
        ('{"innerloop_task": 1, "kind": "points"}', "“points” holds None where a list belongs"),
        (pictures(classes=[]), "at least 2"),
        (pictures(classes=[{"name": 3}, {}]), r"“classes\[0\]” holds"),
        (pictures(query={"strokes": [[[0.5, 1.5]]]}), "outside of 0 to 1"),
        (pictures(query={"png": "%%%"}), "is no PNG picture"),
        (pictures(query={"png": "AAAA"}), "is no PNG picture"),
        (pictures(query={}), "strokes or a png belong"),
        (pictures(query={"strokes": [[[0, 0]]] * 1001}), "at most 1,000 are read"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(text: str, words: str) -> None:
    with pytest.raises(OwnTaskError, match=words):
        loads(text, "mine.task.json")


def test_files_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    path = tmp_path / "mine.task.json"
    with pytest.raises(OwnTaskError, match="cannot be read"):
        load(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(OwnTaskError, match="not a text file"):
        load(path)


def test_a_blank_example_leaves_where_its_class_has_more() -> None:
    fewer = PICTURES.with_example(0, 0, BLANK)
    assert fewer.classes[0] == (PICTURES.classes[0][1],)
    assert fewer.with_example(0, 0, BLANK).classes[0] == (BLANK,)
    assert PICTURES.filled == (0, 1)
    assert PICTURES.resized(5).filled == (0, 1)
    assert len(PICTURES.resized(5).classes) == 5
    assert PICTURES.resized(2).names == ("a", "")
    assert PICTURES.with_place(1).classes[1] == (*PICTURES.classes[1], BLANK)
