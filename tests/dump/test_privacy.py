"""What is withheld, and what must not be: measured over the committed lists, and by properties."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.dump.lines import shown
from generator.dump.privacy import Mark, Policy, withhold

ROOT = Path(__file__).parent.parent
CASES = ROOT / "cases"
REAL_DUMPS = ROOT.parent.parent / "shared" / "dumps"
LONGEST = 1_000_000
NOTHING = Policy()


class Case(NamedTuple):
    name: str
    written: tuple[str, ...]
    published: tuple[str, ...]


def cases(file: str) -> tuple[Case, ...]:
    """Read a case file; without ``---`` the lines must come out as they are."""
    text = (CASES / file).read_text(encoding="utf-8")
    found = []
    for block in re.split(r"(?m)^=== ", text)[1:]:
        name, _, body = block.partition("\n")
        written, _, published = body.rstrip("\n").partition("\n---\n")
        found.append(
            Case(name, tuple(written.split("\n")), tuple((published or written).split("\n")))
        )
    return tuple(found)


def published(*texts: str, policy: Policy = NOTHING) -> tuple[str, ...]:
    return tuple(withhold("\n".join(texts), policy).split("\n"))


FREE, CONTACTS, KEPT = map(cases, ("privacy.txt", "privacy-contact.txt", "privacy-kept.txt"))
TITLES, FIRST_NAMES, SURNAMES, TELEPHONES, SENTENCES, HEADED, STRIPPED = (
    part.written for part in cases("privacy-people.txt")
)
FRAMES = {
    "headed": HEADED,
    "stripped": STRIPPED,
    "no percent": STRIPPED[1:],
    "no plan line": (*STRIPPED[:2], *STRIPPED[3:]),
    "nothing above the rationale": (*STRIPPED[:2], *STRIPPED[4:]),
    "cut off below": STRIPPED[:2],
}


def test_the_lists_are_as_long_as_promised() -> None:
    assert len(FREE) + len(CONTACTS) >= 60
    assert len(CONTACTS) >= 20
    assert sum(len(case.written) for case in KEPT) >= 60


def test_recall_and_false_alarms(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = [*FREE, *((f"contact: {case.name}", *in_frame(STRIPPED, case)) for case in CONTACTS)]
    missed = [name for name, written, meant in wanted if published(*written) != meant]
    kept = [line for case in KEPT for line in case.written]
    alarms = [line for line in kept if published(line) != (line,)]
    with capsys.disabled():
        print(  # noqa: T201 - the figures are what this test is for
            f"\nprivacy: recall {len(wanted) - len(missed)} of {len(wanted)} cases,"
            f" false alarms {len(alarms)} of {len(kept)} lines"
        )
    assert missed == []
    assert alarms == []


@pytest.mark.parametrize("case", FREE, ids=lambda case: case.name)
def test_withheld(case: Case) -> None:
    assert published(*case.written) == case.published


@pytest.mark.parametrize("case", KEPT, ids=lambda case: case.name)
def test_kept(case: Case) -> None:
    for line in case.written:
        assert published(line) == (line,)


def in_frame(frame: tuple[str, ...], case: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Put a contact in its place in a dump; the second is what is expected of the dump."""
    place = frame.index("CONTACT")
    above, below = frame[:place], frame[place + 1 :]
    return (*above, *case.written, *below), (*above, *case.published, *below)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("case", CONTACTS, ids=lambda case: case.name)
def test_contact(case: Case, frame: str) -> None:
    written, meant = in_frame(FRAMES[frame], case)
    assert published(*written) == meant


def test_prose_and_structure_are_no_contact() -> None:
    for frame in FRAMES.values():
        without = tuple(line for line in frame if line != "CONTACT")
        assert published(*without) == without
    for above in (("เพื่อพัฒนาชุมชน",), ("", ""), ()):
        assert published(*above, "50280700/50280700") == (*above, "50280700/50280700")


def test_prose_from_which_something_was_withheld_stays_prose() -> None:
    prose = "สำรวจพื้นที่ร่วมกับประชาชนในชุมชน " * 4 + "โดยนายสมมติ ใจดี โทร. 081-234-5678"
    (_, once, _) = published("ความคืบหน้าโครงการ ร้อยละ 10", prose, "50280700/50280700")
    assert once.startswith("สำรวจพื้นที่")
    assert once.endswith("โดย[ปกปิดชื่อ] โทร. [ปกปิดโทรศัพท์]")


CONTACT = "ฝ่ายการศึกษา นายสมมติ ใจดี (3027) a@example.com Line ID: sommut"
TEXT = "สมมติ ใจดี โทร. 081-234-5678 a@example.com Line ID: sommut 1-2345-67890-12-1"


@pytest.mark.parametrize(
    ("policy", "contact", "text"),
    [
        (
            Policy(names=True),
            "ฝ่ายการศึกษา นายสมมติ ใจดี ([ปกปิดโทรศัพท์]) [ปกปิดอีเมล] Line ID: [ปกปิดผู้ติดต่อ]",
            "สมมติ ใจดี โทร. [ปกปิดโทรศัพท์] [ปกปิดอีเมล] Line ID: [ปกปิดผู้ติดต่อ] [ปกปิดเลขประจำตัว]",
        ),
        (
            Policy(telephones=True),
            "ฝ่ายการศึกษา [ปกปิดชื่อ] (3027) [ปกปิดอีเมล] [ปกปิดผู้ติดต่อ]",
            "[ปกปิดชื่อ] โทร. 081-234-5678 [ปกปิดอีเมล] Line ID: [ปกปิดผู้ติดต่อ] [ปกปิดเลขประจำตัว]",
        ),
        (
            Policy(emails=True),
            "ฝ่ายการศึกษา [ปกปิดชื่อ] [ปกปิดโทรศัพท์] a@example.com [ปกปิดผู้ติดต่อ]",
            "[ปกปิดชื่อ] โทร. [ปกปิดโทรศัพท์] a@example.com Line ID: sommut [ปกปิดเลขประจำตัว]",
        ),
        (
            Policy(ids=True),
            "ฝ่ายการศึกษา [ปกปิดชื่อ] [ปกปิดโทรศัพท์] [ปกปิดอีเมล] [ปกปิดผู้ติดต่อ]",
            "[ปกปิดชื่อ] โทร. [ปกปิดโทรศัพท์] [ปกปิดอีเมล] Line ID: [ปกปิดผู้ติดต่อ] 1-2345-67890-12-1",
        ),
    ],
)
def test_only_what_was_opted_in_is_published(policy: Policy, contact: str, text: str) -> None:
    above, below = "ความคืบหน้าโครงการ ร้อยละ 10", "ดูโครงการแผนปีฯ : พิมพ์ข้อมูล"
    assert published(above, CONTACT, below, TEXT, policy=policy) == (above, contact, below, text)


@pytest.mark.parametrize(
    "gap", ["", *" \t\u00a0\u2000\u200a\u202f\u3000-\u2010\u2013\u2014\u2015\u2212"]
)
@pytest.mark.parametrize("digits", ["0123456789", "๐๑๒๓๔๕๖๗๘๙"])
def test_whatever_parts_the_digits_of_an_identity_card_hides_none(gap: str, digits: str) -> None:
    card = gap.join(("1", "2345", "67890", "12", "1")).translate(
        str.maketrans("0123456789", digits)
    )
    assert published(f"บัตรเลขที่ {card} ค่ะ") == (f"บัตรเลขที่ {Mark.ID} ค่ะ",)


def test_a_policy_that_opts_in_to_everything_changes_nothing() -> None:
    written = ("ความคืบหน้าโครงการ ร้อยละ 10", CONTACT, "ดูโครงการแผนปีฯ : พิมพ์ข้อมูล", TEXT)
    everything = Policy(names=True, telephones=True, emails=True, ids=True)
    assert published(*written, policy=everything) == written


def test_no_text() -> None:
    assert withhold("", NOTHING) == ""


SHAPES = st.sampled_from(
    [
        *(text for case in FREE + CONTACTS + KEPT for text in case.written),
        *(text for frame in FRAMES.values() for text in frame),
        *Mark,
    ]
)
PIECES = st.one_of(SHAPES, st.text(st.characters(exclude_characters="\n"), max_size=20))
DUMPS = st.lists(st.lists(PIECES, max_size=4).map("".join) | SHAPES, max_size=12)
POLICIES = st.builds(Policy, st.booleans(), st.booleans(), st.booleans(), st.booleans())


@given(DUMPS, POLICIES)
@example(["ต่อ 1234 " * 3], NOTHING)
def test_withholding_twice_is_withholding_once(texts: list[str], policy: Policy) -> None:
    once = withhold("\n".join(texts), policy)
    assert withhold(once, policy) == once


@given(DUMPS)
def test_no_line_is_lost_and_marks_are_all_that_is_new(texts: list[str]) -> None:
    written = "\n".join(texts).split("\n")
    for old, new in zip(written, published(*texts), strict=True):
        position = 0
        for kept in re.split("|".join(map(re.escape, Mark)), new):
            position = old.index(kept, position) + len(kept)


@given(st.lists(st.text(" \t-–*.:/|()[]#&%,_\u00a0", max_size=30), max_size=6))
def test_lines_without_letters_and_digits_stay(texts: list[str]) -> None:
    assert published(*texts) == tuple("\n".join(texts).split("\n"))


DIGIT = st.sampled_from("0123456789")


def digits(shape: str) -> st.SearchStrategy[str]:
    """Numbers of a shape in which ``x`` is any digit."""
    return st.tuples(*(DIGIT if sign == "x" else st.just(sign) for sign in shape)).map("".join)


THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@st.composite
def people(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """A person with a telephone number as someone may write them, and the parts to look for."""
    title, first, surname = (draw(st.sampled_from(of)) for of in (TITLES, FIRST_NAMES, SURNAMES))
    between = draw(st.sampled_from(["", " "] if title != "เด็กชาย" else [""]))
    number = draw(st.sampled_from(TELEPHONES).flatmap(digits))
    if draw(st.booleans()):
        number = number.translate(THAI_DIGITS)
    space = draw(st.sampled_from([" ", "  ", "\u00a0"]))
    return f"{title}{between}{first}{space}{surname} {number}", first, surname, number


@given(people(), st.sampled_from(SENTENCES), st.sampled_from([HEADED, STRIPPED]))
def test_no_generated_person_survives(
    person: tuple[str, str, str, str], sentence: str, frame: tuple[str, ...]
) -> None:
    named, first, surname, number = person
    free = sentence.replace("{}", named)
    written = [named if line == "CONTACT" else line for line in frame]
    untitled = f"เสนอโดย {first} {surname} และครู{first}"
    alone = published(free)[0]
    whole = "\n".join(published(*written, free, untitled))
    for text in (alone, whole):
        for secret in (first, surname):
            assert secret not in text
    for kept in ("50050000-3410", "29/09/2564"):
        assert (kept in alone) == (kept in free)
    rest = alone.replace("50050000-3410", "").replace("29/09/2564", "")
    for group in re.findall(r"\d{3,}", number):
        assert group not in rest


def test_time_grows_with_the_text_and_no_faster() -> None:
    """No spot of any unit may be looked at once for each other one; hung, it would take hours."""
    for unit in ("นาย", "นายสมมติ ", "02-", "0 ", "a@", "ก.", "ต่อ 1234 ", "โทร 1", "1-", "สม ใจ "):
        many = unit * 20_000
        for above in ("", "ความคืบหน้าโครงการ ร้อยละ 10\n", "ดูโครงการแผนปีฯ : "):
            written, _ = shown(above + many, LONGEST)
            assert withhold(written, NOTHING).count("\n") == written.count("\n")


def real(number: str) -> list[str]:
    """Read one of the real dumps, which name real officials and so stay outside the repository."""
    if not REAL_DUMPS.is_dir():
        pytest.skip("the real dumps (../shared/dumps) are not here")
    (dump,) = REAL_DUMPS.glob(f"{number}_*.txt")
    return shown(dump.read_text(encoding="utf-8"), LONGEST)[0].split("\n")


def test_the_person_in_a_real_dump_does_not_survive() -> None:
    written = real("000")
    contact = written[1]
    first, surname = re.findall("[\u0e01-\u0e4e]+", contact)[:2]
    secrets = (re.sub("^(?:นางสาว|นาง|นาย)", "", first), surname, *re.findall(r"\d+", contact))
    after = published(*written)
    assert after[1] == f"{Mark.NAME} {Mark.TELEPHONE}"
    assert sum(secret in line for line in after for secret in secrets) == 0
    assert [*after[:1], *after[2:]] == [*written[:1], *written[2:]]


def test_a_real_dump_without_people_stays_as_it_is() -> None:
    written = real("002")
    assert published(*written) == tuple(written)
