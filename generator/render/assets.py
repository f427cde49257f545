"""Style sheets, scripts, fonts and icon: named after their content, to be cached for ever."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.accent import shades
from generator.render.scripts import scripts
from generator.render.tinting import tinted

LAYERS = ("tokens", "base", "layout", "components", "charts", "lists", "print")
"""Of the style sheet, in cascade order."""

SHEETS = ("tokens", "base", "layout", "components", "charts", "record", "lists", "print")
"""Each puts its rules into the layer of its name; ``record`` adds to ``components``."""

FONTS = (
    "sarabun-thai-400-normal.woff2",
    "sarabun-thai-700-normal.woff2",
    "sarabun-latin-400-normal.woff2",
    "sarabun-latin-700-normal.woff2",
)

PICTURES = ("favicon.svg", "icon.png", "preview.png")

OWN = "css/own.css"
"""A sheet of the site's own, after all of ours and in no layer: whatever it says holds."""

ACCENT = """\
@layer tokens {{
:root {{ --accent: {0.accent}; --accent-soft: {0.soft}; }}
@media (prefers-color-scheme: dark) {{
:root {{ --accent: {0.dark}; --accent-soft: {0.dark_soft}; }} }}
}}
@layer print {{ @media print {{ :root {{ --accent: {0.accent}; --accent-soft: #eee; }} }} }}
"""
"""After our own tokens."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses for the templates, and the files behind them."""

    css: str
    search_css: str
    """What only pages with a search box need."""
    overview_css: str
    """What only home and the comparison need."""
    js: str
    """The folder of the scripts: ``/assets/js-1f2e3d4c/``."""
    font_thai: str
    """The one font every page in Thai needs at once."""
    font_latin: str
    """The one that every other page needs."""
    favicon: str
    icon: str
    """The same in pixels, for telephones."""
    preview: str
    """What a link to any page shows where it is shared."""
    files: tuple[tuple[str, bytes], ...]
    """Path from the site's root, without a slash in front, and content; sorted by path."""


def assets(folders: tuple[Path, ...], accent: str | None = None) -> Assets:
    """Gather the assets; a file in an earlier template folder stands for that of a later one."""
    fonts = {name: hashed(f"assets/fonts/{name}", find(folders, f"fonts/{name}")) for name in FONTS}
    sheets = [find(folders, f"css/{name}.css").decode() for name in SHEETS]
    sheets += [ACCENT.format(shades(accent))] if accent else []
    sheets += [place.read_text("utf-8") for place in places(folders, OWN) if place.is_file()][:1]
    css = hashed("assets/site.css", stylesheet(sheets, fonts).encode())
    search_css, overview_css = (
        hashed(f"assets/{name}.css", tidy(find(folders, f"css/{name}.css").decode()).encode())
        for name in ("search", "overview")
    )
    js = scripts(lambda name: find(folders, f"js/{name}.js").decode())
    icon, large, preview = (
        hashed(f"assets/{one}", picture(folders, one, accent)) for one in PICTURES
    )
    licence = ("assets/fonts/OFL.txt", find(folders, "fonts/OFL.txt"))
    sheets_and_icons = (css, search_css, overview_css, icon, large, preview)
    return Assets(
        css=f"/{css[0]}",
        search_css=f"/{search_css[0]}",
        overview_css=f"/{overview_css[0]}",
        js=f"/{js[0][0].rpartition('/')[0]}/",
        font_thai=f"/{fonts[FONTS[0]][0]}",
        font_latin=f"/{fonts[FONTS[2]][0]}",
        favicon=f"/{icon[0]}",
        icon=f"/{large[0]}",
        preview=f"/{preview[0]}",
        files=tuple(sorted((*sheets_and_icons, licence, *js, *fonts.values()))),
    )


def find(folders: tuple[Path, ...], name: str) -> bytes:
    """The first folder's asset of this name."""
    every = places(folders, name)
    return next((place for place in every if place.is_file()), every[-1]).read_bytes()


def picture(folders: tuple[Path, ...], name: str, accent: str | None) -> bytes:
    """Ours, in the owner's colour; one of the owner's, as it is."""
    found = find(folders, name)
    return tinted(found, accent) if accent and found == find(folders[-1:], name) else found


def places(folders: tuple[Path, ...], name: str) -> list[Path]:
    """Where an asset may lie."""
    return [folder / "assets" / name for folder in folders]


def hashed(path: str, content: bytes) -> tuple[str, bytes]:
    """``assets/site.css`` → ``assets/site.1f2e3d4c.css``."""
    stem, dot, suffix = path.rpartition(".")
    return f"{stem}.{sha256(content).hexdigest()[:8]}{dot}{suffix}", content


def stylesheet(sheets: list[str], fonts: dict[str, tuple[str, bytes]]) -> str:
    """One sheet: layers in order, fonts by their hashed names."""
    joined = tidy("\n".join([f"@layer {', '.join(LAYERS)};", *sheets]))
    for name, (path, _) in fonts.items():
        joined = joined.replace(f"fonts/{name}", path.removeprefix("assets/"))
    return joined


def tidy(sheet: str) -> str:
    """A sheet without its comments and blank lines."""
    lines = (line.strip() for line in COMMENT.sub("", sheet).splitlines())
    return "".join(f"{line}\n" for line in lines if line)
