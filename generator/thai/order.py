"""ลำดับพจนานุกรม: Thai dictionary order (Royal Institute), as ICU's ``th`` collation has it.

Numbers come first, then Thai, then Latin letters. A vowel written before its consonant counts after
it. Punctuation, spaces, ๆ and ฯ do not count. Where all letters agree, marks decide (none, then
๎ ์ ็ ่ ้ ๊ ๋), then variants (a before A, า before ๅ), and at last the code points.
"""

import re
import unicodedata

SYMBOLS = "`´^¯¨¸°©®←→↑↓+±÷×<=>¬|¦~−≈≤≥¤¢$£¥฿€"
CONSONANTS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮ"
NIKHAHIT = "\u0e4d"
VOWELS = f"{NIKHAHIT}ะ\u0e31า\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39เแโใไ\u0e3a"
LETTERS = f"{SYMBOLS}0123456789{CONSONANTS}{VOWELS}abcdefghijklmnopqrstuvwxyz"
ACCENTS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304"
MARKS = f"{ACCENTS}\u0e4e\u0e4c\u0e47\u0e48\u0e49\u0e4a\u0e4b"
# Written form: the letters it counts as, and a digit each for which variant it is.
VARIANTS = {
    "ๅ": ("า", "1"),
    "ำ": ("า" + NIKHAHIT, "03"),
    "\ue000": ("า" + NIKHAHIT, "02"),
    "\ue001": ("า" + NIKHAHIT, "11"),
    **{digit: (str(value), "0") for value, digit in enumerate("๐๑๒๓๔๕๖๗๘๙")},
    **{letter.upper(): (letter, "1") for letter in "abcdefghijklmnopqrstuvwxyz"},
}
CONTROLS = [*range(0x20), *range(0x7F, 0xA0), 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF]
NOT_COUNTED = dict.fromkeys(map(chr, CONTROLS))

# All weights stay below U+00A0: a character without one follows them, by its code point.
WEIGHTS = {letter: chr(1 + place) for place, letter in enumerate(LETTERS)}
FIRST = str.maketrans(
    WEIGHTS
    | {form: "".join(WEIGHTS[letter] for letter in same) for form, (same, _) in VARIANTS.items()}
    | dict.fromkeys(MARKS)
    | NOT_COUNTED
)
SECOND = str.maketrans(
    dict.fromkeys(LETTERS, "0")
    | {form: "0" * len(same) for form, (same, _) in VARIANTS.items()}
    | {mark: chr(ord("1") + place) for place, mark in enumerate(MARKS)}
    | NOT_COUNTED
)
THIRD = str.maketrans(
    dict.fromkeys(LETTERS + MARKS, "0")
    | {form: digits for form, (_, digits) in VARIANTS.items()}
    | NOT_COUNTED
)

SWAPPED = re.compile(f"([เแโใไ])([{CONSONANTS}])")
# What does not count takes the marks after it along, as in ICU ("alternate shifted").
PASSED_OVER = re.compile(
    rf"""[\s!-#%-*,-/:;?@\[-\]_{{}}¡§«¶·»¿ฯๆ๏๚๛\u2010-\u2027\u2030-\u2043\u2045-\u205e]"""
    rf"""[{MARKS}]*"""
)
HAS_MARK = re.compile(f"[{MARKS}]")
HAS_VARIANT = re.compile("[A-Zๅำ\ue000\ue001]")


def sort_key(text: str) -> str:
    """Give a key whose order of code points is the dictionary's order of texts.

    Equal only for equal texts, so that a sorted list never depends on the order it came in.
    """
    letters = SWAPPED.sub(r"\2\1", unicodedata.normalize("NFD", text))
    if NIKHAHIT in letters:
        letters = letters.replace("\u0e4dา", "\ue000").replace("\u0e4dๅ", "\ue001")
    letters = PASSED_OVER.sub("", letters)
    second = letters.translate(SECOND) if HAS_MARK.search(letters) else ""
    third = letters.translate(THIRD) if HAS_VARIANT.search(letters) else ""
    return f"{letters.translate(FIRST)}\0{second}\0{third}\0{text}"
