"""Names of files: which may stand in a site, which are the same, and how to show one."""

import os
import re
import unicodedata
from collections.abc import Iterable

from generator.dump.lines import INVISIBLE, visible

LONGEST_PART = 200
"""Bytes; file systems stop at 255, and tools put their own endings behind a name."""
LONGEST = 1_000
"""Characters of a whole path; Linux stops at 4,096 bytes with the folder it is copied to."""
WRONG = tuple(
    (re.compile(pattern, re.IGNORECASE), why)
    for pattern, why in (
        (r'[\x00-\x1f\x7f"*:<>?\\|\ud800-\udfff]', "a character in it is not portable"),
        (r"(?:^|/)\.{0,2}(?:/|$)", "it is no path below the site's root"),
        (r"[. ](?:/|$)", "a name in it ends in a dot or a space"),
        (
            r"(?:^|/)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:[./]|$)",
            "Windows reserves a name in it",
        ),
        (r"^\.sitegen(?:/|$)", "sitegen keeps its own files there"),
        (rf"^.{{{LONGEST + 1}}}", "it is too long"),
    )
)
"""Shapes no path of a site may have, and why; the first one is said."""


def wrong_with(path: str) -> str:
    """Why no site may hold a path: some server, archive or file system cannot. Else ``""``."""
    for pattern, why in WRONG:
        if pattern.search(path):
            return why
    longest = max(len(name.encode()) for name in path.split("/"))
    return "a name in it is too long" if longest > LONGEST_PART else ""


def alike(path: str) -> str:
    """Equal for two paths that some file systems take for the same."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def clash(paths: Iterable[str]) -> tuple[str, str] | None:
    """The first two paths of which one would overwrite the other, or need it as a folder."""
    files: dict[str, str] = {}
    for path in sorted(paths):
        same = alike(path)
        if same in files:
            return files[same], path
        files[same] = path
    sound = {""}
    for same, path in files.items():
        folder = same.rpartition("/")[0]
        while folder not in sound:
            if folder in files:
                return files[folder], path
            sound.add(folder)
            folder = folder.rpartition("/")[0]
    return None


def shown_name(name: str) -> str:
    """A file's name as text, the same whatever the machine's locale made of its bytes."""
    words = os.fsencode(name).decode("utf-8", "backslashreplace")
    return INVISIBLE.sub(visible, unicodedata.normalize("NFC", words))
