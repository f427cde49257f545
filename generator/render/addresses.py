"""Addresses on a page: templates write each from the site's root, as the source language has it.

They are led where they belong in the finished text of a page, which is quick where all of them
become the same.
"""

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from generator.choices import SOURCE
from generator.publish.editions import TWINNED, edition
from generator.settings.kinds import LOCALE

BEGIN = r'="/(?:(?<=\shref="/)|(?<=\ssrc="/)|(?<=\saction="/))(?![/>])'
"""How one begins. What it belongs to is read backwards from its first slash: that is quick.

The words of a dump cannot be taken for one. Their quotes are escaped, so the only quote that may
follow ``href=`` in them closes an attribute; then comes a space, ``>`` or ``/>``, and no address.
"""

NEXT = 'http-equiv="refresh" content="0; url='
"""The one place where an address has no quotes of its own."""

ANY = re.compile(rf"{BEGIN}(?:{SOURCE}/)?")
"""The source language may be asked for; elsewhere it has no name in addresses."""
TWIN = re.compile(rf'{BEGIN}(?!{LOCALE}/)(?={TWINNED.pattern}["?#])')
"""Of a page that every language has."""
WHOLE = re.compile(rf'({BEGIN}|(?<=\s{NEXT})/(?!/))([^"]*)')
"""An address up to its closing quote."""

UP = "../"

FOLDER = re.compile(r"^(?:[^?#]*/)?(?=[?#]|$)")
"""An address that names no file, up to its question mark or fragment."""


def root(path: str) -> str:
    """The way from the file at ``path`` up to the site's root: ``../../``, at the root nothing."""
    return "../" * (len(PurePosixPath(path).parts) - 1)


def led(html: str, path: str, locale: str = SOURCE, *, names_files: bool = False) -> str:
    """The page at ``path`` with every address as it is from there, in the page's language."""
    start = root(path)

    def way(address: str) -> str:
        there = edition(address, locale)
        return near(filed(there) if names_files else there, path, locale)

    if names_files or NEXT in html:
        return WHOLE.sub(lambda found: found[1][:-1] + way(found[2]), html)
    html = shortened(html, folder(path).removeprefix(f"{locale}/"), way)
    if locale != SOURCE:
        html = TWIN.sub(f'="{start.removeprefix(UP)}', html)
    return ANY.sub(f'="{start}', html)


def near(address: str, path: str, locale: str) -> str:
    """From the file at ``path``, without the way up and down again where there is a short one.

    A colon that nothing stands before would pass for a scheme.
    """
    start = root(path)
    for above, up in ((folder(path), ""), (f"{locale}/", start.removeprefix(UP))):
        rest = address.removeprefix(above)
        if address.startswith(above) and (up or ":" not in rest):
            return f"{up}{rest}" or "./"
    return start + address


def folder(path: str) -> str:
    """Where a file lies, with a slash at the end; nothing at the root."""
    return path[: path.rfind("/") + 1]


def shortened(html: str, folder: str, way: Callable[[str], str]) -> str:
    """The page with its addresses below ``folder`` led."""
    begin = f'="/{folder}'
    done, at = [], 0
    found = html.find(begin)
    while found >= 0:
        if whole := WHOLE.match(html, found):
            done += [html[at:found], '="', way(whole[2])]
            at = whole.end()
        found = html.find(begin, found + len(begin))
    return "".join([*done, html[at:]])


def filed(address: str) -> str:
    """``years/2566/?x#y`` → ``years/2566/index.html?x#y``."""
    return FOLDER.sub(r"\g<0>index.html", address)


def prefix(base_url: str | None) -> str:
    """The path the site stands under: ``/``, or ``/repo/``."""
    return f"{urlsplit(base_url or '').path.rstrip('/')}/"


def localised(html: str, start: str) -> str:
    """Put ``start`` in place of the site's root in every rooted address."""
    return WHOLE.sub(lambda found: f"{found[1][:-1]}{start}{found[2]}", html)
