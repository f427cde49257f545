"""The colour of links and charts, as the site's owner chose it, and its shades."""

from colorsys import hls_to_rgb, rgb_to_hls
from typing import NamedTuple

from generator.errors import Fault
from generator.settings import kinds
from generator.settings.setting import Setting, Taking

ACCENT = Setting[str | None]("accent", kinds.COLOUR, None)

LEAST, AMPLE = 4.5, 7.0
"""Contrasts: what WCAG asks of text at least, and at best."""

LINEAR = 0.04045
"""Of sRGB: up to there a channel is as bright as its number."""

SOFT, SOFT_DARK = (0.94, 0.5), (0.19, 0.35)
"""Lightness, and the most saturation, of the ground behind words in the accent."""

GROUNDS, GROUNDS_DARK = ("#ffffff", "#f3f4f8"), ("#11141c", "#1a1e29")
"""``--paper`` and ``--band`` of ``tokens.css``."""


class Shades(NamedTuple):
    """One accent, by light and in the dark; all as ``#1f5e3a``."""

    accent: str
    soft: str
    dark: str
    dark_soft: str


OURS = Shades("#2a3d92", "#e8ebf7", "#aebcff", "#232a49")
"""Those of ``tokens.css``, and of our pictures."""


def read_accent(take: Taking) -> str | None:
    """The owner's colour; one that cannot be read on the site's grounds is a fault."""
    colour = take(ACCENT)
    if colour is None or legibility(colour) >= LEAST:
        return colour
    given = next(layer[ACCENT.key] for layer in reversed(take.layers) if ACCENT.key in layer)
    message = (
        f"accent {colour} is too pale for words: its contrast is {legibility(colour):.1f}, and"
        f" {LEAST} is the least"
    )
    hint = f'the nearest shade of it that can be read is accent = "{legible(colour)}"'
    take.faults.append(Fault("setting-wrong", given.file, given.line, message, hint))
    return None


def shades(colour: str) -> Shades:
    """What an accent is on every ground: in the dark of the same hue, and lighter."""
    dark_soft = ground(colour, *SOFT_DARK)
    lighter = (at_lightness(colour, step / 100) for step in range(50, 101))
    dark = next(one for one in lighter if lowest(one, (*GROUNDS_DARK, dark_soft)) >= AMPLE)
    return Shades(colour, ground(colour, *SOFT), dark, dark_soft)


def legibility(colour: str) -> float:
    """Its least contrast by light, on any ground that it stands on."""
    return lowest(colour, (*GROUNDS, ground(colour, *SOFT)))


def legible(colour: str) -> str:
    """The same hue, just dark enough."""
    _, lightness, _ = rgb_to_hls(*channels(colour))
    darker = (at_lightness(colour, lightness * step / 100) for step in range(99, -1, -1))
    return next(one for one in darker if legibility(one) >= LEAST)


def ground(colour: str, lightness: float, saturation: float) -> str:
    """Its hue as a ground for words."""
    hue, _, own = rgb_to_hls(*channels(colour))
    return written(hls_to_rgb(hue, lightness, min(own, saturation)))


def at_lightness(colour: str, lightness: float) -> str:
    """The colour with another lightness, from 0 to 1."""
    hue, _, saturation = rgb_to_hls(*channels(colour))
    return written(hls_to_rgb(hue, lightness, saturation))


def lowest(colour: str, grounds: tuple[str, ...]) -> float:
    """The least of its contrasts on these."""
    return min(contrast(colour, one) for one in grounds)


def contrast(one: str, other: str) -> float:
    """From 1 to 21, as WCAG counts it."""
    dim, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def luminance(colour: str) -> float:
    """How bright it looks, from 0 to 1."""
    red, green, blue = (
        one / 12.92 if one <= LINEAR else ((one + 0.055) / 1.055) ** 2.4 for one in channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def channels(colour: str) -> tuple[float, float, float]:
    """``#1f5e3a`` → red, green and blue, from 0 to 1."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255


def written(parts: tuple[float, float, float]) -> str:
    """Red, green and blue as CSS has them."""
    return "#" + bytes(round(part * 255) for part in parts).hex()
