"""Invented project pages of both flavours, small enough to read, for tests to bend and break."""

from dataclasses import dataclass
from datetime import date

from generator.dump.privacy import Policy
from generator.dump.received import Dump, Source
from generator.project import Copy, Parsed, parse

LONGEST = 5_000
RULE = "------------------&&&--------------------"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What a page says; every field may be bent with ``dataclasses.replace``."""

    title: str = "ปลูกไม้ยืนต้นริมคลองสมมติ (ระยะที่ 2)"
    code: str = "50990000-1234"
    agency: str = "สำนักงานเขตสมมติ"
    year: str = "2566"
    percent: str = "60"
    contact: str = "ฝ่ายโยธา"
    rationale: str = (
        "คลองสมมติมีแนวตลิ่งโล่งและร้อน ประชาชนขอให้มีร่มเงา สำนักงานเขตจึงได้จัดทำโครงการปลูกไม้ยืนต้น"
        "ริมคลองสมมติขึ้น เพื่อให้มีทางเดินร่มรื่นตลอดปี"
    )
    unit: str = "50990300"
    objectives: str = "1. เพื่อเพิ่มพื้นที่สีเขียว 2. เพื่อให้ประชาชนมีทางเดินร่มรื่น"
    targets: str = "ด้านปริมาณ ปลูกต้นไม้ 120 ต้น ด้านคุณภาพ ต้นไม้รอดร้อยละ 90"
    nodes: tuple[str, ...] = (
        "ด้านที่ ๒ – มหานครสีเขียวสมมติ : An Invented Green City |",
        "๒.๑ - ภูมิทัศน์สวยงามสมมติ |",
        "๒.๑.๑ ทางเดินริมน้ำร่มรื่น% |",
        "๒.๑.๑.๑ ต้นไม้ริมน้ำเพิ่มขึ้น |",
    )
    reports: tuple[tuple[str, str, str], ...] = (
        ("60.00", "2023-02-20", "20/02/2566 : ปลูกแล้ว 72 ต้น"),
        ("20.00", "2022-11-30", "ขุดหลุมแล้วเสร็จ"),
    )
    """Percent, day, text; newest first."""

    @property
    def headed(self) -> str:
        """As the extractor leaves it that keeps headings."""
        return "\n".join(
            (
                *("ความคืบหน้าโครงการ/กิจกรรม", "Back Home", "FusionCharts will render here", ""),
                *(f"{self.title} : {self.code}", f"{self.agency} : ({self.year})", self.percent),
                *(f"ความคืบหน้าโครงการ ร้อยละ {self.percent}", self.contact),
                "ดูโครงการแผนปีฯ : พิมพ์ข้อมูล",
                "",
                *("*** สยป. ประเมินโครงการ : ไตรมาสที่ 2", "100.0000"),
                *("หลักการและเหตุผล", self.rationale, f"{self.unit}/{self.unit}"),
                *("วัตถุประสงค์ของโครงการ", self.objectives, "เป้าหมายของโครงการ", self.targets),
                *("สนับสนุนยุทธศาสตร์กรุงเทพมหานครฯ", *self.nodes, "ผลการดำเนินงาน"),
                *(line for number in self.numbers for line in self.report(number, repeat=True)),
                *("แผนการดำเนินงานฯ", "ขั้นตอน 1", ":1. ขุดหลุมและเตรียมดิน", ":40.00%"),
                *("เริ่มต้น :2022-10-01 00:00:00", "สิ้นสุด :2022-12-31 00:00:00"),
                *("ขั้นตอน 2", ":2. ปลูกต้นไม้", ":60.00%"),
                *("เริ่มต้น :2023-01-01 00:00:00", "สิ้นสุด :2023-06-30 00:00:00", ""),
                f"(ทดสอบ) แสดงขั้นตอนการดำเนินงานโครงการ : {self.code}",
                f"(คลิก) ขั้นตอนการปฏิบัติงานของโครงการ : {self.code}",
                *("สนับสนุนตัวชี้วัดตามแผนฯ", "รายละเอียดเกี่ยวกับตัวชี้วัด : 5099-0001"),
                *self.indicator,
                *("ไตรมาสที่", "(1 - 4)", "*ผลงาน*", "(ต้น)"),
                *("*ผลประเมินตัวชี้วัด*", "(* 2.1 / 2.2 *)"),
                *("1", "30.00", "", "0 / 0", "2", "42.00", "5.00", "1 / 0"),
                "** ผลการประเมินโครงการ (รายไตรมาส) **",
            )
        )

    @property
    def stripped(self) -> str:
        """As the extractor leaves it that drops headings, tables and short lines."""
        return "\n".join(
            (
                *(f"ความคืบหน้าโครงการ ร้อยละ {self.percent}", self.contact),
                *("ดูโครงการแผนปีฯ : พิมพ์ข้อมูล", "*** สยป. ประเมินโครงการ : ไตรมาสที่ 2"),
                *(self.rationale, f"{self.unit}/{self.unit}", self.objectives, self.targets),
                *self.nodes,
                *(line for number in self.numbers for line in self.report(number, repeat=False)),
                *self.indicator,
                "** ผลการประเมินโครงการ (รายไตรมาส) **",
            )
        )

    @property
    def indicator(self) -> tuple[str, ...]:
        return (
            "ตัวชี้วัด : จำนวนต้นไม้ที่ปลูก",
            "ค่าเป้าหมาย ต้น : 120",
            "ผลงานที่ทำได้ ต้น : 72",
            "ประเภทตัวชี้วัด : ตัวชี้วัดงานประจำ ตัวชี้วัดระดับผลผลิต (output)",
        )

    @property
    def numbers(self) -> range:
        return range(1, len(self.reports) + 1)

    def report(self, number: int, *, repeat: bool) -> tuple[str, ...]:
        percent, day, text = self.reports[number - 1]
        return (
            f"({number}) ความคืบหน้าโครงการฯ ร้อยละ {percent} ({day})",
            *([percent] if repeat else []),
            text,
            "** ปัญหาของโครงการ :ไม่มี",
            "** อุปสรรคของโครงการ :-",
            RULE,
        )


SAMPLE = Sample()


def read(
    text: str,
    name: str = "a.txt",
    *,
    code: str | None = None,
    retrieved: date | None = None,
    longest: int = LONGEST,
) -> Parsed:
    """Parse a dump's text, private things withheld."""
    return parse(Dump(name, text, Source(code, None, retrieved), ()), Policy(), longest)


def only_copy(parsed: Parsed) -> Copy:
    """The copy of a dump that holds one."""
    (copy,) = parsed.copies
    return copy
