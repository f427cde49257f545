"""Bytes of a dump → text: BOM, UTF-8, Windows-874 when mostly Thai, else UTF-8 with loss."""

import codecs
import re
from contextlib import suppress

from generator.diagnostics import Diagnostic
from generator.dump.lines import LINE_END

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
THAI = re.compile("[\u0e01-\u0e5b]")
BEYOND_ASCII = re.compile("[^\x00-\x7f]")
LETTER = re.compile(r"[^\W\d_]|[\u0e31\u0e34-\u0e4e]")
LOST = "\ufffd"


def decode(body: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text, and one diagnostic at the first byte that no encoding explains."""
    mark, encoding = next((bom for bom in BOMS if body.startswith(bom[0])), (b"", "utf-8"))
    rest = body[len(mark) :]
    with suppress(UnicodeDecodeError):
        return rest.decode(encoding), ()
    if not mark and is_windows_874(rest):
        encoding = "cp874"
    try:
        return rest.decode(encoding), ()
    except UnicodeDecodeError as error:
        text = rest.decode(encoding, "replace")
        before = rest[: error.start].decode(encoding)
        again = text.count(LOST) - 1
        detail = f"byte {len(mark) + error.start}{f' and {again} more' if again else ''}"
        return text, (Diagnostic("decoded-with-loss", *place(before), detail=detail),)


def is_windows_874(body: bytes) -> bool:
    """Whether bytes that are no UTF-8 read as Thai in Windows-874 (also called TIS-620).

    Nearly any byte above 7F is some Thai character there, so the text must look Thai as well:
    nine in ten of its characters beyond ASCII, one in three of its letters. Damaged UTF-8 also
    passes that (its bytes read as ``เธ…``), but then more of it decodes as UTF-8 than is lost.
    """
    text = body.decode("cp874", "replace")
    thai = occurrences(THAI, text)
    nine_in_ten = thai * 10 >= occurrences(BEYOND_ASCII, text) * 9
    one_in_three = thai * 3 >= occurrences(LETTER, text)
    damaged = body.decode("utf-8", "replace")
    is_damaged = damaged.count(LOST) <= occurrences(THAI, damaged)
    return nine_in_ten and one_in_three and not is_damaged


def occurrences(pattern: re.Pattern[str], text: str) -> int:
    """How often a pattern of one character is found."""
    return sum(1 for _ in pattern.finditer(text))


def place(before: str) -> tuple[int, int]:
    """Line and column, from 1, of what follows a text; lines end as the dump reader cuts them."""
    ends = [found.end() for found in LINE_END.finditer(before)]
    return len(ends) + 1, len(before) - (ends[-1] if ends else 0) + 1
