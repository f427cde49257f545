"""อีเมล ไลน์: addresses of people, e-mail and LINE."""

import re
from collections.abc import Iterator

from generator.dump.privacy.marks import Place
from generator.dump.privacy.writing import BLANK

LOCAL = re.compile(rf"[\w.+%'-]{{1,64}}{BLANK}?\Z", re.ASCII)
DOMAIN = re.compile(rf"@{BLANK}?[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,8}}", re.ASCII)
LONGEST_LOCAL = 66

ACCOUNT = r"(?P<account>@?[A-Za-z0-9][A-Za-z0-9._-]{2,29})"
NO_ACCOUNT = (
    r"(?!(?i:official|oa|group|notify|application|app|today|man|chat|meeting|open|line|id|bot|shop)"
    r"(?![A-Za-z0-9._-]))"
)
ID = f"(?:(?:ID|Id|id|ไอดี){BLANK}?[:=.]?|[:=])"
LINE_ACCOUNTS = (
    re.compile(rf"ไลน์(?<!ออนไลน์){BLANK}?{ID}?{BLANK}?{NO_ACCOUNT}{ACCOUNT}"),
    re.compile(rf"ine(?<=\b[Ll]ine){BLANK}?{ID}{BLANK}?{NO_ACCOUNT}{ACCOUNT}"),
    re.compile(rf"INE(?<=\bLINE){BLANK}?{ID}{BLANK}?{NO_ACCOUNT}{ACCOUNT}"),
)


def emails(text: str) -> Iterator[Place]:
    """Where e-mail addresses stand."""
    for domain in DOMAIN.finditer(text):
        at = domain.start()
        if local := LOCAL.search(text, max(0, at - LONGEST_LOCAL), at):
            yield local.start(), domain.end()


def line_accounts(text: str) -> Iterator[Place]:
    """Where the names of LINE accounts stand, behind the word that announces them."""
    for opening in LINE_ACCOUNTS:
        for found in opening.finditer(text):
            yield found.span("account")
