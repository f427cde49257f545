"""Where an address of a page leads: to a file of the site, or out of it."""

import re
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
HOSTLESS = re.compile(r"(?:mailto|tel|data|javascript):", re.IGNORECASE)


class Place(StrEnum):
    """Where that is."""

    HERE = "in the site's folder"
    ABOVE = "above the site's folder"
    ELSEWHERE = "on another host"
    HOSTLESS = "on no host"


class Target(NamedTuple):
    """Where an address leads."""

    place: Place
    path: str = ""
    """Of a file below the site's root, whether it is there or not."""
    fragment: str = ""


ABOVE = Target(Place.ABOVE)


def prefix(base_url: str | None) -> str:
    """The path a site stands under: ``/`` or ``/repo/``."""
    return urlsplit(base_url).path if base_url else "/"


def target(page: str, address: str, base_url: str | None) -> Target:
    """Where an address on the page at this path leads. ``base_url`` ends in ``/``."""
    whole, _, fragment = address.strip().partition("#")
    path = whole.partition("?")[0]
    folder = page[: page.rfind("/") + 1]
    if path.startswith("//") or SCHEME.match(path):
        if base_url is None or not f"{path}/".startswith(base_url):
            return Target(Place.HOSTLESS if HOSTLESS.match(path) else Place.ELSEWHERE)
        path, folder = path[len(base_url) :], ""
    elif path.startswith("/"):
        start = prefix(base_url)
        if not path.startswith(start):
            return ABOVE
        path, folder = path[len(start) :], ""
    elif not path:
        return Target(Place.HERE, page, plain(fragment))
    file = joined(folder, plain(path))
    return ABOVE if file is None else Target(Place.HERE, file, plain(fragment))


def plain(words: str) -> str:
    """Without percent signs; few have any."""
    return unquote(words) if "%" in words else words


def joined(folder: str, path: str) -> str | None:
    """The file at a path from a folder; ``None`` above the root."""
    parts = folder.split("/")[:-1]
    *ways, name = path.split("/")
    if name in (".", ".."):
        ways, name = [*ways, name], ""
    for way in ways:
        if way == "..":
            if not parts:
                return None
            parts.pop()
        elif way not in ("", "."):
            parts.append(way)
    return "/".join((*parts, name or "index.html"))
