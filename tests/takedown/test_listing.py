from datetime import date

import pytest

from generator.settings.setting import LONGEST_SHOWN
from generator.takedown.listing import TakenPassage, TakenProject, read_takedowns

LIST = """\
# taken down
[[project]]
key = "50050000-3410"
day = 2026-11-01
reason = "ตามคำขอ"

[[project]]
key = "x-0123456789ab"

[[passage]]
project = "50050000-3410"
text = '''
บรรทัดแรก
บรรทัดที่สอง'''
[[passage]]
project = "50050000-3411"
sha256 = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
lines = 3
day = 2026-11-02
reason = "for the owner alone"
"""


def test_projects_and_passages_with_their_lines() -> None:
    listed, faults = read_takedowns(LIST, "withheld.toml")
    assert faults == ()
    assert listed.projects == (
        TakenProject("50050000-3410", date(2026, 11, 1), "ตามคำขอ", 2),
        TakenProject("x-0123456789ab", None, None, 7),
    )
    assert listed.passages == (
        TakenPassage("50050000-3410", "บรรทัดแรก\nบรรทัดที่สอง", "", 1, 10),
        TakenPassage("50050000-3411", "", "f" * 64, 3, 15),
    )


def test_no_list_takes_nothing() -> None:
    listed, faults = read_takedowns("", "withheld.toml")
    assert (listed.projects, listed.passages, faults) == ((), (), ())


KEY = 'key = "50050000-3410"'
OF = 'project = "50050000-3410"'
FAULTS = {
    "no TOML": ("[[project", 1, "this is no TOML: "),
    "a key misspelt": (f"[[project]]\n{KEY}\nraeson = 'x'", 3, "did you mean reason?"),
    "a table misspelt": (f"[[projects]]\n{KEY}", 1, "no table 'projects'; did you mean project?"),
    "a key without its table": ("a = 1", 1, "no table 'a'; write [[project]] or [[passage]]"),
    "no rows": (f"[project]\n{KEY}", 1, "write [[project]] above each"),
    "no key": ("[[project]]\nreason = 'x'", 1, 'names no project; write key = "…"'),
    "a key that is none": ("\n[[project]]\nkey = '5005'", 3, "must be a project's code or key"),
    "a Buddhist day": (
        f"[[project]]\n{KEY}\nday = 2569-11-01",
        3,
        "day must be a day of the Common",
    ),
    "a blank reason": (f"[[project]]\n{KEY}\nreason = ' '", 3, "reason must be text on one line"),
    "twice": (f"[[project]]\n{KEY}\n[[project]]\n{KEY}", 3, "already stands on line 1"),
    "no project": ("[[passage]]\ntext = 'words'", 1, 'names no project; write project = "…"'),
    "no words": (f"[[passage]]\n{OF}", 1, "told by text or by sha256; write one of the two"),
    "both": (f"[[passage]]\n{OF}\ntext='words'\nsha256='{'0' * 64}'", 1, "write one of the two"),
    "too short": (f"[[passage]]\n{OF}\ntext = ' ก ข '", 3, "at least 3 characters"),
    "no digest": (f"[[passage]]\n{OF}\nsha256 = 'F0'", 3, "a SHA-256, 64 digits and small letters"),
    "no lines": (f"[[passage]]\n{OF}\ntext='words'\nlines = 0", 4, "a whole number above 0"),
    "a day in the second row": (
        f"[[passage]]\n{OF}\ntext = 'words'\n[[passage]]\n{OF}\ntext = 'more'\nday = 1",
        7,
        "day must be",
    ),
}


@pytest.mark.parametrize(("text", "line", "says"), FAULTS.values(), ids=FAULTS)
def test_a_fault_has_its_line_and_what_to_do(text: str, line: int, says: str) -> None:
    _, faults = read_takedowns(text, "withheld.toml")
    (fault,) = faults
    assert (fault.file, fault.line) == ("withheld.toml", line)
    assert says in f"{fault.message}; {fault.hint}"


def test_all_faults_come_at_once_in_the_order_of_their_lines() -> None:
    listed, faults = read_takedowns(
        f"[[passage]]\n{OF}\n[[project]]\nkye = 1\n[[project]]\n{KEY}\n", "withheld.toml"
    )
    assert [fault.line for fault in faults] == [1, 3, 4]
    assert [one.line for one in listed.projects] == [5]


def test_what_is_shown_of_a_wrong_value_is_short() -> None:
    _, (fault,) = read_takedowns(f"[[project]]\nkey = '{'9' * 500}'", "withheld.toml")
    assert len(fault.message) < 3 * LONGEST_SHOWN
