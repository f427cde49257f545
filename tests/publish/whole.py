"""One invented project, whole: through both extractors, and the corpus that copies of it make."""

from collections.abc import Mapping
from datetime import date

from generator.corpus import Corpus, Entry, corpus
from generator.dump.privacy import Policy
from generator.dump.received import Dump, Source
from generator.project import parse
from generator.publish.project.kin import kindred, related
from generator.publish.project.page import ProjectView, pages, view
from tests.publish.invented import LOOKUPS, html, site, words

CODE = "50050000-3410"

HEADED = """\
ความคืบหน้าโครงการ/กิจกรรม

Back Home
ปลูกต้นไม้ริมคลอง : 50050000-3410
สำนักงานเขตปทุมวัน : (2566)
60
ความคืบหน้าโครงการ ร้อยละ 60.00
นายสมมติ ใจดี โทร. 6280
ดูโครงการแผนปีฯ : พิมพ์ข้อมูล
*** สยป. ประเมินโครงการ : ไตรมาสที่ 2
75.5
หลักการและเหตุผล
คลองในเขตไม่มีร่มเงา จึงได้จัดทำโครงการปลูกต้นไม้ริมคลองขึ้น
50050700/50050700
วัตถุประสงค์ของโครงการ
1. เพื่อให้มีร่มเงา
เป้าหมายของโครงการ
สนับสนุนยุทธศาสตร์กรุงเทพมหานครฯ
ด้านที่ ๔ – มหานครสีเขียว : Green City |
๔.๑ - ร่มเงา |
ผลการดำเนินงาน
(1) ความคืบหน้าโครงการฯ ร้อยละ 60.00 (2023-08-21)
60.00
21/08/2566 : ปลูกแล้ว 200 ต้น
** ปัญหาของโครงการ :ไม่มี
** อุปสรรคของโครงการ :-
------------------&&&--------------------
(2) ความคืบหน้าโครงการฯ ร้อยละ 20.00 (2023-05-22)
20.00
22/05/2566 :
** ปัญหาของโครงการ :
------------------&&&--------------------
แผนการดำเนินงานฯ
ขั้นตอน 1
:1. ขุดหลุม
:40.00%
เริ่มต้น :2023-05-01 00:00:00
สิ้นสุด :2023-05-01 00:00:00
ขั้นตอน 2
:2. ปลูก
:60.00%
เริ่มต้น :2023-06-01 00:00:00
สิ้นสุด :2023-08-31 00:00:00
(คลิก) ขั้นตอนการปฏิบัติงานของโครงการ : 50050000-3410
สนับสนุนตัวชี้วัดตามแผนฯ
รายละเอียดเกี่ยวกับตัวชี้วัด : 5005-2075
ตัวชี้วัด : จำนวนต้นไม้
ค่าเป้าหมาย ต้น : 1,200
ผลงานที่ทำได้ ต้น :
ประเภทตัวชี้วัด : ตัวชี้วัดเชิงยุทธศาสตร์
ตัวชี้วัดระดับผลผลิต (output)
ไตรมาสที่
(1 - 4)
*ผลงาน*
(ต้น)
*ผลประเมินตัวชี้วัด*
(* 2.1 / 2.2 *)
1
0.00

0 / 0
2
200.50
3
1 / 2
** ผลการประเมินโครงการ (รายไตรมาส) **"""

STRIPPED = """\
ความคืบหน้าโครงการ ร้อยละ 20
นายสมมติ ใจดี โทร. 6280
ดูโครงการแผนปีฯ : พิมพ์ข้อมูล
*** สยป. ประเมินโครงการ : ไตรมาสที่ 1
คลองในเขตไม่มีร่มเงา จึงได้จัดทำโครงการปลูกต้นไม้ริมคลองขึ้น
50050700/50050700
1. เพื่อให้มีร่มเงา
(1) ความคืบหน้าโครงการฯ ร้อยละ 20.00 (2023-05-22)
22/05/2566 : ขุดหลุมแล้ว
** ปัญหาของโครงการ :ฝนตก
** อุปสรรคของโครงการ :ไม่มี
------------------&&&--------------------
** ผลการประเมินโครงการ (รายไตรมาส) **"""

NO_SOURCE = Source()


def source(retrieved: str, code: str | None = None) -> Source:
    """A row of the sidecar table."""
    return Source(code, "https://one.dumps.example/page", date.fromisoformat(retrieved))


def corpus_of(texts: Mapping[str, str], sources: Mapping[str, Source] | None = None) -> Corpus:
    """The corpus of these texts by file name."""
    known = sources or {}
    parsed = [
        parse(Dump(name, text, known.get(name, NO_SOURCE), ()), Policy(), 9999)
        for name, text in texts.items()
    ]
    return corpus(parsed, LOOKUPS)


def only(texts: Mapping[str, str], sources: Mapping[str, Source] | None = None) -> Entry:
    """The one project these texts tell of."""
    (entry,) = corpus_of(texts, sources).entries
    return entry


def headed(*changes: tuple[str, str]) -> str:
    """The headed dump with words replaced; each must stand in it."""
    text = HEADED
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def view_of(texts: Mapping[str, str], sources: Mapping[str, Source] | None = None) -> ProjectView:
    """What the page of the one project of these texts shows."""
    corpus = corpus_of(texts, sources)
    (entry,) = corpus.entries
    return view(entry, (), related(kindred(corpus), entry))


def shown(text: str) -> ProjectView:
    """What the page of this one dump shows."""
    return view_of({"1.txt": text})


def page_of(text: str) -> str:
    """The page as a browser gets it."""
    (artifact,) = pages(corpus_of({"1.txt": text}), site())
    return html(artifact)


def seen(text: str) -> str:
    """The words of the page."""
    return words(page_of(text))
