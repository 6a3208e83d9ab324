"""Someone has Omniglot's archives on disk, and trains on them without downloading anything."""

import json

TINY = {
    "dataset.queries": 3,
    "learner.filters": 4,
    "outer.meta_batch_size": 2,
    "outer.iterations": 4,
    "evaluation.every": 2,
    "evaluation.tasks": 5,
    "evaluation.test_tasks": 5,
    "evaluation.inner_steps": 1,
    "compute.mapping": "sequential",
}


def test_omniglot_from_archives(person, real_data):
    # The preset with the published protocol is chosen from the list, and made small.
    person.open()
    person.press("setup.preset")
    person.type("omniglot 5-way 1-shot maml")
    person.keys("Return")
    assert person.window.session.preset == "omniglot-5w1s-maml"
    person.set_up(TINY)

    # The folder of the archives is all that the program needs to be told.
    person.set("dataset.folder", str(real_data / "omniglot"))
    person.press("toolbar.run.start")
    person.wait_for_end()

    # The run has learnt on the characters of the published lists, and says how well.
    run = person.runs[0]
    split = json.loads((run / "split.json").read_text(encoding="utf-8"))
    assert {name: len(classes) for name, classes in split.items()} == {"train": 1028, "validation": 172, "test": 423}
    person.wait(lambda: person.cell(0, "Status") == "finished")
    assert person.cell(0, "Dataset") == "Omniglot"
    assert person.cell(0, "Task") == "5w1s"
    assert "\u202f% ± " in person.cell(0, "Validation")
    assert "\u202f% ± " in person.cell(0, "Test")

    # Nothing was downloaded into the program's own data folder.
    assert not (person.places.data / "omniglot").exists()
