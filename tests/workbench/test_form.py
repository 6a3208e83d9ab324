"""The form: every setting that makes sense has a control, which shows the session and changes it, and nothing else."""

import pytest
from person import change
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from core.experiment import CHOSEN_BY_KIND, Experiment
from core.schema import fields_of
from workbench.session import Session
from workbench.setup.panel import SetupPanel

KINDS = [(section, kind) for section, registered in CHOSEN_BY_KIND.items() for kind in registered.kinds]
LETTERS = ("abc", "-", "nan", "inf", "∞", "؟")  # a whole number's box takes digits only: 1e9 is 19 there
GARBAGE = {"whole": (*LETTERS, " ", ""), "number": (*LETTERS, "--5", "e", "1e999", "-1e-9", "9" * 40, " ", "")}


class Setup:
    """The setup panel of a session."""

    def __init__(self, session: Session, panel: SetupPanel) -> None:
        self.session, self.panel, self.form = session, panel, panel.form

    def control(self, path: str) -> QWidget:
        found = self.panel.findChild(QWidget, path)
        assert found is not None, f"there is no control for {path}"
        return found

    def has(self, path: str) -> bool:
        return self.form.row(path) is not None

    def value(self, path: str):
        return self.session.experiment.value(path)

    def choose(self, section: str, kind: str) -> None:
        """Take a kind, and whatever else must be so that it can be run."""
        self.session.replace(kind_of(section, kind))


@pytest.fixture
def setup(qtbot, tmp_path, plain_look):
    session = Session(tmp_path / "autosave.innerloop")
    panel = SetupPanel(session)
    qtbot.addWidget(panel)
    panel.resize(400, 900)
    panel.show()
    yield Setup(session, panel)
    session.discard_autosave()


def kind_of(section: str, kind: str) -> Experiment:
    experiment = Experiment().with_value(f"{section}.kind", kind)
    if experiment.dataset.inputs == "image" or (section, kind) == ("algorithm", "prototypical"):
        experiment = experiment.with_value("learner.kind", "conv4")
    return experiment


def field_of(experiment: Experiment, path: str):
    return next(field for field in fields_of(experiment) if field.path == path)


def shown(control: QWidget):
    """What a control shows, as a value or as words."""
    if isinstance(control, QComboBox):
        return control.currentData()
    if isinstance(control, QPlainTextEdit):
        return control.toPlainText()
    if isinstance(control, QLineEdit):
        return control.text()
    if isinstance(control, QAbstractSpinBox):
        return (
            control.text() if control.value() == control.minimum() and control.specialValueText() else control.value()
        )
    return control.isChecked()


def another(field, value):
    """Another value that the field allows."""
    if field.control == "choice":
        return next(choice for choice in field.choices if choice != value)
    if field.control == "switch":
        return not value
    if field.path in ("learner.hidden", "learner.channels"):
        return "32-16"
    if field.control in ("text", "folder", "lines"):
        return "another"
    low = field.minimum if field.above is None else field.above
    if field.control == "whole":
        candidates = [int(low or 0) + 2, int(low or 0) + 3]
    else:
        candidates = [0.25, 0.125]
    return next(number for number in candidates if number != value)


def with_settings_to_try() -> list[tuple[str, str, list[str]]]:
    """Every kind with its own settings, and with those of other sections that came with no kind before it."""
    met: set[str] = set()
    found = []
    for section, kind in KINDS:
        paths = [field.path for field in fields_of(kind_of(section, kind)) if not field.path.endswith(".kind")]
        new = [path for path in paths if path.startswith(f"{section}.") or path not in met]
        met.update(paths)
        if new:
            found.append((section, kind, new))
    return found


@pytest.mark.parametrize(("section", "kind"), KINDS)
def test_every_setting_has_a_control(setup, section, kind):
    setup.choose(section, kind)
    experiment = setup.session.experiment
    fields = fields_of(experiment)
    assert [row.field.path for part in setup.form._sections.values() for row in part.rows] == [f.path for f in fields]
    for field in fields:
        control = setup.control(field.path)
        assert field.title in control.accessibleName(), field.path
        assert control.accessibleDescription() == field.help
        assert field.help in control.toolTip()
        value = experiment.value(field.path)
        assert shown(control) == (field.empty if value is None else pytest.approx(value)), field.path


@pytest.mark.parametrize(("section", "kind", "paths"), with_settings_to_try())
def test_every_control_changes_its_setting_and_only_that(setup, section, kind, paths):
    for path in paths:
        setup.choose(section, kind)
        before = setup.session.experiment
        wanted = another(field_of(before, path), before.value(path))
        setup.form.reveal(path)
        change(setup.control(path), wanted)
        assert setup.value(path) == pytest.approx(wanted), path
        assert setup.session.experiment == before.with_value(path, setup.value(path))


@pytest.mark.parametrize(("section", "kind", "paths"), with_settings_to_try())
def test_every_control_shows_what_the_session_holds(setup, section, kind, paths):
    for path in paths:
        setup.choose(section, kind)
        value = another(field_of(setup.session.experiment, path), setup.value(path))
        steps = setup.session.can_undo
        setup.session.set(path, value)
        assert shown(setup.control(path)) == pytest.approx(value), path
        setup.session.undo()
        assert setup.session.can_undo == steps, "showing a value is no change"


def test_another_kind_brings_other_settings(setup):
    assert not setup.has("learner.filters")
    change(setup.control("dataset.kind"), "glyphs")
    assert setup.value("dataset.kind") == "glyphs"
    assert setup.has("dataset.font")
    assert setup.has("dataset.ways")
    change(setup.control("learner.kind"), "conv4")
    assert setup.has("learner.filters")
    assert not setup.has("learner.hidden")
    change(setup.control("algorithm.kind"), "prototypical")
    assert not setup.has("algorithm.inner_lr")
    assert not setup.has("evaluation.inner_steps")
    while setup.value("algorithm.kind") != "maml":  # the keyboard has passed by other kinds on its way
        setup.session.undo()
    assert setup.has("algorithm.inner_lr")


def test_what_makes_no_sense_is_absent(setup):
    assert not setup.has("outer.momentum")
    assert not setup.has("outer.halve_every")
    setup.session.set("outer.optimizer", "sgd")
    setup.session.set("outer.schedule", "halving")
    assert setup.has("outer.momentum")
    assert setup.has("outer.halve_every")
    assert not setup.has("dataset.ways")  # a sinusoid has no classes


def test_a_field_that_differs_from_the_preset_has_its_own_way_back(setup):
    for field in fields_of(setup.session.experiment):
        if field.path.endswith(".kind"):
            continue
        usual = setup.value(field.path)
        setup.form.reveal(field.path)
        reset = setup.control(f"{field.path}.reset")
        assert not reset.isVisible(), field.path
        setup.session.set(field.path, another(field, usual))
        assert reset.isVisible(), field.path
        assert field.title in reset.accessibleName()
        QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
        assert setup.value(field.path) == usual
        assert not reset.isVisible()


def test_the_way_back_to_the_whole_preset(setup):
    before = setup.session.experiment
    back = setup.control("setup.preset.reset")
    assert not back.isVisible()
    setup.session.set("seed", 3)
    setup.session.set("outer.iterations", 3)
    assert back.isVisible()
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert setup.session.experiment == before
    assert not back.isVisible()


@pytest.mark.parametrize("sort", GARBAGE)
def test_garbage_in_a_number_box_changes_nothing(setup, sort):
    for garbage in GARBAGE[sort]:
        type_into_every(setup, sort, garbage)


def test_return_in_an_empty_optional_number_changes_nothing(setup):
    setup.form.reveal("outer.clip_gradient")
    QTest.keyClick(setup.control("outer.clip_gradient"), Qt.Key.Key_Return)
    assert setup.value("outer.clip_gradient") is None
    assert setup.session.problems == []


def test_a_refused_text_can_be_mended_with_the_old_one(setup):
    setup.form.reveal("learner.hidden")
    change(setup.control("learner.hidden"), "forty")
    change(setup.control("learner.hidden"), "40-40")
    assert setup.session.problems == []


CONFLICTS = [
    (
        {"dataset": {"kind": "glyphs"}, "algorithm": {"kind": "task_conditioned"}}, "learner.normalization",
        ["algorithm.film", "algorithm.gates"], ["“Scale and shift” in Algorithm", "“Gates” in Algorithm"],
    ),
    (
        {
            "dataset": {"kind": "glyphs"}, "learner": {"kind": "conv4"}, "algorithm": {"kind": "prototypical"},
            "compute": {"mapping": "vectorised", "precision": "bfloat16"},
        },
        "compute.precision", ["compute.mapping"], ["“Mapping” in Compute auto or sequential"],
    ),
    (
        {"learner": {"kind": "mlp", "normalization": "batch", "query_normalization": "population"}},
        "learner.query_normalization", ["per_query"], ["choose transductive or per query"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sections", "path", "of_files", "of_the_form"), CONFLICTS, ids=lambda part: str(part)[:30])
def test_what_is_wrong_is_said_with_the_names_that_stand_in_the_form(setup, sections, path, of_files, of_the_form):
    setup.session.replace(Experiment.from_dict(sections))
    (problem,) = [problem for problem in setup.session.problems if problem.path == path]
    said = setup.panel.findChild(QLabel, f"{path}.error").text()
    assert all(words in problem.message for words in of_files)  # as the terminal has them
    assert all(words in said for words in of_the_form)
    assert not any(words in said for words in of_files)


def type_into_every(setup: Setup, sort: str, text: str) -> None:
    before = setup.session.experiment
    for field in fields_of(before):
        if field.control == sort:
            setup.form.reveal(field.path)
            change(setup.control(field.path), text)
            assert setup.session.experiment == before, f"{text!r} changed {field.path}"
            assert setup.session.problems == []
            value = before.value(field.path)
            assert shown(setup.control(field.path)) == (field.empty if value is None else pytest.approx(value))


@pytest.mark.parametrize("path", ["outer.iterations", "outer.lr", "algorithm.inner_lr", "seed"])
def test_arrow_keys_step_a_number(setup, path):
    before = setup.value(path)
    setup.form.reveal(path)
    QTest.keyClick(setup.control(path), Qt.Key.Key_Up)
    assert setup.value(path) > before
    QTest.keyClick(setup.control(path), Qt.Key.Key_Down)
    assert setup.value(path) == pytest.approx(before)


def test_the_slider_of_a_learning_rate_moves_with_it(setup):
    slider = setup.control("outer.lr.slider")
    place = slider.value()
    setup.session.set("outer.lr", 0.1)
    assert slider.value() > place
    setup.form.reveal("outer.lr")
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert setup.value("outer.lr") > 0.1


def test_an_optional_number_can_be_emptied(setup):
    field = next(f for f in fields_of(setup.session.experiment) if f.path == "outer.clip_gradient")
    control = setup.control(field.path)
    assert shown(control) == field.empty
    setup.form.reveal(field.path)
    change(control, 10)
    assert setup.value(field.path) == 10
    setup.session.set(field.path, None)
    assert shown(control) == field.empty


def test_a_wrong_value_is_outlined_and_says_what_would_be_right(setup):
    setup.form.reveal("learner.hidden")
    change(setup.control("learner.hidden"), "forty")
    assert setup.control("learner.hidden").property("invalid")
    error = setup.control("learner.hidden.error")
    assert error.isVisible()
    assert "forty" in error.text()
    change(setup.control("learner.hidden"), "20-20")
    assert not setup.control("learner.hidden").property("invalid")
    assert not error.isVisible()


def test_the_search_finds_settings(setup, wait):
    search = setup.control("setup.search")
    QTest.keyClicks(search, "learning rate")
    wait(lambda: not setup.control("outer.iterations").isVisible())
    assert setup.control("outer.lr").isVisible()
    assert setup.control("algorithm.inner_lr").isVisible()
    search.selectAll()
    QTest.keyClicks(search, "checkpoint")  # lies in a folded section
    wait(setup.control("compute.checkpoint_every").isVisible)
    search.selectAll()
    QTest.keyClicks(search, "xyzzy")
    wait(lambda: not setup.control("compute.checkpoint_every").isVisible())
    search.clear()
    wait(setup.control("outer.iterations").isVisible)
    assert not setup.control("compute.checkpoint_every").isVisible()


def test_sections_fold(setup):
    assert not setup.control("seed").isVisible()
    QTest.mouseClick(setup.control("setup.section.run"), Qt.MouseButton.LeftButton)
    assert setup.control("seed").isVisible()
    QTest.mouseClick(setup.control("setup.section.run"), Qt.MouseButton.LeftButton)
    assert not setup.control("seed").isVisible()


def test_an_algorithm_is_explained(setup):
    for kind in CHOSEN_BY_KIND["algorithm"].kinds:
        setup.choose("algorithm", kind)
        told = setup.control("setup.about.algorithm").text()
        chosen = setup.session.experiment.algorithm
        assert chosen.summary in told
        assert chosen.paper in told


def test_an_impossible_setup_switches_start_off_and_says_why(person):
    window = person.open()
    window.session.choose_preset("glyphs-5w1s-maml")
    start = person.find("toolbar.run.start")
    assert start.isEnabled()
    person.set("dataset.ways", 900)
    assert not start.isEnabled()
    assert not person.command("run.start").isEnabled()
    assert "900 classes" in start.toolTip()
    assert person.find("dataset.ways").property("invalid")
    assert "900 classes" in person.find("dataset.ways.error").text()
    person.set("dataset.ways", 5)
    assert start.isEnabled()
    assert not person.find("dataset.ways").property("invalid")


@pytest.mark.parametrize(
    ("path", "one", "two"), [("algorithm.inner_steps", "1 step", "2 steps"), ("dataset.queries", "1 point", "2 points")]
)
def test_one_and_several(setup, path, one, two):
    for value, text in ((1, one), (2, two)):
        setup.session.set(path, value)
        assert setup.control(path).text() == text
