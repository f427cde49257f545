"""Invented people as someone may write them: twenty shapes, in every free text of both flavours."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from tests.laws.samples import SAMPLE

NAME, SURNAME = "ฆฤษณพงศ์", "ฌาณวิโรจน์สมมติ"
OTHER = "ฐิติฆาฏา"


class Shape(NamedTuple):
    """How something private is written, and what of it must not be read anywhere."""

    written: str
    secrets: tuple[str, ...]


PERSON = (NAME, SURNAME)
SHAPES: Mapping[str, Shape] = {
    "mister": Shape(f"นาย{NAME} {SURNAME}", PERSON),
    "madam": Shape(f"นาง{OTHER} {SURNAME}", (OTHER, SURNAME)),
    "miss, a space": Shape(f"นางสาว {OTHER}  {SURNAME}", (OTHER, SURNAME)),
    "miss, shortened": Shape(f"น.ส.{OTHER} {SURNAME}", (OTHER, SURNAME)),
    "rank": Shape(f"ว่าที่ ร.ต.{NAME} {SURNAME}", PERSON),
    "doctor": Shape(f"ดร.{NAME} {SURNAME}", PERSON),
    "boy": Shape(f"ด.ช.{NAME} {SURNAME}", PERSON),
    "in English": Shape("Mr. Xaveriusz Qvortruppe", ("Xaveriusz", "Qvortruppe")),
    "an unseen character": Shape(f"นาย\u200b{NAME} {SURNAME[:4]}\u200b{SURNAME[4:]}", PERSON),
    "a no-break space": Shape(f"นาย{NAME}\u00a0{SURNAME}", PERSON),
    "with an extension": Shape(f"นาย{NAME} {SURNAME} ต่อ 7264", (*PERSON, "7264")),
    "landline": Shape("โทร. 02-913-7264", ("913-7264", "9137264")),
    "landline with spaces": Shape("โทรศัพท์ 0 2913 7264 ต่อ 3027", ("2913 7264", "3027")),
    "mobile": Shape("มือถือ 0819137264", ("0819137264", "9137264")),
    "mobile with dashes": Shape("081-913-7264", ("913-7264",)),
    "from abroad": Shape("+66 81 913 7264", ("913 7264",)),
    "Thai digits": Shape("โทร. ๐๘๑-๙๑๓-๗๒๖๔", ("๙๑๓-๗๒๖๔", "913-7264")),
    "e-mail": Shape("zaqxsw.cdevfr@example.com", ("zaqxsw", "cdevfr@")),
    "LINE account": Shape("Line ID: zaqxswcde", ("zaqxswcde",)),
    "identity card": Shape("1-2345-67890-12-1", ("2345-67890", "234567890121")),
    "identity card in one": Shape("เลขประจำตัวประชาชน 1234567890121", ("1234567890121",)),
}
OPTIONS = {
    "names": ("mister", "madam", "rank", "in English"),
    "telephones": ("landline", "mobile", "from abroad"),
    "emails": ("e-mail", "LINE account"),
    "ids": ("identity card", "identity card in one"),
}
"""Setting of ``[privacy]`` → shapes that it publishes."""


def text(shape: Shape, number: int, *, headed: bool) -> str:
    """A page with the shape in the contact line and in every free text."""
    it = shape.written
    node = f"ด้านที่ ๒ – มหานครสีเขียวสมมติ {it} : An Invented Green City |"
    sample = replace(
        SAMPLE,
        title=f"ปลูกต้นไม้ โดย {it} ระยะที่ 2",
        code=f"50010000-{number:04}",
        contact=f"ฝ่ายโยธา {it}",
        rationale=f"คลองสมมติร้อนและโล่ง เสนอโดย {it} ให้ปลูกต้นไม้ริมคลองแห่งที่ {number}",
        objectives=f"1. เพื่อให้ร่มรื่น 2. เพื่อให้ {it} ได้ดูแล",
        targets=f"ด้านปริมาณ ปลูกต้นไม้ 120 ต้น ผู้ดูแล {it} ทุกวัน",
        nodes=(node, *SAMPLE.nodes[1:]),
        reports=(
            ("60.00", "2023-02-20", f"20/02/2566 : ปลูกแล้ว ติดต่อ {it} ได้ทุกวัน"),
            ("20.00", "2022-11-30", f"มอบหมาย {it} ขุดหลุม"),
        ),
    )
    page = sample.headed if headed else sample.stripped
    for before, after in (
        ("ปัญหาของโครงการ :ไม่มี", f"ปัญหาของโครงการ :รอ {it} อนุญาต"),
        ("อุปสรรคของโครงการ :-", f"อุปสรรคของโครงการ :{it} ไม่ว่าง"),
        (":1. ขุดหลุมและเตรียมดิน", f":1. ขุดหลุมโดย {it} และเตรียมดิน"),
        ("ตัวชี้วัด : จำนวนต้นไม้ที่ปลูก", f"ตัวชี้วัด : จำนวนต้นไม้ที่ {it} ปลูก"),
        ("ค่าเป้าหมาย ต้น", f"ค่าเป้าหมาย ต้นของ {it}"),
        ("ตัวชี้วัดงานประจำ", f"ตัวชี้วัดงานประจำ {it}"),
    ):
        page = page.replace(before, after)
    return f"{page}\nหมายเหตุท้ายหน้า {it} เป็นผู้บันทึก\n"


def write(dumps: Path) -> None:
    """A dump of each flavour for each shape."""
    dumps.mkdir(parents=True)
    for number, shape in enumerate(SHAPES.values()):
        for flavour in ("headed", "stripped"):
            body = text(shape, number, headed=flavour == "headed")
            (dumps / f"{number:02}-{flavour}.txt").write_text(body, encoding="utf-8")
