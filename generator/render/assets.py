"""Style sheet, fonts and icon: named after their content, so that they may be cached for ever."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

LAYERS = ("tokens", "base", "layout", "components", "lists", "print")
"""Of the style sheet, in cascade order."""

SHEETS = ("tokens", "base", "layout", "components", "record", "lists", "print")
"""Each puts its rules into the layer of its name; ``record`` adds to ``components``."""

FONTS = (
    "sarabun-thai-400-normal.woff2",
    "sarabun-thai-700-normal.woff2",
    "sarabun-latin-400-normal.woff2",
    "sarabun-latin-700-normal.woff2",
)

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses for the templates, and the files behind them."""

    css: str
    font_thai: str
    """The one font every page needs at once."""
    favicon: str
    files: tuple[tuple[str, bytes], ...]
    """Path from the site's root, without a slash in front, and content; sorted by path."""


def assets(folders: tuple[Path, ...]) -> Assets:
    """Gather the assets; a file in an earlier template folder stands for that of a later one."""
    fonts = {name: hashed(f"assets/fonts/{name}", find(folders, f"fonts/{name}")) for name in FONTS}
    sheets = [find(folders, f"css/{name}.css").decode() for name in SHEETS]
    css = hashed("assets/site.css", stylesheet(sheets, fonts).encode())
    icon = hashed("assets/favicon.svg", find(folders, "favicon.svg"))
    licence = ("assets/fonts/OFL.txt", find(folders, "fonts/OFL.txt"))
    return Assets(
        css=f"/{css[0]}",
        font_thai=f"/{fonts[FONTS[0]][0]}",
        favicon=f"/{icon[0]}",
        files=tuple(sorted((css, icon, licence, *fonts.values()))),
    )


def find(folders: tuple[Path, ...], name: str) -> bytes:
    """The first folder's asset of this name."""
    places = [folder / "assets" / name for folder in folders]
    return next((place for place in places if place.is_file()), places[-1]).read_bytes()


def hashed(path: str, content: bytes) -> tuple[str, bytes]:
    """``assets/site.css`` → ``assets/site.1f2e3d4c.css``."""
    stem, dot, suffix = path.rpartition(".")
    return f"{stem}.{sha256(content).hexdigest()[:8]}{dot}{suffix}", content


def stylesheet(sheets: list[str], fonts: dict[str, tuple[str, bytes]]) -> str:
    """One sheet: layers in order, without comments and blank lines, fonts by their hashed names."""
    joined = COMMENT.sub("", "\n".join([f"@layer {', '.join(LAYERS)};", *sheets]))
    for name, (path, _) in fonts.items():
        joined = joined.replace(f"fonts/{name}", path.removeprefix("assets/"))
    lines = (line.strip() for line in joined.splitlines())
    return "".join(f"{line}\n" for line in lines if line)
