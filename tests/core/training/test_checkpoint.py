"""A checkpoint file is whole or not there, and gives back what was put in."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.training import checkpoint
from core.training.checkpoint import (
    BEST,
    Checkpoint,
    CheckpointError,
    FolderGone,
    iteration_name,
    load,
    newest,
    prune,
    save,
)

SHAPES = st.lists(st.integers(0, 4), max_size=3).map(tuple)
TYPES = st.sampled_from([torch.float32, torch.float64, torch.int64, torch.uint8, torch.bool])
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(
    lambda name: name != "__metadata__"
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def simple(number: int) -> Checkpoint:
    return Checkpoint({"w": torch.full((5,), float(number))}, {"iteration": number})


def test_a_run_folder_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(FolderGone, match="gone is no longer there"):
        save(tmp_path / "gone" / "checkpoints", "one.safetensors", simple(1))
    assert list(tmp_path.iterdir()) == []


@settings(deadline=None, max_examples=60)
@given(
    st.dictionaries(NAMES, st.tuples(SHAPES, TYPES), max_size=4), st.dictionaries(st.text(max_size=5), JSON, max_size=4)
)
def test_what_goes_in_comes_out(
    tmp_path_factory: pytest.TempPathFactory, wishes: dict[str, Any], state: dict[str, Any]
) -> None:
    random = torch.Generator().manual_seed(0)
    tensors = {name: (9 * torch.randn(shape, generator=random)).to(dtype) for name, (shape, dtype) in wishes.items()}
    path = save(tmp_path_factory.mktemp("checkpoints"), "one.safetensors", Checkpoint(tensors, state))
    found = load(path)
    assert found.state == state
    assert found.tensors.keys() == tensors.keys()
    for name, value in tensors.items():
        assert found.tensors[name].dtype == value.dtype
        assert found.tensors[name].shape == value.shape
        assert torch.equal(found.tensors[name], value)


def test_tensors_are_kept_as_they_were_then(tmp_path: Path) -> None:
    value = torch.zeros(4, 3).T
    path = save(tmp_path / "new", "one.safetensors", Checkpoint({"w": value}, {}))
    value += 1
    assert torch.equal(load(path).tensors["w"], torch.zeros(3, 4))


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_a_flipped_bit_is_noticed(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = save(tmp_path_factory.mktemp("checkpoints"), "one.safetensors", simple(3))
    content = bytearray(path.read_bytes())
    tensors = 5 * 4  # bytes, at the end of the file
    state = content.index(b"iteration")
    places = st.one_of(st.integers(len(content) - tensors, len(content) - 1), st.just(content.index(b"3", state)))
    place = data.draw(places)
    content[place] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(content)
    with pytest.raises(CheckpointError, match=r"checksum|cannot be read"):
        load(path)


def test_a_checkpoint_without_a_checksum_is_read(tmp_path: Path) -> None:
    """As an earlier version wrote them."""
    from safetensors.torch import save as to_bytes

    path = tmp_path / "old.safetensors"
    path.write_bytes(to_bytes({"w": torch.ones(2)}, metadata={"innerloop": json.dumps({"iteration": 3})}))
    assert load(path).state == {"iteration": 3}


@pytest.mark.parametrize("moment", ["write", "sync", "rename"])
def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    path = save(tmp_path, "one.safetensors", simple(1))
    before = path.read_bytes()

    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    class Stops:
        def __init__(self, *_: Any) -> None:
            pass

        def __enter__(self) -> "Stops":
            return self

        def __exit__(self, *_: Any) -> None:
            pass

        write = interrupted

    if moment == "write":
        monkeypatch.setattr(checkpoint, "open", Stops, raising=False)
    else:
        monkeypatch.setattr(os, {"sync": "fsync", "rename": "replace"}[moment], interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path, "one.safetensors", simple(2))
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert load(path).state == {"iteration": 1}
    assert [found.name for found in tmp_path.iterdir()] == ["one.safetensors"]


def test_the_content_is_on_the_disk_before_it_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order that a power cut needs: write, sync, rename."""
    order: list[str] = []
    sync, replace = os.fsync, os.replace

    def synced(handle: int) -> None:
        order.append("sync")
        sync(handle)

    def renamed(old: Any, new: Any) -> None:
        assert Path(new).exists() is False
        assert Path(old).stat().st_size > 0
        order.append("rename")
        replace(old, new)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", renamed)
    save(tmp_path, "one.safetensors", simple(1))
    assert order[:2] == ["sync", "rename"]


@settings(deadline=None, max_examples=40)
@given(st.floats(0, 0.999))
def test_a_file_that_is_cut_short_is_named(tmp_path_factory: pytest.TempPathFactory, share: float) -> None:
    path = save(tmp_path_factory.mktemp("checkpoints"), "one.safetensors", simple(1))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(CheckpointError, match=r"one\.safetensors cannot be read"):
        load(path)


def test_other_files_are_no_checkpoints(tmp_path: Path) -> None:
    from safetensors.torch import save_file

    save_file({"w": torch.zeros(2)}, tmp_path / "foreign.safetensors")
    with pytest.raises(CheckpointError, match=r"foreign\.safetensors holds tensors, but not the state"):
        load(tmp_path / "foreign.safetensors")
    (tmp_path / "text.safetensors").write_text("not a checkpoint at all")
    (tmp_path / "empty.safetensors").write_bytes(b"")
    for name in ("text", "empty", "missing"):
        with pytest.raises(CheckpointError, match=name):
            load(tmp_path / f"{name}.safetensors")


def test_a_state_that_is_damaged_is_named(tmp_path: Path) -> None:
    path = save(tmp_path, "one.safetensors", simple(1))
    content = path.read_bytes()
    damaged = content.replace(rb"{\"iteration\": 1}", rb"{\"iteration\": 1 ")
    assert damaged != content
    path.write_bytes(damaged)
    with pytest.raises(CheckpointError, match=r"one\.safetensors"):
        load(path)


def test_the_newest_two_and_the_best_are_kept(tmp_path: Path) -> None:
    save(tmp_path, BEST, simple(3))
    for number in (2, 10, 999, 1000, 123_456_789):
        save(tmp_path, iteration_name(number), simple(number))
        prune(tmp_path)
    assert [load(path).state["iteration"] for path in newest(tmp_path)] == [123_456_789, 1000]
    assert load(tmp_path / BEST).state == {"iteration": 3}
    assert len(list(tmp_path.iterdir())) == 3


def test_what_a_crash_left_half_written_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / f".{iteration_name(5)}.4711.part").write_bytes(b"half")
    save(tmp_path, iteration_name(10), simple(10))
    prune(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [iteration_name(10)]


def test_no_pickle(tmp_path: Path) -> None:
    content = save(tmp_path, "one.safetensors", simple(1)).read_bytes()
    length = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + length])
    assert set(header) == {"__metadata__", "w"}
    assert len(content) == 8 + length + 5 * 4
