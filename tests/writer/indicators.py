"""ตัวชี้วัด: what the work is measured by, with its four quarters."""

from random import Random
from typing import NamedTuple

from tests.writer.anomalies import Anomaly
from tests.writer.programme import Work
from tests.writer.records import Indicator, Quarter

PERCENT, MINUTES = "ร้อยละ", "นาที"
KINDS = ("ตัวชี้วัดงานประจำ", "ตัวชี้วัดเชิงยุทธศาสตร์")
LEVELS = ("ตัวชี้วัดระดับผลผลิต (output)", "ตัวชี้วัดระดับผลลัพธ์ (outcome)")
ABUSED = (
    ("ร้อยละ85", 85.0),
    ("100", 100.0),
    ("1,200 ชุมชน", 1200.0),
    ("ร้อยละ (ลดลง)", 10.0),
    ("≥1", 1.0),
    ("นาที", 30.0),
)
"""What officers put in the unit's slot, and a target that goes with it."""
SCORED_SHARE = 0.25
NEXT_LINE_SHARE = 0.6


class Standing(NamedTuple):
    """What an indicator must know of its dump."""

    number: int
    """The dump's; it says which abused unit is used."""
    finished: bool
    quarters: int
    """Quarters of the fiscal year that have begun when the page is fetched, 1 to 4."""
    odd: frozenset[Anomaly]


def indicators(work: Work, standing: Standing, chance: Random) -> tuple[Indicator, ...]:
    """As a headed page has them."""
    if Anomaly.NO_INDICATOR in standing.odd:
        return ()
    many = Anomaly.MANY_INDICATORS in standing.odd
    entries = chance.sample(work.topic.indicators, 2 if many else 1)
    if many and chance.random() < 0.4:
        entries.append(f"ร้อยละความสำเร็จของการดำเนินงานด้าน{work.topic.thing}|{PERCENT}")
    first = chance.randint(1000, 9000)
    return tuple(
        _indicator(f"{work.agency.code[:4]}-{first + at * 7}", entry, standing, chance)
        for at, entry in enumerate(entries)
    )


def _indicator(code: str, entry: str, standing: Standing, chance: Random) -> Indicator:
    name, unit = entry.split("|")
    unit, target = _aim(unit, standing, chance)
    results = [_sensible(each, unit) for each in _results(target, standing, chance)]
    show = _full if Anomaly.COMMAS_AND_DECIMALS in standing.odd else _short
    if Anomaly.CANCELLED_WITH_RESULT in standing.odd:
        result = "80"
    elif Anomaly.TARGET_ZERO in standing.odd or not standing.finished:
        result = ""
    else:
        result = show(results[-1] or target)
    return Indicator(
        code=code,
        name=name,
        unit=unit,
        target="0" if Anomaly.TARGET_ZERO in standing.odd else show(target),
        result=result,
        kind=chance.choice(KINDS),
        level=chance.choice(LEVELS),
        level_on_next_line=chance.random() < NEXT_LINE_SHARE,
        quarters=_quarters(results, standing.odd, chance),
    )


def _aim(unit: str, standing: Standing, chance: Random) -> tuple[str, float]:
    if Anomaly.TARGET_ZERO in standing.odd:
        return ABUSED[0]
    if Anomaly.CANCELLED_WITH_RESULT in standing.odd:
        return PERCENT, 100.0
    if Anomaly.ABUSED_UNIT in standing.odd:
        return ABUSED[standing.number % len(ABUSED)]
    if Anomaly.COMMAS_AND_DECIMALS in standing.odd:
        return unit, 82.5 if unit == PERCENT else float(chance.randrange(1200, 9000, 50))
    if unit == PERCENT:
        return unit, float(chance.randrange(70, 100, 5))
    return unit, float(chance.randint(10, 60) if unit == MINUTES else chance.randint(8, 900))


def _results(target: float, standing: Standing, chance: Random) -> list[float]:
    """What had been reached at the end of each quarter."""
    odd = standing.odd
    if Anomaly.QUARTERS_ZERO in odd or Anomaly.TARGET_ZERO in odd:
        return [0.0] * 4
    reached = 1.0 if standing.finished else 0.6
    shares = sorted(round(chance.uniform(0.1, 0.9) * reached, 2) for _ in range(3))
    shares.append(round(chance.uniform(0.95, 1.15), 2) if standing.finished else reached)
    return [
        target * share if number <= standing.quarters else 0.0
        for number, share in enumerate(shares, start=1)
    ]


def _sensible(result: float, unit: str) -> float:
    """No more than a hundred percent, no half a person."""
    return min(result, 100.0) if unit.startswith(PERCENT) else float(round(result))


def _quarters(results: list[float], odd: frozenset[Anomaly], chance: Random) -> tuple[Quarter, ...]:
    scored = chance.random() < SCORED_SHARE
    rows: list[Quarter] = []
    for number, result in enumerate(results, start=1):
        written = (
            _full(result) if Anomaly.COMMAS_AND_DECIMALS in odd and result else f"{result:.2f}"
        )
        score = chance.choice(("100.00", "80.00", "5")) if scored and result else ""
        pair = f"{chance.randint(0, 3)} / {chance.randint(0, 3)}" if score else "0 / 0"
        rows.append(Quarter(number, written, score, pair))
    return tuple(rows)


def _short(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}"


def _full(value: float) -> str:
    """As one of the forms writes it: ``1,250.0000``."""
    return f"{value:,.4f}"
