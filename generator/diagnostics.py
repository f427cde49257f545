"""What can be said of an input: every kind of diagnostic, and one place where it holds."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a diagnostic matters to the site's owner."""

    NOTE = "note"
    """True of the record, nothing to mend."""
    WARNING = "warning"
    """Something could not be read and is shown as written."""
    ERROR = "error"
    """A dump or a line of it is not in the site."""


class Diagnostic(NamedTuple):
    """One thing to know about one dump."""

    code: str
    """A key of ``KINDS``; stable, in kebab case."""
    line: int = 0
    """From 1; 0 means the whole dump."""
    column: int = 0
    """From 1, in characters; 0 means the whole line."""
    last: int = 0
    """Last line of a run; 0 when the diagnostic is about one line."""
    detail: str = ""
    """The words of the dump, or the figures, that it is about; as published."""


class Kind(NamedTuple):
    """What a code means, in English, for the terminal."""

    severity: Severity
    says: str
    help: str


NOTE, WARNING, ERROR = Severity

KINDS: dict[str, Kind] = {
    "agency-differs": Kind(
        WARNING,
        "the agency's name is not the one its code has elsewhere",
        "The name in the dump is shown; check content/lookups if the code was reused.",
    ),
    "agency-unknown": Kind(
        WARNING,
        "no dump and no lookup names the agency of this code",
        "Add the code to content/lookups/districts.toml or departments.toml.",
    ),
    "code-differs": Kind(
        WARNING,
        "the dump gives two project codes",
        "The code of the title line is used; check sources.csv and the dump.",
    ),
    "copy-ambiguous": Kind(
        WARNING,
        "this stripped copy fits several projects and stays a project of its own",
        "Give its code in sources.csv.",
    ),
    "day-unreadable": Kind(
        WARNING, "no calendar day", "The words are shown as they stand; nothing is computed."
    ),
    "decoded-with-loss": Kind(
        WARNING,
        "some bytes are neither UTF-8 nor Windows-874 and became U+FFFD",
        "Fetch the page again, or save it as UTF-8.",
    ),
    "dump-cut-short": Kind(
        NOTE,
        "the closing line of a project page is missing, so the copy may be cut short",
        "Fetch the page again if the end of the record matters.",
    ),
    "dump-empty": Kind(ERROR, "nothing in the file", "Fetch the page again, or remove the file."),
    "dump-too-large": Kind(
        ERROR,
        "larger than limits.dump_bytes, not read",
        "A dump has about 15 kB. Raise the limit in site.toml if the file is right.",
    ),
    "dump-unreadable": Kind(
        ERROR, "the file cannot be read", "Check its rights and that it exists."
    ),
    "invisible-character": Kind(
        WARNING,
        "a control, zero-width or direction character, shown as a mark",
        "Remove it from the dump if it is an accident of the extractor.",
    ),
    "line-too-long": Kind(
        ERROR,
        "longer than limits.line_characters, refused",
        "Raise the limit in site.toml if the line is right.",
    ),
    "not-a-dump": Kind(
        ERROR,
        "no line of a project page in this file",
        "Remove it from the dumps, or check what the extractor saved.",
    ),
    "number-differs": Kind(
        WARNING,
        "a number that the page repeats is not the same the second time",
        "The first one is used; both stand in the raw view.",
    ),
    "number-unreadable": Kind(
        WARNING, "no number", "The words are shown as they stand; nothing is computed."
    ),
    "page-heavy": Kind(
        WARNING,
        "a project page of more than 45 kB, slow to open on a cheap telephone",
        "Nothing is left out of it. See whether the dump holds more than one project page.",
    ),
    "percent-out-of-range": Kind(
        WARNING, "a percent below 0 or above 100", "It is shown as written."
    ),
    "section-again": Kind(
        WARNING,
        "a section that already stood further up",
        "Both are read; the later one's lines are kept in the raw view.",
    ),
    "site-heavy": Kind(
        WARNING,
        "the site weighs more than limits.site_bytes; GitHub Pages takes 1 GB",
        "Leave something out in site.toml, or raise the limit where the site stands elsewhere.",
    ),
    "two-dumps-in-one-file": Kind(
        WARNING,
        "a second project page begins here; it is read as a dump of its own",
        "Save the pages in files of their own.",
    ),
    "unclaimed-line": Kind(
        WARNING,
        "no part of a project page that we know",
        "Shown in the raw view. If dumps often have it, a section type is missing.",
    ),
    "value-unknown": Kind(
        WARNING, "not one of the values this field has elsewhere", "It is shown as written."
    ),
    "withheld-unmatched": Kind(
        WARNING,
        "this row of the takedown list names nothing that is in the dumps",
        "Compare it with the raw view: a passage is looked for letter by letter.",
    ),
}
