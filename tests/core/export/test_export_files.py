"""Weights, events and networks, each read back by the program that it is for."""

import json
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from exported import copied, untrained
from trained import whole

import core.export
from core.experiment import Experiment
from core.export import mlflow, onnx
from core.export.forms import FORMS
from core.export.onnx import OfTask
from core.export.problems import ExportError, MissingPackageError, check_installed
from core.export.tensorboard import crc32c, write_events
from core.export.weights import write_weights
from core.places import Places
from core.runs.opened import NothingLearntError
from core.runs.run import Run
from core.training import checkpoint
from core.training.opening import build, open_source
from core.training.outer import meta_of

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning", "default::FutureWarning")  # of these programs


def test_the_terminal_knows_every_form() -> None:
    assert tuple(FORMS) == core.export.NAMES
    assert [form.id for form in FORMS.values()] == list(FORMS)


# -- weights --------------------------------------------------------------------------------------------------------


def test_safetensors_reads_the_weights_and_what_they_are(sinusoid_run: Run, tmp_path: Path) -> None:
    from safetensors import safe_open

    write_weights(sinusoid_run, tmp_path / "weights.safetensors")
    best = checkpoint.load(sinusoid_run.checkpoints / checkpoint.BEST)
    with safe_open(tmp_path / "weights.safetensors", framework="np") as file:
        notes, found = file.metadata(), {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    expected = {name: value.numpy() for name, value in meta_of(best.tensors).items()}
    assert found.keys() == expected.keys() == {"layer1.weight", "layer1.bias", "layer2.weight", "layer2.bias",
                                               "head.weight", "head.bias"}  # fmt: skip
    assert all(np.array_equal(found[name], expected[name]) for name in expected)
    assert Experiment.from_toml(notes["experiment"]) == sinusoid_run.experiment
    assert (notes["run"], notes["iteration"]) == (sinusoid_run.name, str(best.state["iteration"]))
    assert json.loads(notes["validation"]) == sinusoid_run.status["best"]


def test_a_run_without_a_best_checkpoint_has_no_weights(sinusoid_run: Run, tmp_path: Path) -> None:
    run = copied(sinusoid_run, tmp_path)
    (run.checkpoints / checkpoint.BEST).unlink()
    with pytest.raises(NothingLearntError, match="has no best checkpoint yet"):
        write_weights(run, tmp_path / "weights.safetensors")
    assert not (tmp_path / "weights.safetensors").exists()


# -- TensorBoard ----------------------------------------------------------------------------------------------------


def test_the_checksum_is_that_of_the_standard() -> None:
    """RFC 3720, appendix B.4, and the check value of CRC-32C."""
    assert crc32c(bytes(32)) == 0x8A9136AA
    assert crc32c(b"\xff" * 32) == 0x62A8AB43
    assert crc32c(bytes(range(32))) == 0x46DD794E
    assert crc32c(b"123456789") == 0xE3069283


def test_tensorboard_reads_every_number(sinusoid_run: Run, tmp_path: Path) -> None:
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    file = write_events(sinusoid_run, tmp_path)
    assert file.parent == tmp_path / sinusoid_run.name
    assert write_events(sinusoid_run, tmp_path) == file  # again, in place of the first
    read = EventAccumulator(str(file.parent), size_guidance={"scalars": 0}).Reload()
    steps = [record for record in sinusoid_run.records() if record["event"] == "iteration"]
    measured = [record for record in sinusoid_run.records() if record["event"] == "evaluation"]
    expected = {f"train/{name}": [(one["iteration"], one[name]) for one in steps]
                for name in ("loss", "gradient_norm", "lr")}  # fmt: skip
    for split, ones in (("validation", measured[:-1]), ("test", measured[-1:])):
        for tag, name in (("mse", "after"), ("mse_before", "before"), ("mse_ci95", "ci95"), ("loss", "loss")):
            expected[f"{split}/{tag}"] = [(one["iteration"], one[name]) for one in ones]
    assert sorted(read.Tags()["scalars"]) == sorted(expected)
    for name, values in expected.items():
        found = read.Scalars(name)
        assert [one.step for one in found] == [step for step, _ in values]
        assert [one.value for one in found] == [struct.unpack("<f", struct.pack("<f", value))[0] for _, value in values]
    begun = sinusoid_run.made.timestamp()
    times = [one.wall_time for one in read.Scalars("train/loss")]
    assert times == pytest.approx([begun + one["seconds"] for one in steps])
    assert read.FirstEventTimestamp() == begun


def test_tensorboard_refuses_a_file_with_another_bit(sinusoid_run: Run, tmp_path: Path) -> None:
    """So the checksums above are read, and not passed over."""
    from tensorboard.compat.tensorflow_stub.pywrap_tensorflow import PyRecordReader_New

    file = write_events(sinusoid_run, tmp_path)
    whole = bytearray(file.read_bytes())
    whole[-8] ^= 1
    file.write_bytes(whole)
    reader = PyRecordReader_New(str(file))

    def read_all() -> None:
        while True:
            reader.GetNext()

    with pytest.raises(Exception, match="crc"):
        read_all()


# -- ONNX -----------------------------------------------------------------------------------------------------------


def ran(file: Path, x: np.ndarray) -> dict[str, np.ndarray]:
    """What onnxruntime makes of some examples."""
    from onnxruntime import InferenceSession

    session = InferenceSession(str(file), providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(None, {session.get_inputs()[0].name: x}), strict=True))


def notes_of(file: Path) -> dict[str, str]:
    import onnx as program

    return {entry.key: entry.value for entry in program.load(str(file)).metadata_props}


def test_onnxruntime_computes_the_learnt_network(
    glyph_runs: dict[str, Run], home_of_exports: Places, tmp_path: Path
) -> None:
    import torch

    run, file = glyph_runs["maml"], tmp_path / "network.onnx"
    whole(FORMS["onnx"].write(run, str(file), home_of_exports))
    experiment = run.experiment
    source = whole(open_source(experiment.dataset, experiment.seed, home_of_exports))
    learner = build(experiment, source).learner
    meta = meta_of(checkpoint.load(run.checkpoints / checkpoint.BEST).tensors)
    support = source.sample("train", range(64 * 5 // 3)).support_x.flatten(0, 1)
    fixed = {**meta, **learner.statistics(meta, support)}
    for many in (1, 7):  # also as many as it was not traced with
        x = source.sample("test", range(1)).query_x[0].repeat(2, 1, 1, 1)[:many]
        found = ran(file, x.numpy())
        with torch.no_grad():
            features = learner.features(fixed, x)
            expected = {"features": features, "outputs": learner.head(fixed, features)}
        assert found.keys() == expected.keys()
        for name, value in expected.items():
            np.testing.assert_allclose(found[name], value.numpy(), atol=1e-5)
    told = notes_of(file)
    assert told["network"] == "as learnt, not adapted"
    assert told["normalization"] == "moments of examples of the training classes"
    assert Experiment.from_toml(told["experiment"]) == experiment


@pytest.mark.parametrize("kind", ["maml", "prototypical"])
def test_onnxruntime_solves_a_task(
    kind: str, glyph_runs: dict[str, Run], home_of_exports: Places, tmp_path: Path
) -> None:
    import torch

    run, file = glyph_runs[kind], tmp_path / "task.onnx"
    whole(onnx.write_onnx(run, file, home_of_exports, OfTask("test", 4)))
    experiment = run.experiment
    source = whole(open_source(experiment.dataset, experiment.seed, home_of_exports))
    algorithm = build(experiment, source)
    task = source.sample("test", range(4, 5)).task(0)
    meta = meta_of(checkpoint.load(run.checkpoints / checkpoint.BEST).tensors)
    *_, adapted = algorithm.adapt(meta, task.support, experiment.evaluation_steps)
    fixed = {**adapted, **algorithm.learner.statistics(adapted, task.support_x)}
    with torch.no_grad():
        expected = algorithm.predict(fixed, task.support, task.query_x).numpy()
    found = ran(file, task.query_x.numpy())["outputs"]
    assert found.shape == (6, 3)
    np.testing.assert_allclose(found, expected, atol=1e-5 * max(1, np.abs(expected).max()))
    alone = ran(file, task.query_x[:1].numpy())["outputs"]
    np.testing.assert_allclose(alone, found[:1], atol=1e-4)  # no query sees the others
    assert notes_of(file)["network"].startswith("adapted to test task 4")


def test_what_onnx_cannot_hold_is_refused(
    tiny: Callable[..., Experiment], home_of_exports: Places, tmp_path: Path
) -> None:
    """The network of a neural process is written, and its predictions are not: their shape is made of a number."""
    run = untrained(tiny().with_value("algorithm.kind", "cnp"), home_of_exports)
    whole(onnx.write_onnx(run, tmp_path / "network.onnx", home_of_exports))
    assert ran(tmp_path / "network.onnx", np.zeros((3, 1), np.float32)).keys() == {"features"}
    with pytest.raises(ExportError, match="a fixed number of queries"):
        whole(onnx.write_onnx(run, tmp_path / "task.onnx", home_of_exports, OfTask("test", 0)))
    assert not (tmp_path / "task.onnx").exists()


def test_what_has_no_network_says_so(home_of_exports: Places) -> None:
    settings = {"dataset": {"kind": "glyphs"}, "algorithm": {"kind": "nearest_neighbor"}}
    run = Run.create(Experiment.from_dict(settings), home_of_exports.runs)
    with pytest.raises(ExportError, match="has no network"):
        whole(onnx.network_of(run, home_of_exports))


def test_a_package_that_is_missing_is_named_with_the_way_to_it() -> None:
    words = r"needs ab_sent and not_there: pip install 'innerloop\[x\]'"
    with pytest.raises(MissingPackageError, match=words):
        check_installed("x", ["ab_sent", "json", "not_there"])
    assert FORMS["weights"].why_not == ""


# -- MLflow ---------------------------------------------------------------------------------------------------------


def test_what_mlflow_is_told(sinusoid_run: Run) -> None:
    record = mlflow.recorded(sinusoid_run)
    assert (record.experiment, record.name, record.status) == ("sinusoid 5-shot", "sine", "FINISHED")
    assert record.params["algorithm.inner_lr"] == "0.01"
    assert "outer.momentum" not in record.params  # it has no effect here
    losses = [value for value in record.values if value.name == "train/loss"]
    steps = [one for one in sinusoid_run.records() if one["event"] == "iteration"]
    assert [(value.step, value.value) for value in losses] == [(one["iteration"], one["loss"]) for one in steps]
    assert record.begun <= losses[0].time <= losses[-1].time <= record.ended


def test_mlflow_keeps_a_run(sinusoid_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = pytest.importorskip("mlflow", reason="MLflow is large, and an extra: pip install 'innerloop[mlflow]'")
    monkeypatch.setenv("MLFLOW_ALLOW_FILE_STORE", "true")  # a database would take some seconds to be made
    store = (tmp_path / "store").as_uri()
    where = whole(mlflow.write_mlflow(sinusoid_run, store))
    client = program.MlflowClient(tracking_uri=store)
    number = str(where).rpartition(" ")[2]
    found: Any = client.get_run(number)
    record = mlflow.recorded(sinusoid_run)
    assert found.data.params == record.params
    assert (found.info.run_name, found.info.status) == (record.name, "FINISHED")
    assert found.data.tags["innerloop.run"] == sinusoid_run.name
    history = client.get_metric_history(number, "train/loss")
    expected = [(value.step, value.value, value.time) for value in record.values if value.name == "train/loss"]
    assert sorted((one.step, one.value, one.timestamp) for one in history) == expected
    assert {file.path for file in client.list_artifacts(number)} == {
        "experiment.toml", "environment.json", "weights.safetensors",
    }  # fmt: skip


def test_a_file_is_a_database_with_a_folder_beside_it(tmp_path: Path) -> None:
    to, files = mlflow._place(str(tmp_path / "my runs.db"))
    assert to == f"sqlite:///{(tmp_path / 'my runs.db').as_posix()}"
    assert files == (tmp_path / "my runs-files").as_uri()
    assert mlflow._place("http://localhost:5000") == ("http://localhost:5000", None)


def test_without_a_place_mlflow_asks_for_one(sinusoid_run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)
    monkeypatch.setitem(sys.modules, "mlflow", sys)  # any module: none of it is used before the place is known
    with pytest.raises(ExportError, match="say where MLflow keeps runs"):
        whole(mlflow.write_mlflow(sinusoid_run, None))
