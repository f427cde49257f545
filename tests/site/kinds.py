"""The page types of the site, and where one of each stands."""

import re
from pathlib import Path

PROJECT = r"\d{8}-\d{3,5}"
DIGITS = r"[0-9.]+"

KINDS = {
    "home": r"index\.html",
    "projects": r"projects/index\.html",
    "further page of a list": r"projects/page-\d+/index\.html",
    "list in another order": r"projects/by-[a-z]+/index\.html",
    "project": rf"projects/{PROJECT}/index\.html",
    "project of a stripped copy": r"projects/x-[0-9a-f]{12}/index\.html",
    "districts": r"districts/index\.html",
    "district": r"districts/\d{8}/index\.html",
    "department": r"departments/\d{8}/index\.html",
    "unknown agency": r"departments/unknown/index\.html",
    "section": r"districts/\d{8}/sections/\d\d/index\.html",
    "agency in part": r"(districts|departments)/[^/]+/(years|statuses)/[^/]+/index\.html",
    "strategies": r"strategies/index\.html",
    "plan": r"strategies/[^/.]+/index\.html",
    "strategy, level 1": r"strategies/[^/]+/\d+/index\.html",
    "strategy, level 2": r"strategies/[^/]+/\d+\.\d+/index\.html",
    "strategy, level 3": r"strategies/[^/]+/\d+(\.\d+){2}/index\.html",
    "strategy, level 4": r"strategies/[^/]+/\d+(\.\d+){3}/index\.html",
    "strategy and year": r"strategies/[^/]+/[0-9.]+/years/25\d\d/index\.html",
    "no strategy": r"strategies/none/index\.html",
    "years": r"years/index\.html",
    "year": r"years/25\d\d/index\.html",
    "year and status": r"years/25\d\d/statuses/[a-z-]+/index\.html",
    "unknown year": r"years/unknown/index\.html",
    "statuses": r"statuses/index\.html",
    "status": r"statuses/[a-z-]+/index\.html",
    "findings": r"findings/index\.html",
    "finding": r"findings/[a-z0-9-]+/index\.html",
    "indicators": r"indicators/index\.html",
    "indicator": r"indicators/([0-9a-f]{12}|unknown)/index\.html",
    "compare": r"compare/index\.html",
    "open data": r"data/index\.html",
    "problems": r"problems/index\.html",
    "problems of an agency": r"(districts|departments)/[^/]+/problems/index\.html",
    "problems of a month": r"problems/\d{4}-\d\d/index\.html",
    "changes": r"changes/index\.html",
    "newest reports": r"changes/reports/index\.html",
    "copies that differ": r"changes/copies/index\.html",
    "changes of a project": r"projects/[^/]+/changes/index\.html",
    "raw": r"raw/[^/]+/[0-9a-f]{8}/index\.html",
    "about": r"about/index\.html",
    "messages": r"about/messages/index\.html",
    "search": r"search/index\.html",
    "style": r"style/index\.html",
    "not found": r"404\.html",
}
"""Name of a page type → pattern of its files. Redirect pages are of none."""

ENGLISH = ("home", "project", "district", "plan", "finding", "compare", "open data", "search")
KINDS |= {f"{kind} in English": f"en/{KINDS[kind]}" for kind in ENGLISH}

PATTERNS = {kind: re.compile(pattern) for kind, pattern in KINDS.items()}
MOVED = re.compile(rb'http-equiv="?refresh', re.IGNORECASE)


def pages(site: Path) -> list[Path]:
    """Every HTML page, relative to the site, in the order of paths."""
    return sorted(path.relative_to(site) for path in site.rglob("*.html"))


def is_redirect(page: Path) -> bool:
    return MOVED.search(page.read_bytes()) is not None


def largest(site: Path, kind: str) -> Path:
    """The largest page of a kind: it holds the most that can go wrong."""
    found = [page for page in pages(site) if PATTERNS[kind].fullmatch(page.as_posix())]
    found = [page for page in found if not is_redirect(site / page)]
    assert found, f"no page of the kind {kind!r} in the built site"
    return max(found, key=lambda page: ((site / page).stat().st_size, page))


def address(page: Path) -> str:
    """The address of a page from the site's root, without the first slash."""
    return page.as_posix().removesuffix("index.html")
