"""The classes of a folder of pictures: one for each folder in it, and what the folder says about splits."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from core.tasks.archives import LeftOut, left_out_notices, listed, opened, printable
from core.tasks.photographs import LIMITS, SUFFIXES
from core.tasks.task import SPLITS, DataError

SPLIT_NAMED = {  # what folders and lists of a split are called
    "train": "train", "training": "train", "val": "validation", "valid": "validation", "validation": "validation",
    "test": "test",
}  # fmt: skip


class Found(NamedTuple):
    """What a folder holds."""

    root: Path  # the folder that the classes, or the folders of the splits, lie in
    classes: dict[str, list[str]]  # class -> picture files relative to root, both sorted
    within: dict[str, list[str]]  # split -> its classes, where the folder has folders for the splits; else empty
    notices: list[str]


def find_classes(folder: Path) -> Found:
    """Sort the pictures below a folder into classes. Raises DataError where there is none in a folder of a class."""
    with opened(folder, LIMITS, suffixes=("",)) as everything:
        names, left_out = everything.names, list(everything.left_out)
    pictures = [name for name in names if _is_picture(name)]
    inside = _common_folder(pictures)
    root = folder.joinpath(*inside)
    before = "/".join((*inside, ""))
    skipped = len(before)
    of_splits = _has_folders_of_splits(name[skipped:] for name in pictures if name.startswith(before))
    classes: dict[str, list[str]] = {}
    within: dict[str, dict[str, None]] = {split: {} for split in SPLITS} if of_splits else {}
    for name in pictures:
        *folders, _ = name[skipped:].split("/") if name.startswith(before) else ("",)
        if of_splits:
            split = SPLIT_NAMED.get(folders[0].lower()) if len(folders) > 1 else None
            if split is None:
                left_out.append(LeftOut(name, "is in no folder of a class in train, validation or test"))
                continue
            within[split][printable(folders[1])] = None
        elif not folders:
            left_out.append(LeftOut(name, "is in no folder of a class"))
            continue
        classes.setdefault(printable(folders[of_splits]), []).append(name[skipped:])
    notices = [notice.message for notice in left_out_notices(folder.name, left_out)]
    others = _other_files(
        name for name in names if not _is_picture(name) and name.startswith(before) and "/" in name[skipped:]
    )
    if not classes:
        raise DataError(
            f"{folder} has no folders with pictures ({', '.join(SUFFIXES)}) in them; it should hold one folder for "
            "each class." + "".join(f" {message}." for message in [*notices, *others])
        )
    notices += [f"{message}. Pictures are {', '.join(SUFFIXES)}" for message in others]
    depth = 2 if of_splits else 1
    kept = {"/".join(name[skipped:].split("/")[:depth]) for name in pictures if name.startswith(before)}
    notices += _empty_folders(root, depth, kept)
    return Found(root, dict(sorted(classes.items())), {split: list(found) for split, found in within.items()}, notices)


def listed_classes(root: Path) -> dict[str, list[str]]:
    """split -> the classes that its list names, where there are lists.

    Raises DataError for a list that is no text, and where a split has two.
    """
    found: dict[str, list[str]] = {}
    read: dict[str, Path] = {}
    for name, split in SPLIT_NAMED.items():
        path = root / f"{name}.txt"
        if path.is_file():
            if split in read:
                raise DataError(
                    f"{root} has two lists for {split}, {read[split].name} and {path.name}; keep one of them"
                )
            try:
                lines = path.read_text(encoding="utf-8-sig").splitlines()
            except (OSError, UnicodeDecodeError) as error:
                raise DataError(f"{path} cannot be read as a list of classes: {error}") from error
            found[split] = [printable(line.strip()) for line in lines if line.strip()]
            read[split] = path
    return found


def _is_picture(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def _common_folder(pictures: list[str]) -> tuple[str, ...]:
    """The way to the folder that holds the folders of classes, where that is not the chosen one but one inside.

    Pictures that lie loose beside that folder do not hide it. A folder that holds loose pictures, and one folder more,
    is a class itself.
    """
    way: tuple[str, ...] = ()
    below = [PurePosixPath(name).parts for name in pictures]
    while True:
        below = [parts for parts in below if len(parts) > 1]
        if len({parts[0] for parts in below}) != 1:
            return way
        loose = any(len(parts) == 2 for parts in below)
        folders = {parts[1] for parts in below if len(parts) > 2}
        if len(folders) < (2 if loose else 1):
            return way
        way = (*way, below[0][0])
        below = [parts[1:] for parts in below]


def _has_folders_of_splits(files: Iterable[str]) -> bool:
    """Whether there is a folder train with folders in it: a class of that name would have pictures in it instead."""
    return any(file.count("/") > 1 and SPLIT_NAMED.get(file.split("/")[0].lower()) == "train" for file in files)


def _other_files(names: Iterable[str]) -> list[str]:
    endings = Counter(PurePosixPath(name).suffix.lower() or "no ending" for name in names)
    if not endings:
        return []
    kinds = ", ".join(f"{ending} ({count:,})" for ending, count in endings.most_common(10))
    return [f"Files that are not read: {kinds}"]


def _empty_folders(root: Path, depth: int, with_pictures: set[str]) -> list[str]:
    """What is to be said about folders so deep below the root that could be classes and have no picture."""
    folders = [path.relative_to(root) for path in sorted(root.glob("/".join("*" * depth))) if path.is_dir()]
    shown = [path.as_posix() for path in folders if not any(part.startswith((".", "__")) for part in path.parts)]
    empty = [name for name in shown if name not in with_pictures]
    return [f"Folders without a picture, which are no classes: {listed(empty)}"] if empty else []
