"""Languages: each is complete and kept in order, Qt's own tools read it, and what the engine says is found in it."""

import re
import string
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QTranslator

from core import presets
from core.experiment import CHOSEN_BY_KIND, Experiment
from core.problems import ExperimentError
from workbench import words
from workbench.catalogue import Catalogue
from workbench.setup.spoken import explained
from workbench.words import ENGLISH, LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import translations  # noqa: E402

OTHERS = sorted(LANGUAGES.keys() - {ENGLISH})
CHINESE = Catalogue.read("zh_CN")
HAN = re.compile(r"[\u4e00-\u9fff]")
PLACES = re.compile(r"\{\w*\}")
# What has the same name everywhere, besides methods, datasets and presets.
NAMES = {
    *("Innerloop", "Python", "Markdown", "LaTeX", "Optuna", "MLflow", "TensorBoard", "Linux", "Windows", "macOS"),
    *("adam", "sgd", "nesterov", "cl2n", "l2n", "cpu", "cuda", "mps", "float32", "bfloat16", "vinyals"),
    *("star:yes notes:*", 'tag:"for paper" algorithm:meta*'),  # to be typed into the filter as they are
}
# No text has such words, so that none is taken for another.
WORDS = st.text(sorted(set(string.ascii_lowercase) - set("aeiou")), min_size=5, max_size=8)
TEMPLATES = sorted(text for text in CHINESE.texts if re.search(r"\{\d\}", text))


# -- the files ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_untranslated(language):
    assert translations.missing(language) == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_files_are_as_the_script_writes_them(language, tmp_path, monkeypatch):
    kept = {file.name: file.read_text(encoding="utf-8") for file in (translations.FOLDER / language).glob("*.ts")}
    (tmp_path / language).mkdir()
    for name, text in kept.items():
        (tmp_path / language / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    translations.update(language)
    written = {file.name: file.read_text(encoding="utf-8") for file in (tmp_path / language).glob("*.ts")}
    assert written.keys() == kept.keys()
    for name in kept:
        assert written[name] == kept[name], f"run scripts/translations.py: {name} is not as it writes it"


@pytest.mark.parametrize("language", OTHERS)
def test_translations_have_the_places_of_their_texts(language):
    for source, told in Catalogue.read(language).texts.items():
        assert sorted(PLACES.findall(source)) == sorted(PLACES.findall(told)), source


def test_what_is_not_chinese_is_a_name():
    names = {str(chosen.settings(kind).title) for chosen in CHOSEN_BY_KIND.values() for kind in chosen.kinds}
    names |= NAMES | {preset.task for preset in presets.presets().values()}
    without = {source for source, told in CHINESE.texts.items() if not HAN.search(told)}
    prose = {source for source in without - names if re.search(r"[a-z]{3,}", re.sub(r"\{\w+\}", "", source))}
    assert prose == set()


def compiled(file, folder):
    """What Qt's own compiler and reader make of a file."""
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    made = folder / f"{file.stem}.qm"
    subprocess.run([tool, file, "-qm", made], check=True, capture_output=True, timeout=60)
    reader = QTranslator()
    assert reader.load(str(made)), file
    return reader


@pytest.mark.parametrize("language", OTHERS)
def test_qt_finds_the_same_words(language, tmp_path):
    for room, texts in translations.translated(language).items():
        reader = compiled(translations.FOLDER / language / f"{room}.ts", tmp_path)
        assert {text: reader.translate(room, text) for text in texts} == texts


def test_qt_says_it_in_chinese(tmp_path):
    reader = compiled(translations.FOLDER / "zh_CN" / "settings.ts", tmp_path)
    words = {
        "Learning rate": "学习率",
        "Inner loop": "内循环",
        "Number of classes in a task.": "一个任务中的类别数量。",
    }
    assert {text: reader.translate("settings", text) for text in words} == words


def test_a_damaged_file_is_named(tmp_path, monkeypatch):
    (tmp_path / "window.ts").write_text("<TS><context>", encoding="utf-8")
    monkeypatch.setattr("workbench.catalogue.ts_files", lambda language: [tmp_path / "window.ts"])
    with pytest.raises(ValueError, match=r"window\.ts of zh_CN cannot be read"):
        Catalogue.read("zh_CN")


# -- what the engine says -------------------------------------------------------------------------------------------


def of_experiment(text):
    """What the engine says of an experiment that cannot be read or run."""
    try:
        problems = Experiment.from_toml(f"schema = 1\n{text}").problems()
    except ExperimentError as error:
        return str(error)
    return str(ExperimentError(problems))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("outer.lr = -3", "outer.lr：-3 超出范围；可取：大于 0"),
        ("outer.meta_batch_size = 2.5", "outer.meta_batch_size：2.5 不是整数"),
        ("dataset = 3", "dataset：3 不是设置项的表；请写 [dataset]，并在其下写出设置项"),
        ("dataset = {kind = 'omniglot', wys = 5}", "dataset.wys：没有这样的设置项；是不是想写 'ways'？"),
        (
            "outer.optimizer = 'adm'",
            "outer.optimizer：不允许 'adm'；请从 adam, sgd, nesterov 中选择；是不是想写 'adam'？",
        ),
        ("dataset = {kind = 'omniglot', ways = 700}", "dataset.ways：验证任务要求 700 个类别；该划分有 688 个"),
        (
            "dataset.kind = 'sinusoid'\nlearner.kind = 'mlp'\nalgorithm.kind = 'prototypical'",
            "algorithm.kind：Prototypical Networks 解决分类，而正弦波是回归",
        ),
    ],
)
def test_what_is_wrong_with_an_experiment(text, expected):
    assert CHINESE.said(of_experiment(text)) == expected


def test_several_problems_are_said_line_by_line():
    said = CHINESE.said(of_experiment("outer.lr = -3\nouter.meta_batch_size = 2.5"))
    assert sorted(said.splitlines()) == ["outer.lr：-3 超出范围；可取：大于 0", "outer.meta_batch_size：2.5 不是整数"]


@pytest.fixture
def in_chinese():
    words.use(CHINESE)
    yield
    words.use(Catalogue())


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "learner.query_normalization: population statistics belong to parameters that are not adapted; with MAML "
            "choose transductive or per_query",
            "学习器中的“查询归一化”：“总体”统计量属于不参与适应的参数；使用 MAML 时请选择“直推式”或“逐个查询”",
        ),
        (
            "Set compute.mapping to auto or vectorised, which need no compiler.",
            "请将计算中的“映射方式”设为“自动”或“向量化”，它们不需要编译器。",
        ),
        ("outer.lr: -3 is out of range; it must be more than 0", "外循环中的“外循环学习率”：-3 超出范围；可取：大于 0"),
    ],
)
def test_the_form_says_it_with_its_labels(text, expected):
    assert explained(text, Experiment()) == expected


def test_the_form_says_it_in_english():
    text = "learner.query_normalization: choose transductive or per_query"
    assert explained(text, Experiment()) == "“Query normalization” in Learner: choose transductive or per query"


def test_a_preset_that_does_not_exist():
    with pytest.raises(ExperimentError) as caught:
        presets.find("omniglot-5w1s-mam")
    assert CHINESE.said(str(caught.value)) == "没有预设 'omniglot-5w1s-mam'；是不是想写 'omniglot-5w1s-maml'？"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Run 1 of 3: measuring 50 tasks", "第 1 个运行，共 3 个：正在测量 50 个任务"),
        ("Compiling the inner loop, which takes minutes", "正在编译内循环，需要数分钟"),
        (
            "No run matches “tag:x”; there are a, for paper, b and 3 more.",
            "没有符合“tag:x”的运行；现有 a, for paper, b 等，另有 3 个。",
        ),
        ("Worker process 1 of 2 was ended by signal 9.", "第 1 个工作进程（共 2 个）被信号 9 终止。"),
        ("at most about 8 minutes", "不超过约 8 分钟"),
        ("“Tasks at once” in Outer loop", "外循环中的“同时处理的任务数”"),
        ("more than 0, up to 10", "大于 0，不超过 10"),
        (
            "It solves classification and regression. It works with MLP, Conv4 and ResNet-12.",
            "它用于分类和回归。它可与 MLP、Conv4 和 ResNet-12 配合使用。",
        ),
        (
            "No checkpoint of one can be read: /x/1.pt is no longer there: it was moved or deleted. Its curves and "
            "checkpoints are as they were.",
            "one 的检查点都无法读取：/x/1.pt 已不存在：可能已被移动或删除。其曲线和检查点保持原样。",
        ),
        (
            "3 pictures were left out of birds: a.png (is damaged: no end), b.png (is no PNG picture)",
            "birds 中未采用 3 张图片：a.png（已损坏：no end）、b.png（不是 PNG 图片）",
        ),
        (
            "Alphabets that are not as in the official archives: Greek (23 characters, officially 24), Hebrew (2 "
            "characters, officially 22)",
            "与官方压缩包不同的文字：希腊文（23 个字符，官方为 24 个）、希伯来文（2 个字符，官方为 22 个）",
        ),
        ("Try a smaller outer.lr (now 0.1), or outer.clip_gradient = 10.",
         "请尝试更小的 outer.lr（现为 0.1），或 outer.clip_gradient = 10。"),
        (
            "dataset.ways: 3 classes are too few for tasks of 5 classes, as no two splits may share one: 15 are needed "
            "(5 for training, 5 for validation, 5 for test). Add classes: one folder for each, side by side in the "
            "chosen folder.",
            "dataset.ways：只有 3 个类别，对于 5 个类别的任务太少，因为两个划分不得共用类别：需要 15 个"
            "（训练 5 个、验证 5 个、测试 5 个）。请增加类别：在所选文件夹中并列放置，每个类别一个文件夹。",
        ),
    ],
)  # fmt: skip
def test_sentences_that_are_put_together(text, expected):
    assert CHINESE.said(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "12.5 %", "/home/ada/runs/7", "my own run, and so on", "status:finished", "Traceback (most recent call last):",
     "baseline, reptile, normalization", "RuntimeError: shape '[2]' is invalid for input of size 3"],
)  # fmt: skip
def test_what_is_not_known_stays_as_it_is(text):
    assert CHINESE.said(text) == text


@pytest.mark.parametrize("text", ["outer.lr: -3 is out of range; it must be more than 0", "the text is not valid"])
def test_without_translations_all_stays_english(text):
    assert Catalogue().said(text) == text


def test_a_long_list_of_names_is_quick():
    names = ", ".join(f"run-{number}" for number in range(400))
    assert CHINESE.said(f"; there are {names}") == f"；现有 {names}"


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(TEMPLATES), st.lists(WORDS, min_size=8, max_size=8, unique=True))
def test_every_sentence_is_known_by_what_is_fixed_of_it(template, words):
    """Values go to their places; a second one beside another is a hint, which begins with a mark, or nothing."""
    values = [*words]
    for number in re.findall(r"\}\{(\d)\}", template):
        values[int(number)] = ""
    assert CHINESE.said(template.format(*values)) == CHINESE.texts[template].format(*values)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_no_text_is_too_strange(text):
    """Whatever is said keeps its lines, and what has no letter stays."""
    said = CHINESE.said(text)
    assert said.count("\n") == text.count("\n")
    if not re.search(r"[^\W\d_]", text):
        assert said == text
