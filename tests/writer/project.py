"""All facts of one dump, put together from its index."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from tests.writer.anomalies import (
    COPIES,
    EDITED_AT,
    HEADED_ONLY,
    SAMPLE,
    Anomaly,
    Kinship,
    anomalies,
    is_stripped,
    kinship,
)
from tests.writer.cast import OFFICE_CONTACT, Cast, contact
from tests.writer.course import Course, course
from tests.writer.dice import dice
from tests.writer.indicators import Standing, indicators
from tests.writer.log import reports
from tests.writer.plan import spoilt
from tests.writer.programme import OFFICE, Work, work
from tests.writer.prose import objectives, rationale, targets
from tests.writer.records import Contact, Indicator, Truth
from tests.writer.strategy import path

TODAY = date(2026, 4, 9)
"""No page was fetched after this day."""
DONE = 100
SCORED_SHARE = 0.25
DROPPED_CONTACT_SHARE = 0.15
"""Of the stripped copies: the line was too short to be kept."""
ZERO_WIDTH_SPACE = "\u200b"
STRAY = "\ufffd"
"""What a reader makes of a byte that belongs to no character."""


def truth(index: int, seed: int) -> Truth:
    """What the dump of this index says."""
    kin = kinship(index, seed)
    origin = index - 1 if kin in COPIES else index
    found = replace(_fullest(origin, seed), kinship=kin)
    if kinship(index + 1, seed) is Kinship.LATER_COPY:
        found = _earlier(found, dice(seed, "earlier", index))
        found = _before_the_edit(found) if index in EDITED_AT else found
    looks_like = origin if kin is Kinship.IDENTICAL_COPY else index
    return _stripped(found, seed) if is_stripped(looks_like, seed) else found


def _fullest(index: int, seed: int) -> Truth:
    """The page as its newest copy has it, headed."""
    odd, about, chance = anomalies(index, seed), work(index, seed), dice(seed, index)
    cast = Cast(chance, about.names)
    went = course(about, odd, chance)
    done = went.percents[-1] >= DONE
    retrieved = min(went.days[-1] + timedelta(chance.randint(3, 240 if done else 25)), TODAY)
    prose, named = _rationale(about, odd, cast, seed)
    percent = _percent(went, odd, chance)
    nodes = path(about, odd, chance)
    standing = Standing(index, done, _quarters_begun(about.year, retrieved), odd)
    if any(node.cut for node in nodes):
        odd |= {Anomaly.CUT_STRATEGY}
    return Truth(
        flavour="headed",
        code=about.code,
        title=about.title,
        named=named,
        agency_code=about.agency.code,
        agency=about.agency.name,
        agency_written=_spelt(about.agency.name, odd),
        sub_unit=about.unit if Anomaly.SUB_UNIT in odd else None,
        area=about.agency.area,
        fiscal_year=about.year,
        gauge=percent,
        percent=percent,
        contact=_contact(index, seed, about),
        quarter=_quarter(retrieved),
        score=_score(chance, done=done),
        retrieved=retrieved,
        rationale=prose,
        unit_code=about.unit_code,
        unit=about.unit,
        objectives=_marked(
            objectives(about, chance), ZERO_WIDTH_SPACE if Anomaly.ZERO_WIDTH in odd else ""
        ),
        targets=_marked(targets(about, chance), STRAY if Anomaly.STRAY_BYTE in odd else ""),
        strategies=nodes,
        reports=reports(went, about.topic.work, odd, cast),
        steps=spoilt(went.planned, odd, chance),
        indicators=indicators(about, standing, chance),
        planted=cast.private,
        kinship=None,
        anomalies=tuple(kind for kind in Anomaly if kind in odd),
    )


def _earlier(newest: Truth, chance: Random) -> Truth:
    """The same page some months before."""
    kept = newest.reports[min(chance.randint(2, 4), len(newest.reports) - 2) :]
    retrieved = kept[0].day + timedelta(chance.randint(2, 9))
    percent = f"{float(kept[0].percent):g}"
    return replace(
        newest,
        anomalies=tuple(kind for kind in newest.anomalies if kind is not Anomaly.QUARTERS_ZERO),
        gauge=percent,
        percent=percent,
        quarter=_quarter(retrieved),
        score=None,
        retrieved=retrieved,
        reports=tuple(
            report._replace(number=number) for number, report in enumerate(kept, start=1)
        ),
        indicators=tuple(
            _unfinished(each, _quarters_begun(newest.fiscal_year, retrieved))
            for each in newest.indicators
        ),
    )


def _before_the_edit(earlier: Truth) -> Truth:
    """The page before its newest report was rewritten: it had told of more."""
    newest, *older = earlier.reports
    percent = float(newest.percent) + 5
    was = newest._replace(
        percent=f"{percent:.2f}",
        text=f"{newest.text} คาดว่าจะแล้วเสร็จก่อนกำหนด",
        problem="ผู้รับจ้างส่งวัสดุช้ากว่าที่ตกลงไว้",
    )
    return replace(earlier, gauge=f"{percent:g}", percent=f"{percent:g}", reports=(was, *older))


def _unfinished(indicator: Indicator, quarters: int) -> Indicator:
    """As it stood when that many quarters had begun."""
    rows = tuple(
        row if row.number <= quarters else row._replace(result="0.00", score="", pair="0 / 0")
        for row in indicator.quarters
    )
    return indicator._replace(result="", quarters=rows)


def _stripped(headed: Truth, seed: int) -> Truth:
    """The facts that the other extractor leaves."""
    dropped = dice(seed, "dropped", headed.code).random() < DROPPED_CONTACT_SHARE
    return replace(
        headed,
        flavour="stripped",
        sub_unit=None,
        gauge=None,
        score=None,
        contact=None if dropped else headed.contact,
        steps=(),
        indicators=tuple(each._replace(code=None, quarters=()) for each in headed.indicators),
        anomalies=tuple(kind for kind in headed.anomalies if kind not in HEADED_ONLY),
    )


def _contact(index: int, seed: int, about: Work) -> Contact:
    cast = Cast(dice(seed, "contact", index), about.names)
    cast["unit"] = OFFICE_CONTACT if about.unit_code[4:6] == OFFICE else about.unit
    return contact(cast, index if index < SAMPLE else None, about.year)


def _rationale(
    about: Work, odd: frozenset[Anomaly], cast: Cast, seed: int
) -> tuple[str, str | None]:
    """The text, and the project as it names it."""
    prose, named = rationale(about, dice(seed, "rationale", about.edition))
    if Anomaly.PRIVATE_IN_RATIONALE in odd:
        prose += cast.plant("rationale")
    # "เเ", two vowels that look like one letter
    return (prose.replace("แ", "เเ", 1) if Anomaly.ODD_SPELLING in odd else prose), named


def _percent(went: Course, odd: frozenset[Anomaly], chance: Random) -> str:
    """The header's: the newest report's, in one of two spellings."""
    percent = went.percents[-1]
    if Anomaly.NO_REPORTS in odd:
        percent = 0.0
    if Anomaly.HEADER_DIFFERS in odd:
        percent += -5 if percent >= DONE / 2 else 10
    return f"{percent:.2f}" if chance.random() < 0.15 else f"{percent:g}"


def _score(chance: Random, *, done: bool) -> str | None:
    score = chance.choice(("100", "100.0000") if done else ("0", "50"))
    return score if chance.random() < SCORED_SHARE else None


def _spelt(agency: str, odd: frozenset[Anomaly]) -> str:
    """``สำนัก`` has three spellings that look the same, or nearly."""
    if Anomaly.DECOMPOSED_AGENCY in odd:
        return agency.replace("ำ", "ํา")
    return agency.replace("ำ", "ำา", 1) if Anomaly.ODD_SPELLING in odd else agency


def _marked(text: str, mark: str) -> str:
    return f"{text[:12]}{mark}{text[12:]}"


def _quarter(day: date) -> int:
    """Of the fiscal year; October begins the first."""
    return (day.month + 2) % 12 // 3 + 1


def _quarters_begun(year: int, day: date) -> int:
    """1 to 4, all four once the fiscal year is over."""
    return 4 if day >= date(year - 543, 10, 1) else _quarter(day)
