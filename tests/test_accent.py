"""The owner's colour can be read on every ground of the site, or it is refused."""

import re
import struct
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.accent import (
    AMPLE,
    GROUNDS,
    GROUNDS_DARK,
    LEAST,
    OURS,
    contrast,
    legibility,
    legible,
    shades,
)
from generator.render.assets import assets
from generator.render.places import folders
from tests.conftest import ROOT
from tests.test_config import messages, read

TOKENS = (ROOT / "templates" / "assets" / "css" / "tokens.css").read_text(encoding="utf-8")
COLOURS = st.binary(min_size=3, max_size=3).map(lambda body: f"#{body.hex()}")


def tokens(name: str) -> list[str]:
    """By light and in the dark, as ``#f3f4f8``."""
    found: list[str] = re.findall(rf"--{name}: #(\w+)", TOKENS)
    return [f"#{one if len(one) == 6 else ''.join(2 * letter for letter in one)}" for one in found]


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    assert [*zip(GROUNDS, GROUNDS_DARK, strict=True)] == [(*tokens("paper"),), (*tokens("band"),)]


@given(COLOURS)
def test_every_shade_can_be_read(colour: str) -> None:
    accent = legible(colour)
    assert legibility(accent) >= LEAST
    accent, soft, dark, dark_soft = shades(accent)
    assert min(contrast(accent, ground) for ground in (*GROUNDS, soft)) >= LEAST
    assert min(contrast(dark, ground) for ground in (*GROUNDS_DARK, dark_soft)) >= AMPLE


@given(COLOURS)
def test_words_can_be_read_on_its_own_grounds(colour: str) -> None:
    _, soft, _, dark_soft = shades(colour)
    for ink in ("ink", "ink-2"):
        by_light, in_the_dark = tokens(ink)
        assert contrast(by_light, soft) >= LEAST
        assert contrast(in_the_dark, dark_soft) >= LEAST


def test_our_own_accent_is_as_its_shades_would_be() -> None:
    by_light, in_the_dark = tokens("accent")
    assert shades(by_light).soft == tokens("accent-soft")[0]
    assert contrast(shades(by_light).dark, in_the_dark) == pytest.approx(1, abs=0.2)


def test_our_own_shades_are_those_of_the_style_sheet() -> None:
    light, dark = zip(tokens("accent"), tokens("accent-soft"), strict=True)
    assert (*light, *dark) == (OURS.accent, OURS.soft, OURS.dark, OURS.dark_soft)


def test_our_pictures_take_the_colour_and_nothing_else(tmp_path: Path) -> None:
    told = shades("#1f5e3a")
    ours, theirs = assets(folders()), assets(folders(), "#1f5e3a")
    svg, plain = (dict(one.files)[one.favicon[1:]].decode() for one in (theirs, ours))
    assert svg == plain.replace("#2a3d92", told.accent).replace("#aebcff", told.dark)
    for one, other, changed in (
        (ours.icon, theirs.icon, {told.accent, told.dark}),
        (ours.preview, theirs.preview, {told.accent, told.soft}),
    ):
        before, after = dict(ours.files)[one[1:]], dict(theirs.files)[other[1:]]
        assert {*palette(after)} - {*palette(before)} == changed
        assert len(palette(after)) == len(palette(before))
        assert chunks(after)[0] == chunks(before)[0]
        assert chunks(after)[2:] == chunks(before)[2:]
    mine = b'<svg xmlns="http://www.w3.org/2000/svg" fill="#2a3d92"/>'
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "favicon.svg").write_bytes(mine)
    made = assets(folders(tmp_path), "#1f5e3a")
    assert dict(made.files)[made.favicon[1:]] == mine


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """The chunks of a picture, each with its checksum proved."""
    found, at = [], 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        name, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert png[at + 8 + length : at + 12 + length] == struct.pack(">I", crc32(name + body))
        found.append((name, body))
        at += 12 + length
    return found


def palette(png: bytes) -> list[str]:
    """Its colours, as ``#1f5e3a``."""
    body = dict(chunks(png))[b"PLTE"]
    return [f"#{body[at : at + 3].hex()}" for at in range(0, len(body), 3)]


def test_a_colour_too_pale_for_words_is_refused_with_one_that_is_not() -> None:
    assert read('accent = "#1F5E3A"')[0].accent == "#1f5e3a"
    (told,) = messages('name = "ก"\naccent = "#FFD000"')
    assert told.startswith("site.toml:2: accent #ffd000 is too pale for words: its contrast is 1.3")
    assert told.endswith('[the nearest shade of it that can be read is accent = "#856c00"]')
    assert messages("", {"SITEGEN_ACCENT": "#777777"})[0].startswith("SITEGEN_ACCENT:0: accent #")


@pytest.mark.parametrize("words", ["green", "#1f5e3", "#1f5e3ag", "1f5e3a", "rgb(0,0,0)"])
def test_what_is_no_colour(words: str) -> None:
    assert messages(f'accent = "{words}"') == [
        f'site.toml:1: accent must be a colour such as "#1f5e3a", not {words!r} []'
    ]


@pytest.mark.parametrize("words", ["../logo.svg", "/logo.svg", "logo.pdf", ".logo.svg", "a b.png"])
def test_what_is_no_logo(words: str) -> None:
    (told,) = messages(f'logo = "{words}"')
    assert told.startswith("site.toml:1: logo must be a picture below content/static/, such as")


def test_it_stands_in_the_one_sheet_behind_our_own_and_before_the_sites(tmp_path: Path) -> None:
    (tmp_path / "assets" / "css").mkdir(parents=True)
    (tmp_path / "assets" / "css" / "own.css").write_text("/* ours */\n.letter { margin: 0; }\n")
    made = assets(folders(tmp_path), "#1f5e3a")
    css = dict(made.files)[made.css[1:]].decode()
    whole = f"--accent: #1f5e3a; --accent-soft: {shades('#1f5e3a').soft}"
    assert css.index("--accent: #aebcff") < css.index(whole) < css.index(".letter { margin: 0; }")
    assert css.endswith(".letter { margin: 0; }\n")
    assert assets(folders()).css not in {made.css, assets(folders(tmp_path)).css}
