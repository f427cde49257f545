"""Thai words on pages in another language: each stands in an element that says ``lang="th"``.

What a dump says is never translated, so a page in another language is full of it. It is known by
its letters, wherever it stands: no template has to tell.
"""

import re

THAI = "\u0e01-\u0e3a\u0e40-\u0e5b"
RUN = re.compile(rf"[{THAI}](?:[^A-Za-z<>&]*[{THAI}])?")
"""Thai words with the spaces, digits and marks between them."""

TEXT = re.compile(rf">([^<>{THAI}]*[{THAI}][^<>]*)(?=(?:</(\w+))?)")
"""What stands between two tags, from the end of the first, and the element that the other ends.

The first is read backwards from there: that is quick.
"""

PLAIN = frozenset({"script", "style", "title", "textarea", "option"})
"""Elements that hold no others."""

LATIN = re.compile(r"(?<!&)\b[A-Za-z]")


def marked(html: str) -> str:
    """The page with its Thai words marked: their element, where it holds no other words."""
    return TEXT.sub(mark, html)


def mark(found: re.Match[str]) -> str:
    """One text: its element marked, else a new one around the Thai words."""
    html, (text, ended) = found.string, found.groups()
    tag = html[html.rfind("<", 0, found.start()) : found.start()]
    name = tag.split(maxsplit=1)[0][1:]
    if " lang=" in tag:
        return found[0]
    if ended == name and not LATIN.search(text):
        return f' lang="th">{text}'
    if name in PLAIN:
        return found[0]
    around = "tspan" if ended in {"text", "tspan"} else "span"
    return ">" + RUN.sub(rf'<{around} lang="th">\g<0></{around}>', text)
