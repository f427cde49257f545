"""Invented dumps, the corpus they make, and pages of it as HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.corpus import Corpus, corpus
from generator.dump.privacy import Policy
from generator.dump.received import Dump, Source
from generator.lookups import lookups
from generator.project import parse
from generator.publish.artifacts import Artifact, Page, Site, Text
from generator.render.page import Printer

LOOKUPS = lookups(
    {
        "districts": {
            "50050000": {"name": "สำนักงานเขตปทุมวัน", "english": "Pathum Wan", "area": "กรุงเทพใต้"},
            "50110000": {"name": "สำนักงานเขตบางกะปิ", "area": "กรุงเทพตะวันออก"},
            "50330000": {"name": "สำนักงานเขตคลองเตย", "area": "กรุงเทพใต้"},
        },
        "departments": {"08000000": {"name": "สำนักอนามัย"}},
        "sections": {"07": {"name": "ฝ่ายการศึกษา"}},
        "strategies": {
            "plan": [{"id": "old", "last_year": 2565}, {"id": "new", "first_year": 2566}],
            "labels": {
                "old": {"1": "มหานครปลอดภัย", "1.1": "ปลอดมลพิษ", "2": "มหานครสีเขียว"},
                "new": {"1": "ปลอดภัยดี", "4": "มหานครสีเขียว"},
            },
            "english": {"old": {"1": "Safe City"}},
            "about": {"old": {"1": "ว่าด้วยความปลอดภัย"}},
        },
    }
)
NODES = ("ด้านที่ ๑ – มหานครปลอดภัย |", "๑.๑ - ปลอดมลพิษ |", "๑.๑.๑ คลองใสสะอาด% |")


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """What a dump says; ``None`` leaves the line out."""

    code: str | None = "50050000-3410"
    title: str = "ปรับปรุงทางเท้า"
    agency: str | None = "สำนักงานเขตปทุมวัน"
    year: int = 2565
    percent: str | None = "60"
    contact: str | None = "ฝ่ายโยธา"
    rationale: str = "เพราะทางเท้าชำรุด"
    units: str | None = None
    nodes: tuple[str, ...] | None = NODES
    reports: tuple[tuple[str, str], ...] = ()
    """Day and percent, newest first."""
    text: str | None = None
    problem: str | None = None
    """What each report tells."""
    log: bool = False
    """The log's heading stands there."""

    def lines(self) -> Iterator[str]:
        """The dump, line by line."""
        if self.code:
            yield f"{self.title} : {self.code}"
        if self.agency:
            yield f"{self.agency} : ({self.year})"
        if self.percent is not None:
            yield f"ความคืบหน้าโครงการ ร้อยละ {self.percent}"
            if self.contact:
                yield self.contact
        yield from ("หลักการและเหตุผล", self.rationale)
        if self.units:
            yield f"{self.units}/{self.units}"
        if self.nodes is not None:
            yield from ("สนับสนุนยุทธศาสตร์กรุงเทพมหานครฯ", *self.nodes)
        yield from self.progress()
        yield "** ผลการประเมินโครงการ (รายไตรมาส) **"

    def progress(self) -> Iterator[str]:
        """The log of its reports."""
        if self.log:
            yield "ผลการดำเนินงาน"
        for number, (day, percent) in enumerate(self.reports, start=1):
            yield f"({number}) ความคืบหน้าโครงการฯ ร้อยละ {percent} ({day})"
            if self.text is not None:
                yield self.text
            if self.problem is not None:
                yield f"** ปัญหาของโครงการ :{self.problem}"
            yield "------------------&&&--------------------"


def corpus_of(*dumps: Invented) -> Corpus:
    """The corpus of these dumps, each a file of its own."""
    parsed = [
        parse(
            Dump(f"{i}.txt", "\n".join(one.lines()), Source(None, None, None), ()), Policy(), 9999
        )
        for i, one in enumerate(dumps)
    ]
    return replace(corpus(parsed, LOOKUPS), sample=True)


def site(*texts: Text) -> Site:
    """A site of no special kind."""
    return Site(
        name="สมุดทดลอง",
        description="เว็บไซต์สำหรับทดสอบ",
        published_on=None,
        sample=True,
        base_url=None,
        report_to=None,
        texts=texts,
    )


def html(artifact: Artifact, of: Site | None = None) -> str:
    """The page as a browser gets it."""
    assert isinstance(artifact, Page)
    return Printer(of or site()).render(artifact).decode()


def words(page: str) -> str:
    """What a reader sees of the page's main part, in one line."""
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(re.sub(r"<[^>]*>|&nbsp;", " ", main).split())
