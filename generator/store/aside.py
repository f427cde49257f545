"""Bytes put aside in the new tree until the same build needs them; none of them is published."""

import os
import shutil
from pathlib import Path

from generator.errors import attempting

FOLDER = ".aside"


def put(tree: str, name: str, body: bytes) -> None:
    """Put bytes aside; from any process."""
    with attempting("put a part of a file aside"):
        os.makedirs(f"{tree}/{FOLDER}", exist_ok=True)  # noqa: PTH103  as in ``store.output``
        Path(tree, FOLDER, name).write_bytes(body)


def taken(tree: str, name: str) -> bytes:
    """The bytes again."""
    with attempting("read a part of a file again"):
        return Path(tree, FOLDER, name).read_bytes()


def clear(tree: str) -> None:
    """Nothing of it is left."""
    folder = Path(tree, FOLDER)
    with attempting("remove what was put aside"):
        if folder.is_dir():
            shutil.rmtree(folder)
