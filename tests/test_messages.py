"""Messages as lines: kind by kind, the worst first, no more of a kind than anyone reads."""

from generator.diagnostics import KINDS, Diagnostic
from generator.messages import Found, messages, severities

FOUND = tuple(
    Found(file, Diagnostic(code, line))
    for file, code, line in (
        ("a.txt", "dump-cut-short", 9),
        ("a.txt", "day-unreadable", 3),
        ("b.txt", "day-unreadable", 4),
        ("b.txt", "dump-empty", 0),
        ("c.txt", "day-unreadable", 5),
        ("d.txt", "day-unreadable", 6),
        ("e.txt", "day-unreadable", 7),
    )
)
DAY = KINDS["day-unreadable"]


def test_three_of_a_kind_are_shown_and_the_rest_is_counted() -> None:
    assert list(messages(FOUND, every=False)) == [
        "b.txt: error: nothing in the file [dump-empty]",
        f"help [dump-empty]: {KINDS['dump-empty'].help}",
        f"a.txt:3: warning: {DAY.says} [day-unreadable]",
        f"b.txt:4: warning: {DAY.says} [day-unreadable]",
        f"c.txt:5: warning: {DAY.says} [day-unreadable]",
        "… and 2 more [day-unreadable]; all of them with -v",
        f"help [day-unreadable]: {DAY.help}",
    ]


def test_all_are_shown_to_who_asks_notes_too() -> None:
    lines = list(messages(FOUND, every=True))
    assert sum("[day-unreadable]" in line for line in lines) == 6
    assert lines[-2].startswith("a.txt:9: note: ")
    assert not any("more" in line for line in lines)


def test_a_run_of_lines_is_told() -> None:
    one = Found("a.txt", Diagnostic("unclaimed-line", 3, last=7, detail="odd"))
    (line, _) = messages((one,), every=False)
    assert line.endswith("(to line 7) [unclaimed-line]: odd")


def test_severities_are_counted() -> None:
    assert severities(FOUND) == "1 error, 5 warnings"
    assert severities(()) == ""
