"""เลขไทย: Thai digits ๐-๙ and Arabic digits 0-9."""

import re

DIGITS = "๐๑๒๓๔๕๖๗๘๙"
THAI_DIGIT = re.compile("[๐-๙]")
TO_ARABIC = str.maketrans(DIGITS, "0123456789")
TO_THAI = str.maketrans("0123456789", DIGITS)


def arabic(text: str) -> str:
    """Write ๐-๙ as 0-9; nothing else changes."""
    return text.translate(TO_ARABIC) if THAI_DIGIT.search(text) else text


def thai(text: str) -> str:
    """Write 0-9 as ๐-๙; nothing else changes."""
    return text.translate(TO_THAI)
