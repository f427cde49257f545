"""Facts to lines, as each of the two extractors leaves them."""

from collections.abc import Iterator

from tests.writer.records import Indicator, Report, Step, Truth

CLOSED = "------------------&&&--------------------"


def text(truth: Truth) -> str:
    """The page; a blank line stands between the paragraphs of a headed one."""
    if truth.flavour == "headed":
        return "\n\n".join(_headed(truth))
    return "\n".join(_stripped(truth))


def _headed(truth: Truth) -> Iterator[str]:
    sub_unit = "" if truth.sub_unit is None else f"** {truth.sub_unit} "
    yield "ความคืบหน้าโครงการ/กิจกรรม"
    yield "Back Home\nFusionCharts will render here"
    yield f"{truth.title} : {truth.code}"
    yield f"{sub_unit}{truth.agency_written} : ({truth.fiscal_year})"
    if truth.gauge is not None:
        yield truth.gauge
    yield from _state(truth)
    yield "หลักการและเหตุผล"
    yield truth.rationale
    yield f"{truth.unit_code}/{truth.unit_code}"
    yield "วัตถุประสงค์ของโครงการ"
    yield truth.objectives
    yield "เป้าหมายของโครงการ"
    yield truth.targets
    yield "สนับสนุนยุทธศาสตร์กรุงเทพมหานครฯ"
    yield from _strategy(truth)
    yield "ผลการดำเนินงาน"
    for report in truth.reports:
        yield from _report(report, repeated=True)
    yield "แผนการดำเนินงานฯ"
    if truth.steps:
        yield "\n".join(map(_step, truth.steps))
    yield f"(ทดสอบ) แสดงขั้นตอนการดำเนินงานโครงการ : {truth.code}"
    yield f"(คลิก) ขั้นตอนการปฏิบัติงานของโครงการ : {truth.code}"
    yield "สนับสนุนตัวชี้วัดตามแผนฯ"
    for indicator in truth.indicators:
        yield f"รายละเอียดเกี่ยวกับตัวชี้วัด : {indicator.code}"
        yield from _indicator(indicator)
        yield _quarters(indicator)
    yield "** ผลการประเมินโครงการ (รายไตรมาส) **"


def _stripped(truth: Truth) -> Iterator[str]:
    """No headings, no tables, no lines that hold a number alone."""
    yield from _state(truth)
    yield truth.rationale
    yield f"{truth.unit_code}/{truth.unit_code}"
    yield truth.objectives
    yield truth.targets
    yield from _strategy(truth)
    for report in truth.reports:
        yield from _report(report, repeated=False)
    for indicator in truth.indicators:
        yield from _indicator(indicator)
    yield "** ผลการประเมินโครงการ (รายไตรมาส) **"


def _state(truth: Truth) -> Iterator[str]:
    yield f"ความคืบหน้าโครงการ ร้อยละ {truth.percent}"
    if truth.contact is not None:
        yield truth.contact.text
    yield "ดูโครงการแผนปีฯ : พิมพ์ข้อมูล"
    yield f"*** สยป. ประเมินโครงการ : ไตรมาสที่ {truth.quarter}"
    if truth.score is not None:
        yield truth.score


def _strategy(truth: Truth) -> Iterator[str]:
    return (f"{node.written} |" for node in truth.strategies)


def _report(report: Report, *, repeated: bool) -> Iterator[str]:
    yield f"({report.number}) ความคืบหน้าโครงการฯ ร้อยละ {report.percent} ({report.day})"
    if repeated:
        yield report.percent
    if report.body:
        yield "\n".join(report.body)
    if report.problem is not None:
        yield f"** ปัญหาของโครงการ :{report.problem}"
    if report.obstacle is not None:
        yield f"** อุปสรรคของโครงการ :{report.obstacle}"
    yield CLOSED


def _step(step: Step) -> str:
    return (
        f"ขั้นตอน {step.number}\n:{step.number}. {step.name}\n:{step.weight}%\n"
        f"เริ่มต้น :{step.start_written}\nสิ้นสุด :{step.end_written}"
    )


def _indicator(indicator: Indicator) -> Iterator[str]:
    yield f"ตัวชี้วัด : {indicator.name}"
    yield f"ค่าเป้าหมาย {indicator.unit} : {indicator.target}"
    yield f"ผลงานที่ทำได้ {indicator.unit} : {indicator.result}".rstrip()
    between = "\n" if indicator.level_on_next_line else " "
    yield f"ประเภทตัวชี้วัด : {indicator.kind}{between}{indicator.level}"


def _quarters(indicator: Indicator) -> str:
    head = f"ไตรมาสที่\n(1 - 4)\n*ผลงาน*\n({indicator.unit})\n*ผลประเมินตัวชี้วัด*\n(* 2.1 / 2.2 *)"
    rows = (f"{row.number}\n{row.result}\n{row.score}\n{row.pair}" for row in indicator.quarters)
    return "\n".join((head, *rows))
