"""Dumps no honest officer wrote, made from the sample ones: scripts in every field, no agency."""

import re
import shutil
from pathlib import Path

MARK = "alert(1)"
"""Stands in every injected text."""

SCRIPT = f"\"'><script src='x'>{MARK}</script><img src=x onerror={MARK}>{{{{7*7}}}}"

PLACES = ("start", "end", "value")
"""Where in each line the script stands: before it, behind it, behind its first colon."""

CODE = re.compile(r"\d{8}-\d{1,5}")
UNITS = re.compile(r"^\d{8}/\d{8}$", re.MULTILINE)
REPORTED = re.compile(r"(ความคืบหน้าโครงการฯ ร้อยละ )[\d.]+")
HEADED = "หลักการและเหตุผล"


def hostile_key(place: str) -> str:
    """The code of the project that carries the script at one place of its lines."""
    return f"50010000-{9990 + PLACES.index(place)}"


def write_odd_dumps(samples: Path, folder: Path) -> None:
    """Copy the sample dumps to ``folder`` and add the odd ones."""
    making = folder.with_name(f"{folder.name}.making")
    shutil.rmtree(making, ignore_errors=True)
    shutil.copytree(samples, making)
    texts = [file.read_bytes().decode(errors="ignore") for file in sorted(samples.glob("*.txt"))]
    headed = max((text for text in texts if HEADED in text and CODE.search(text)), key=len)
    stripped = max((text for text in texts if HEADED not in text and UNITS.search(text)), key=len)
    for place in PLACES:
        lines = [injected(line, place) for line in headed.splitlines()]
        text = CODE.sub(hostile_key(place), "\n".join(lines))
        (making / f"hostile-{place}.txt").write_text(text, encoding="utf-8")
        (making / f"later-{place}.txt").write_text(edited(text), encoding="utf-8")
    (making / "no-agency.txt").write_text(UNITS.sub("", stripped), encoding="utf-8")
    making.rename(folder)


def edited(text: str) -> str:
    """A later copy of the page: a report says less than it did, and texts are other ones."""
    return REPORTED.sub(r"\g<1>1.00", text, count=1).replace("เพื่อ", f"{SCRIPT} เพื่อ")


def injected(line: str, place: str) -> str:
    """A line with the script in it; a blank line stays blank, and the code's line keeps its end."""
    if not line.strip():
        return line
    if place == "start" or CODE.search(line):
        return f"{SCRIPT} {line}"
    if place == "value" and ":" in line:
        return line.replace(":", f": {SCRIPT} ", 1)
    return f"{line} {SCRIPT}"
