"""Style sheets, scripts, the manifest, robots.txt: what they ask for is there and is our own."""

import json
import re
from collections.abc import Iterator
from typing import IO

from generator.checks.addresses import Place, target
from generator.checks.site import Read, Site
from generator.diagnostics import Diagnostic

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CSS = re.compile(r"(?:url\(\s*|@import\s+)['\"]?(?P<address>[^'\")\s;]+)", re.IGNORECASE)
SCRIPT = re.compile(
    r"""(?:\bfrom|\bimport\s*\(?|\bnew\s+URL\((?=\s*['"][^'"]*['"]\s*,\s*import\.meta\.url\b))"""
    r"""\s*['"](?P<address>[^'"]+)['"]"""
)
"""Modules, and workers beside them, by names that are written out."""
LINE_COMMENT = re.compile(r"(?<![:'\"])//.*")


def read_sheet(site: Site, path: str, file: IO[bytes]) -> Read:
    """A style sheet's fonts and pictures."""
    return asked(site, path, blanked(file.read().decode(), COMMENT), CSS)


def read_script(site: Site, path: str, file: IO[bytes]) -> Read:
    """The scripts that a script asks for."""
    code = blanked(blanked(file.read().decode(), COMMENT), LINE_COMMENT)
    return asked(site, path, code, SCRIPT)


def blanked(text: str, pattern: re.Pattern[str]) -> str:
    """Spaces for what no browser reads, so that all else stays in its place."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def asked(site: Site, path: str, text: str, pattern: re.Pattern[str]) -> Read:
    """What is wrong with the addresses that stand in a text."""
    said = []
    for found in pattern.finditer(text):
        code = wrong(site, path, found["address"])
        if code:
            start = found.start("address")
            line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
            said.append(Diagnostic(code, line, column, detail=found["address"]))
    return Read(path, tuple(said))


def wrong(site: Site, path: str, address: str) -> str:
    """The code of what is wrong with an address that browsers follow by themselves, or ``""``."""
    where = target(path, address, site.base_url)
    if where.place is Place.ELSEWHERE:
        return "third-party"
    is_there = where.place is Place.HOSTLESS or where.path in site.files
    return "" if is_there else "link-broken"


def read_manifest(site: Site, path: str, file: IO[bytes]) -> Read:
    """The icons and the first page of the site as an application."""
    told = json.loads(file.read())
    found = [told.get("start_url", "./"), *(one.get("src", "") for one in told.get("icons", ()))]
    said = ((wrong(site, path, one), one) for one in found)
    return Read(path, tuple(Diagnostic(code, detail=one) for code, one in said if code))


def read_robots(site: Site, path: str, file: IO[bytes]) -> Read:
    """The sitemap it names."""
    return Read(path, tuple(lost(site, file.read().decode())))


def lost(site: Site, text: str) -> Iterator[Diagnostic]:
    """A sitemap that is not there."""
    for number, line in enumerate(text.splitlines(), start=1):
        name, _, address = line.partition(":")
        where = target("", address.strip(), site.base_url)
        if name.strip().lower() == "sitemap" and where.path not in site.files:
            yield Diagnostic("link-broken", number, detail=address.strip())
