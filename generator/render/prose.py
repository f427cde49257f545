"""Markdown of ``content/pages/`` becomes safe HTML, cut at its second-level headings."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup

from generator.errors import SitegenError
from generator.render.quoted import safe_address

LONGEST = 100_000
"""Characters; Markdown has shapes that take quadratic time."""

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class ProseTooLongError(SitegenError):
    """A Markdown text is longer than ``LONGEST``."""

    exit_code = 2
    usual_code = "text-too-long"


@dataclass(frozen=True, slots=True)
class Passage:
    """A second-level heading and what stands under it."""

    anchor: str
    """Unique in its text; Thai letters and marks stay."""
    heading: Markup
    body: Markup


@dataclass(frozen=True, slots=True)
class Prose:
    """A Markdown text, ready to be laid out."""

    title: Markup
    """Of the first line, ``# Title``; empty when there is none."""
    lead: Markup
    """What stands before the first second-level heading."""
    passages: tuple[Passage, ...]


def prose(text: str) -> Prose:
    """Read Markdown: no raw HTML, no picture from elsewhere, no link that hides where it leads."""
    if len(text) > LONGEST:
        message = f"a page of {len(text):,} characters of Markdown; at most {LONGEST:,} are read"
        raise ProseTooLongError(message)
    tokens = MARKDOWN.parse(text)
    drop_remote_pictures(tokens)
    set_anchors(tokens)
    title = Markup()
    if tokens and (tokens[0].type, tokens[0].tag) == ("heading_open", "h1"):
        title, tokens = inline(tokens[1]), tokens[3:]
    for token in tokens:
        if token.tag == "h1":
            token.tag = "h2"
    cuts = [*(at for at, token in enumerate(tokens) if is_passage(token)), len(tokens)]
    return Prose(
        title=title,
        lead=html(tokens[: cuts[0]]),
        passages=tuple(
            Passage(str(tokens[at].attrs["id"]), inline(tokens[at + 1]), html(tokens[at + 3 : end]))
            for at, end in pairwise(cuts)
        ),
    )


def is_passage(token: Token) -> bool:
    """Whether a second-level heading of the text itself, not of a quotation, opens here."""
    return token.type == "heading_open" and token.tag == "h2" and token.level == 0


def html(tokens: Sequence[Token]) -> Markup:
    """Render block tokens."""
    return Markup(HTML.render(tokens, MARKDOWN.options, {}).strip())  # noqa: S704


def inline(token: Token) -> Markup:
    """Render the words of a heading."""
    children = token.children or []
    return Markup(HTML.renderInline(children, MARKDOWN.options, {}))  # noqa: S704


def set_anchors(tokens: Sequence[Token]) -> None:
    """Give each heading its ``id``."""
    seen: set[str] = set()
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            anchor = unused(slug(tokens[at + 1].content), seen)
            seen.add(anchor)
            token.attrSet("id", anchor)


def slug(words: str) -> str:
    """``วิธี อ่าน!`` → ``วิธี-อ่าน``; vowels and tone marks are kept."""
    kept = (
        character if character.isalnum() or unicodedata.category(character) == "Mn" else "-"
        for character in unicodedata.normalize("NFC", words.lower())
    )
    return re.sub("-+", "-", "".join(kept)).strip("-") or "section"


def unused(anchor: str, seen: set[str]) -> str:
    """``anchor``, or the first of ``anchor-2``, ``anchor-3`` … that no heading has."""
    if anchor not in seen:
        return anchor
    return next(name for number in count(2) if (name := f"{anchor}-{number}") not in seen)


def drop_remote_pictures(tokens: Sequence[Token]) -> None:
    """Keep pictures of this site; of any other, the words that stand for it."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "image" and not is_local(str(child.attrs["src"])):
                child.type, child.tag, child.attrs = "text", "", {}


def is_local(address: str) -> bool:
    """Whether the address can only lead into this site."""
    plain = unquote(address)
    return not (
        SCHEME.match(plain)
        or plain.startswith("//")
        or "\\" in plain
        or any(character < " " for character in plain)
    )


def may_lead_to(address: str) -> bool:
    """Whether a link may lead there: into this site, or openly to http, https or mailto."""
    return is_local(address) or bool(safe_address(address))


class Reader(MarkdownIt):
    """Markdown without raw HTML, with this site's rule about addresses."""

    def __init__(self) -> None:
        """Start from the preset that lets no HTML through."""
        super().__init__("js-default")

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        """Refuse what markdown-it itself lets pass, such as ``//elsewhere``."""
        return may_lead_to(url)


MARKDOWN = Reader()
HTML = RendererHTML()
