"""ยกเลิก, ชะลอ, เลื่อน: the words that stop a project, and those that take the meaning away.

All are held against text in key form (``fold``). Thai writes no space between words, so a word
ends where one of ``ENDS`` begins, and what stands before a verb is read from its end backwards.
tests/cases/stopping.txt has texts for every turn of phrase; a new word needs new texts there.
"""

import re
from typing import NamedTuple


def either(words: str) -> str:
    """One of the words; spaces part them, so none holds a space itself."""
    return f"(?:{'|'.join(words.split())})"


CANCEL = either("ยกเลิก ล้มเลิก ยุบเลิก ยุติ")
OR_ELSE = rf"(?:{either('และ หรือ /')}{either('ยกเลิก เลื่อน ชะลอ ระงับ')})?"
PAUSE = either("ชะลอ ระงับ (?<!วัน)หยุด งด") + OR_ELSE
POSTPONE = "เลื่อน(?:กำหนด(?:การ)?)?"

# What may follow "กิจกรรม" when all of it is meant: "กิจกรรมเนื่องจาก…", not "กิจกรรมวันเด็ก".
NEXT = either(
    "เนื่อง เพราะ ด้วย เพื่อ แล้ว ทั้ง ทุก ดังกล่าว นี้ ต่าง ตาม โดย และ ไว้ ออกไป ไป จน ชั่วคราว ตั้งแต่ ในปี ในทุก"
    " ประจำปี ของปี ของโครงการ จาก ซึ่ง ทำให้ จึง อย่าง ก่อน หลัง ภายใต้ กรณี สืบ พร้อม แต่ หรือ เป็นการ เหตุ"
)
ENDS = f"(?=$|ฯ|[^ก-๎a-z0-9]|{NEXT})"
DOING = " ?(?:การ)?(?:ดำเนิน(?:การ|งาน)?|จัดทำ|จัด|ปฏิบัติงาน)? ?(?:ตาม|ของ)? ?"
PART_OF = f"(?:{either('แผนงาน กิจกรรม งาน อบรม(?=ตาม)')}{either('ตาม ของ ใน ภายใต้ /')}? ?)?"
PROJECT = f"{DOING}{PART_OF}โครงการ(?:/กิจกรรม)?"
ACTIVITY = f"(?:{DOING}กิจกรรม| ?(?:การ)?จัดงาน){ENDS}"
WORK = f" ?(?:การ)?ดำเนิน(?:การ|งาน)(?:ในพื้นที่)?{ENDS}"
# City offices order others to stop their work: "โรงงานหยุดดำเนินการ". Ours begins a clause.
OURS = "(?:(?<![ก-๎])|(?<=จึง)|(?<=ขอ)|(?<=ต้อง)|(?<=ควร)|(?<=ระหว่าง)|(?=ยกเลิก|ชะลอ))"

# "โครงการถูกยกเลิก" where a clause begins: "ผู้ร่วมโครงการยกเลิก" is another thing.
SUBJECT = (
    f"(?:^|[^ก-๎a-z0-9]|{either('เนื่องจาก ดังนั้น ทั้งนี้ ทำให้ ส่งผลให้')})(?:การดำเนิน|การจัด)?"
    f"{either('โครงการ กิจกรรม')}(?:/กิจกรรม)?ฯ?(?:นี้|ดังกล่าว)? ?"
    f"{either('ได้ ถูก ขอ จึง ต้อง มีการ ให้ รับ(?:การ)?อนุมัติ อยู่ระหว่าง(?:การ)?')}*"
)
# "ยกเลิก เนื่องจาก…" is all that some reports say.
ALONE = f"^[^ก-๎a-z]*{either('ขอ ได้ มีการ ให้ แจ้ง ถูก สั่ง')}*"
REASON = either(
    "เนื่องจาก เพราะ ด้วยเหตุ ด้วยสถานการณ์ สืบเนื่อง จากสถานการณ์ จนกว่า อย่างไม่มีกำหนด"
    " ตาม(?:คำสั่ง|มติ|หนังสือ|ประกาศ|นโยบาย)"
)
NO_MORE_SAID = f"{either('ไป แล้ว ไว้ ออก ก่อน ชั่วคราว')}* ?(?=$|[^ก-๎a-z0-9 ]|{REASON})"


class Saying(NamedTuple):
    """A verb, and how it is said of the whole."""

    words: re.Pattern[str]
    """A text without any of these does not say it, which is quickly seen."""
    ways: re.Pattern[str]


def says(verb: str, words: str) -> Saying:
    """The three ways to say that the whole is stopped."""
    whole = f"{verb}(?:{PROJECT}|{ACTIVITY})ฯ?|{OURS}{verb}{WORK}ฯ?"
    ways = re.compile(f"{whole}|{SUBJECT}{verb}{ENDS}|{ALONE}{verb}{NO_MORE_SAID}")
    return Saying(re.compile(words), ways)


CANCELS = says(CANCEL, "เลิก|ยุติ")
# Not "หลังดำเนินการ", "คลองดี" and the like, which stand everywhere: a vowel follows no verb.
PAUSES = says(PAUSE, "ชะลอ|ระงับ|หยุด|งด(?![\u0e30-\u0e3a\u0e47-\u0e4e])")
POSTPONES = says(POSTPONE, "เลื่อน")
ANY = re.compile("|".join(one.words.pattern for one in (CANCELS, PAUSES, POSTPONES)))
"""One of the verbs, which most texts have none of."""

# Small words may part the verb from the one that takes its meaning away: "ไม่ได้มีการยกเลิก".
SMALL = either("ได้ ให้ ขอ ต้อง ถูก มีการ การ จะ ดำเนินการ ทำ เรื่อง เกี่ยวกับ ว่า คำสั่ง หนังสือ ประกาศ แจ้ง สั่ง")
CONSENT = either(
    "เห็นชอบ เห็นควร เห็นด้วยกับ สมควร ควร อนุมัติ จำเป็น ประสงค์ อาจ เคย ปรากฏ พบ"
    " มี(?:นโยบาย|คำสั่ง|แผน|มติ|แนวคิด|เหตุ|หนังสือ)"
)
NOT_SO = either("ไม่ มิ ห้าม คัดค้าน ป้องกัน หลีกเลี่ยง ลด")
NOT_YET = either(
    "อาจ จะ เกือบ พิจารณา เสนอ ขออนุมัติ ขออนุญาต ขอความเห็น(?:ชอบ)? หารือ สอบถาม(?:ความเห็น)? ทบทวน วางแผน"
    " เตรียม เพื่อ แนวทาง หลักเกณฑ์ วิธี ขั้นตอน มาตรการ รอ(?:ผล|การ|มติ|อนุมัติ|พิจารณา|ความเห็นชอบ)*"
)
# "เหลือจ่ายจากการยกเลิกโครงการ…" tells of another project, "ยกเลิกการชะลอโครงการ" of an end to it.
NO_LONGER = either("(?<!เนื่อง)(?<!เนื่องมา)จาก หลัง ก่อน เคย เดิม กรณี ผลกระทบ หรือ ยกเลิก สิ้นสุด ปลด")
WHICH = f"(?<!พื้น)(?<!หน้า)(?<!วัน)(?<!ตาม)ที่{either('ได้ ถูก ขอ มีการ ต้อง')}*"
OTHERS = (
    either(
        "ผู้รับจ้าง ผู้เข้าร่วม(?:โครงการ|กิจกรรม)? ผู้สมัคร ผู้เสนอราคา ผู้ขาย ผู้ค้า ผู้ปกครอง ร้านค้า เอกชน บริษัท"
        r" ประชาชน วิทยากร นักเรียน สมาชิก หน่วยงานอื่น รณรงค์ ความร่วมมือ"
        r" \d\s?(?:แห่ง|ราย|คน|ชุมชน|โรงเรียน|ร้าน|กิจกรรม|โครงการ)"
    )
    + f"(?:บาง{either('ส่วน ราย คน แห่ง')})?{either('ได้ ขอ แจ้ง ต้อง จึง ให้')}*"
)
SOME = f"บาง{either('ส่วน กิจกรรม รายการ โครงการ')}{either('ได้ ขอ ต้อง จึง ถูก ให้')}*"
# "อยู่ระหว่างเสนอขออนุมัติผู้บริหารยกเลิก"
ASKING = "ระหว่าง(?:(?! |จึง|แล้ว).){0,40}(?:พิจารณา|เสนอ|ขอ|หารือ|รอ|ทบทวน)(?:(?! |จึง|แล้ว).){0,60}"
# "หากสถานการณ์ไม่ดีขึ้น ให้ยกเลิก"; "ปัญหาการ…" holds no "หาก"
IF = f"(?:(?:^|[^ก-๎]|{either('แต่ ทั้งนี้ โดย ซึ่ง และ ว่า')})หาก(?![าิำ])|(?<!เ)ถ้า)(?:(?!จึง|แล้ว).){{0,80}}"
LAST_YEAR = f"ปี(?:งบประมาณ)?{either('ที่ผ่านมา ที่แล้ว ก่อน')}(?:(?!จึง|ปีนี้).){{0,40}}"
UNSAID = re.compile(
    f"(?:{NOT_SO}(?:{SMALL}|{CONSENT})*|(?:{NOT_YET}|{NO_LONGER}){SMALL}*"
    f"|{WHICH}|{OTHERS}|{SOME}|{ASKING}|{IF}|{LAST_YEAR})$"
)
"""Right before it: it is not so, not yet, no longer, or not of this project."""

COUNTED = rf"(?:จำนวน )?\d+ ?{either('กิจกรรม โครงการ ครั้ง รุ่น แห่ง รายการ จุด ชุมชน โรงเรียน วัน ราย คน')}"
WHICH_ONE = either(
    r"ที่\s?\d (?:ครั้ง|รุ่น|ระยะ|งวด|ลำดับ)ที่ (?:ตาม)?ข้อ\s?\d ตามลำดับ หมายเลข ย่อย อื่น เดิม เก่า"
)
WHEN = f"(?:ใน|ประจำ|ของ)?{either('เดือน สัปดาห์ วันที่ วันเสาร์ วันอาทิตย์ วันหยุด ระบบ')}"
WHERE = either("ใน ที่ ของ") + either(
    "ชุมชน โรงเรียน แขวง จุด บริเวณ แห่ง เอกชน หน่วยงานอื่น บริษัท กลุ่ม รัฐบาล การไฟฟ้า การประปา"
)
SAVE = (
    "(?:(?!เนื่อง|เพราะ|ด้วย| ).){0,40}"
    f"(?:เฉพาะ|ยกเว้น|บาง{either('ส่วน กิจกรรม รายการ แห่ง ครั้ง รุ่น พื้นที่ ชุมชน โรงเรียน หลักสูตร')})"
)
PARTLY = re.compile(
    rf"(?:ไป)?(?:แล้ว)? ?\(?(?:{COUNTED}|{WHICH_ONE}|{WHEN}|{WHERE}|(?:คง)?เหลือ|{SAVE})"
)
"""Right behind it: only a part, or another one, is meant."""

AND = f"(?:^|{either('และ โดย แล้ว แต่')}| ){either('ได้ ให้ จะ ขอ ใช้')}*"
INSTEAD = re.compile(
    f"{AND}(?:(?:ปรับ|เปลี่ยน)(?:รูปแบบ|วิธี|เป็น|[^ ]{{0,30}}ออนไลน์)"
    f"|จัด(?:กิจกรรม|อบรม|งาน)?(?:ใน|เป็น|ผ่าน)?(?:รูปแบบ|แบบ|ระบบ)ออนไลน์|(?:เป็น|จัด|การ)[^ ]{{1,40}}แทน)"
    "|(?:จัดจ้าง|จัดซื้อ|ประกาศ|ประกวดราคา|คัดเลือก|สอบราคา)ใหม่|จัด(?:กิจกรรม)?ใหม่ใน(?:เดือน|วันที่|สัปดาห์)"
)
"""Further on: what was cancelled was the manner, and the work goes on in another."""
RESUMED = re.compile(
    "(?<!จะ)(?<!สามารถ)(?<!ให้)(?<!ไม่)(?<!เมื่อ)(?<!เพื่อ)(?<!รอ)"
    "(?:กลับมา(?:ดำเนิน|จัด|เปิด|เริ่ม)|ดำเนินการ(?:ได้)?ตามปกติ|ดำเนินการต่อ(?:แล้ว|เรียบร้อย|ตาม)"
    "|(?:ปัจจุบัน|ขณะนี้|ต่อมา)(?:ได้)?ดำเนินการ(?:แล้วเสร็จ|ต่อ|ตาม))"
)
"""Further on: it went on after all; "จะกลับมาดำเนินการ" is still to come."""
AWAY = re.compile(
    r"ไม่มีกำหนด|ไม่(?:ได้)?กำหนด|ไม่ระบุ|ไม่สามารถกำหนด|จนกว่า|(?:ไว้|ไป)ก่อน"
    r"|ไป[^ ]{0,30}ปี(?:งบประมาณ|ถัดไป|หน้า| ?\d)"
)
"""Further on: put off until nobody knows when, or out of the project's year."""
DATED = re.compile(
    r"(?:ไป|เป็น|มา)(?:จัด|ดำเนินการ|เป็น)?(?:กิจกรรม)?(?:ใน)?(?:ช่วง)?(?:วันที่|เดือน)|(?:ไป|เป็น) ?\d"
)
"""Further on: put off to another day of the year."""

IDLE = re.compile(
    "คืน(?:เงิน|งบ)|(?:โอน|กัน|ตัด|พับ)(?:เงิน|งบ)|ไม่มี(?:ความก้าวหน้า|ความคืบหน้า|ผล)|(?:คง|เช่น|เหมือน|ตาม)เดิม"
    "|(?:ไม่มี|ไม่ได้|ยังไม่|มิได้|ไม่สามารถ)(?:มี)?(?:การ|ได้)?(?:จัด|ดำเนิน)|เดือน(?:ที่แล้ว|ก่อน|ที่ผ่านมา)"
    "|^รอ|(?:จาก|ด้วย|รอ|ติดตาม)สถานการณ์"
)
"""In a later report: it does not tell that the work went on."""
