"""Our pictures in the colour of the site's owner: another palette, the same pixels."""

import struct
from collections.abc import Mapping
from zlib import crc32

from generator.accent import OURS, shades

PALETTE = b"PLTE"


def tinted(picture: bytes, accent: str) -> bytes:
    """An SVG or a PNG with a palette: each shade of our accent becomes that of another."""
    colours = dict(zip(OURS, shades(accent), strict=True))
    if PALETTE in picture:
        return with_palette(picture, colours)
    for ours, theirs in colours.items():
        picture = picture.replace(ours.encode(), theirs.encode())
    return picture


def with_palette(png: bytes, colours: Mapping[str, str]) -> bytes:
    """A PNG is a row of chunks: length, name, body, and a checksum of name and body."""
    at = png.index(PALETTE)
    end = at + len(PALETTE) + struct.unpack(">I", png[at - 4 : at])[0]
    every = png[at + len(PALETTE) : end].hex("#", 3).split("#")
    body = bytes.fromhex("".join(colours.get(f"#{one}", one).strip("#") for one in every))
    chunk = PALETTE + body
    return png[:at] + chunk + struct.pack(">I", crc32(chunk)) + png[end + 4 :]
