"""A page's Content-Security-Policy, as browsers read it from a ``meta`` element."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

OWN = "'self'"
SAFE = re.compile(r"'none'|'self'|'sha(?:256|384|512)-[A-Za-z0-9+/=_-]+'")
"""Sources that lead to no other host and let no words of a page become code."""
GUARDED = ("base-uri", "form-action")
"""Directives that ``default-src`` does not stand for."""

Policy = Mapping[str, tuple[str, ...]]
"""Directives with their sources."""


@lru_cache(maxsize=100)
def directives(content: str) -> Policy:
    """The first of each name counts."""
    found: dict[str, tuple[str, ...]] = {}
    for part in content.split(";"):
        name, *sources = part.split() or [""]
        found.setdefault(name.lower(), tuple(sources))
    return found


def allows(policy: Policy, directive: str) -> bool:
    """Whether the page may ask the site itself for a file of this kind."""
    fallback = () if directive in GUARDED else policy.get("default-src", (OWN,))
    return OWN in policy.get(directive, fallback)


def weaknesses(policy: Policy) -> Iterator[str]:
    """What it allows and should not."""
    if policy.get("default-src") != ("'none'",):
        yield "default-src is not 'none'"
    for name in GUARDED:
        if name not in policy:
            yield f"no {name}"
    for name, sources in policy.items():
        if name.endswith("-src") or name in GUARDED:
            yield from (f"{name} {one}" for one in sources if not SAFE.fullmatch(one))
