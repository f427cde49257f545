"""Every case of ``tests/cases``: a reader's whole behaviour as text anyone can add to."""

from collections.abc import Mapping

import pytest

from generator.diagnostics import Diagnostic
from generator.dump.lines import numbered, shown
from generator.inference import facts
from generator.project import Copy, cut
from generator.sections import SECTIONS
from tests.laws.samples import read
from tests.sections.cases import FOLDER, Case, Expected, at, cases, comparable, told

LONGEST = 5_000
KINDS = [row.kind for row in SECTIONS]
SECTION_CASES = [
    pytest.param(kind, one, id=f"{kind}: {one.name}") for kind in KINDS for one in cases(kind)
]
PAGES = [pytest.param(one, id=one.name) for one in cases("pages")]


def of_section(kind: str, text: str) -> Mapping[str, object]:
    """The kind's block as the reader makes it; blocks around it only show where it begins."""
    published, odd = shown(text, LONGEST)
    blocks, stray, again = cut(numbered(published))
    diagnostics, unclaimed = [*odd, *again], [*stray]
    record: dict[str, object] = {"section": None}
    for block in blocks:
        if block.type.kind == kind:
            reading = block.type.read(tuple(block.lines))
            diagnostics += reading.diagnostics
            unclaimed += reading.unclaimed
            names = type(reading.section).__dataclass_fields__  # type: ignore[attr-defined]
            record |= {"section": True} | {one: getattr(reading.section, one) for one in names}
    unread = tuple(line.text for line in unclaimed)
    return record | {"unclaimed": unread, **said(tuple(diagnostics))}


def of_file(text: str) -> Mapping[str, object]:
    """All copies of a file, each with its sections by kind and what identifies it."""
    parsed = read(text)
    copies = tuple(map(of_copy, parsed.copies))
    return {"copies": copies, **said(parsed.diagnostics)}


def of_copy(copy: Copy) -> Mapping[str, object]:
    sections = {section.kind: section for section in copy.sections}
    return {**sections, "facts": facts(copy), "part": copy.part, "stripped": copy.is_stripped}


def said(diagnostics: tuple[Diagnostic, ...]) -> Mapping[str, object]:
    """Codes and places, and beside them the words that each is about."""
    details = tuple(one.detail for one in diagnostics)
    return {"diagnostics": told(diagnostics), "details": details}


def check(case: Case, record: Mapping[str, object]) -> None:
    silent: dict[str, Expected] = {one: () for one in ("diagnostics", "unclaimed") if one in record}
    expected = {**silent, **case.expected}
    actual = {path: comparable(at(path, record), want) for path, want in expected.items()}
    assert actual == expected


@pytest.mark.parametrize(("kind", "case"), SECTION_CASES)
def test_section(kind: str, case: Case) -> None:
    check(case, of_section(kind, case.text))


@pytest.mark.parametrize("case", PAGES)
def test_page(case: Case) -> None:
    check(case, of_file(case.text))


def test_every_kind_has_its_cases() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} >= {*KINDS, "pages"}


@pytest.mark.parametrize("kind", [*KINDS, "pages"])
def test_names_are_told_apart(kind: str) -> None:
    names = [one.name for one in cases(kind)]
    assert len(set(names)) == len(names)
