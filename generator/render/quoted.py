"""Text from outside, made safe to print: the words of a dump, and addresses."""

import re
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.render.markup import escaped, safe

WITHHELD = re.compile(r"\[ปกปิด(?:ชื่อ|โทรศัพท์|อีเมล|เลขประจำตัว|ผู้ติดต่อ|ข้อความ)\]")
LEFT_TO_RIGHT = re.compile("[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]*")
"""No Hebrew, no Arabic, nor their like: letters that would pull the words around them along."""

OUTSIDE = frozenset({"http", "https", "mailto"})
"""Schemes an address from outside may have."""

UNSAFE = re.compile(r"[\x00-\x20\x7f\\<>\"]")
"""Characters that browsers drop from an address, or read as another one."""


def verbatim(text: str) -> Markup:
    """The words of a dump as HTML, to the letter: the marks of what is withheld are made plain."""
    return safe(shown(text))


def dumptext(text: str) -> Markup:
    """The words of a dump as HTML, to be read: line ends kept, the space before ๆ unbroken."""
    return safe(shown(text.replace(" ๆ", "\N{NO-BREAK SPACE}ๆ")).replace("\n", "<br>"))


def shown(text: str) -> str:
    """The words as HTML."""
    html = escaped(text)
    if "[" in html:
        html = WITHHELD.sub(r'<span class="withheld">\g<0></span>', html)
    if not (text.isascii() or LEFT_TO_RIGHT.fullmatch(text)):
        html = f"<bdi>{html}</bdi>"
    return html


def safe_address(address: str) -> str:
    """``address`` if a link may lead there, else the empty string."""
    if UNSAFE.search(address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in OUTSIDE:
        return ""
    return address if parts.scheme == "mailto" or parts.netloc else ""
