"""ตัวชี้วัด: targets and results. That a target was reached is never computed."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.assess.findings.rule import Evidence, cited
from generator.assess.reading import COMPLETE, Reading
from generator.assess.stopping import Kind
from generator.dump.lines import Span
from generator.sections.identity import Identity
from generator.sections.indicators import Indicator, Indicators
from generator.thai.text import fold


def indicators(reading: Reading) -> tuple[Indicator, ...]:
    """The indicators of the newest copy."""
    section = reading.copy.section(Indicators)
    return section.indicators if section else ()


# A unit that begins so: "ร้อยละ85", "1,200 ชุมชน", "≥1"; the number in "คน (รุ่นละ 50)" is no target.
AMOUNT = re.compile(
    r"(?:ร้อยละ|ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|มากกว่า|จำนวน|[≥>=%]|\s)*+"
    r"(?P<amount>[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?P<rest>\.[0-9]{1,8})?(?![0-9/-])"
)


def amount(unit: str) -> Decimal | None:
    """The number that a unit begins with, behind words such as ร้อยละ."""
    found = AMOUNT.match(fold(unit))
    return Decimal(found["amount"].replace(",", "") + (found["rest"] or "")) if found else None


def target_mismatch(reading: Reading) -> Iterator[Evidence]:
    """ค่าเป้าหมายเป็น 0 แต่หน่วยนับมีตัวเลข: the target is 0 while its unit begins with a number above 0.

    As ``ค่าเป้าหมาย ร้อยละ85 : 0``. One evidence an indicator: ``unit`` as written, ``amount`` in it.
    A number elsewhere in the unit does not count; a target that is blank or no number neither.
    """
    for indicator in indicators(reading):
        unit, target = indicator.unit, indicator.target
        inside = amount(unit.value) if unit else None
        if unit and target and inside and target.value.value == 0:
            yield Evidence(
                cited(target.lines, unit.lines), (("unit", unit.value), ("amount", inside))
            )


def result_missing(reading: Reading) -> Iterator[Evidence]:
    """ไม่มีผลตัวชี้วัดทั้งที่เสร็จแล้ว: the newest report says 100 percent, every quarter's result is 0.

    The head's percent counts where there is no report. A quarter without a result counts as 0. One
    evidence an indicator: ``quarters``, and ``result`` where the indicator's own result is a number
    (it may stand beside quarters of 0). Silent without a quarter table, as in stripped copies.
    """
    done = complete_at(reading)
    for indicator in indicators(reading) if done else ():
        results = [quarter.result for quarter in indicator.quarters]
        if results and not any(one and one.value.value != 0 for one in results):
            lines = [one.lines for one in results if one]
            own = indicator.result
            result = (("result", own.value.value),) if own and own.value.value is not None else ()
            figures = (("quarters", len(results)), *result)
            yield Evidence(cited(done, indicator.lines if not lines else None, *lines), figures)


def complete_at(reading: Reading) -> Span | None:
    """The lines that say 100 percent or more: the newest report's, else the head's."""
    known = [one.report.percent for one in reading.entries if one.percent is not None]
    head = reading.copy.section(Identity)
    last = known[-1] if known else head.percent if head else None
    value = last.value.value if last else None
    return last.lines if last and value is not None and value >= COMPLETE else None


def result_after_cancel(reading: Reading) -> Iterator[Evidence]:
    """มีผลตัวชี้วัดทั้งที่ยกเลิก: a report's text cancels the project, an indicator has a result above 0.

    The cancellation still stands: no later report shows that the work went on. Only the result of
    the whole year counts, for a quarter's may be older than the cancellation. One evidence an
    indicator: ``result``, ``target`` where it is a number, and ``day`` of the report.
    """
    stop = reading.stopped
    for indicator in indicators(reading) if stop and stop.kind is Kind.CANCELLED else ():
        result = indicator.result.value.value if indicator.result else None
        if stop and indicator.result and result and result > 0:
            aim, day = indicator.target, stop.report.day.value.value
            target = aim.value.value if aim else None
            figures = (
                ("result", result),
                *((("target", target),) if target is not None else ()),
                *((("day", day),) if day else ()),
            )
            lines = cited(stop.lines, indicator.result.lines, aim.lines if aim else None)
            yield Evidence(lines, figures)
