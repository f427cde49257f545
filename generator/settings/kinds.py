"""The kinds of values that settings take."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

from generator.settings.setting import Kind
from generator.settings.toml import toml_value

UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?"
STEPS = r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*"
SITE = re.compile(rf"(?P<host>https?://{HOST})(?P<path>{STEPS})")
# Printable ASCII but quotes, < and >, so that it needs no care wherever it is written.
REPORT = re.compile(rf"https?://{HOST}(?:[/?#][!#-;=?-~]*)?|mailto:[^@\s\"<>]+@[!#-;=?-~]+")
CLUSTER = re.compile(rf"(?:tcp|tls)://{HOST}")
LOCALE = r"[a-z]{2}"
"""A language, in settings, names of files and addresses."""
COLOUR_CODE = re.compile(r"#[0-9A-Fa-f]{6}")
NAMED_PICTURE = re.compile(
    r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.(?:svg|png|webp|avif|jpe?g|gif)"
)
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FLAGS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
BUDDHIST_FROM = 2400
"""A year from here on was counted in the Buddhist Era."""

BUDDHIST = range(BUDDHIST_FROM, 3000)

MOST_POINTS = 100


def line(value: object) -> str | None:
    """Text without line breaks, control characters and changes of direction."""
    return value.strip() if isinstance(value, str) and not UNSEEN.search(value) else None


def title(value: object) -> str | None:
    """A line with something on it."""
    return line(value) or None


def flag(value: object) -> bool | None:
    """TOML's ``true`` or ``false``."""
    return value if isinstance(value, bool) else None


def count(value: object) -> int | None:
    """A whole number above 0. To Python ``True`` is 1, to TOML it is no number."""
    return value if type(value) is int and value > 0 else None


def share(value: object) -> float | None:
    """A number from 0 to 1."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    return None


def several(value: object) -> int | None:
    """A whole number above 1."""
    number = count(value)
    return number if number and number > 1 else None


def points(value: object) -> Decimal | None:
    """A distance between two percents, exact as it is written."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= MOST_POINTS:
        return Decimal(str(value))
    return None


def some_points(value: object) -> Decimal | None:
    """A distance that is one."""
    return points(value) or None


def day(value: object) -> date | None:
    """A TOML day without a time."""
    return value if type(value) is date and value.year < BUDDHIST_FROM else None


def written_day(words: str) -> date | None:
    """A day of a table's cell: ``2026-09-07``."""
    try:
        return day(date.fromisoformat(words)) if ISO_DAY.fullmatch(words) else None
    except ValueError:
        return None


def site_address(value: object) -> str | None:
    """An address to put before a path: host in small letters, exactly one ``/`` at the end."""
    found = SITE.fullmatch(value) if isinstance(value, str) else None
    if not found:
        return None
    path = found["path"].rstrip("/")
    if {"", ".", ".."} & set(path.split("/")[1:]):
        return None
    return f"{found['host'].lower()}{path}/"


def report_address(value: object) -> str | None:
    """An address a reader may write to."""
    return value if isinstance(value, str) and REPORT.fullmatch(value) else None


def page_address(value: object) -> str | None:
    """An http(s) address, as a dump was fetched from."""
    address = report_address(value)
    return address if address and address.startswith("http") else None


def scheduler_address(value: object) -> str | None:
    """Where a Dask scheduler listens."""
    return value if isinstance(value, str) and CLUSTER.fullmatch(value) else None


def colour(value: object) -> str | None:
    """A colour as CSS has it, in small letters."""
    return value.lower() if isinstance(value, str) and COLOUR_CODE.fullmatch(value) else None


def picture(value: object) -> str | None:
    """A picture's path below ``content/static/``, which is also its address."""
    return value if isinstance(value, str) and NAMED_PICTURE.fullmatch(value) else None


def folder(value: object) -> Path | None:
    """A path; whether something is there is the disk's business."""
    return Path(value) if isinstance(value, str | Path) and "\0" not in str(value) else None


def languages(value: object) -> tuple[str, ...] | None:
    """Two-letter codes, each once, Thai first: it is the language of the records."""
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return None
    is_plain = all(re.fullmatch(LOCALE, one) for one in value) and len({*value}) == len(value)
    return tuple(value) if is_plain and value[:1] == ["th"] else None


def written_languages(words: str) -> object:
    """``th,en``, or as TOML has it."""
    return toml_value(words) if words.startswith("[") else re.split(r",\s*", words)


def years(value: object) -> tuple[int, ...] | None:
    """Fiscal years of the Buddhist Era, each once, oldest first; none means all."""
    if isinstance(value, list) and all(type(one) is int and one in BUDDHIST for one in value):
        return tuple(sorted({*value}))
    return None


def written_years(words: str) -> object:
    """``2566, 2567``, with or without the brackets of TOML."""
    return toml_value(words if words.startswith("[") else f"[{words}]")


LINE = Kind("text on one line", line)
TITLE = Kind("text on one line, not blank", title)
FLAG = Kind("true or false", flag, lambda words: FLAGS.get(words.lower(), words))
COUNT = Kind("a whole number above 0", count, toml_value)
SEVERAL = Kind("a whole number above 1", several, toml_value)
POINTS = Kind("percentage points from 0 to 100", points, toml_value)
SOME_POINTS = Kind("percentage points above 0, at most 100", some_points, toml_value)
YEARS = Kind("fiscal years of the Buddhist Era such as [2566, 2567]", years, written_years)
LANGUAGES = Kind('two-letter codes, Thai first, such as ["th", "en"]', languages, written_languages)
SHARE = Kind("a number from 0 to 1", share, toml_value)
DAY = Kind("a day of the Common Era such as 2026-09-07, without quotes", day, toml_value)
SITE_ADDRESS = Kind(
    "the site's http:// or https:// address, in ASCII, without ? and #", site_address
)
REPORT_ADDRESS = Kind("an address that begins with https://, http:// or mailto:", report_address)
PAGE_ADDRESS = Kind("an address that begins with https:// or http://", page_address)
SCHEDULER = Kind("an address such as tcp://host:8786", scheduler_address)
COLOUR = Kind('a colour such as "#1f5e3a"', colour)
PICTURE = Kind('a picture below content/static/, such as "logo.svg"', picture)
FOLDER = Kind("the path of a folder", folder)
FILE = Kind("the path of a file", folder)
