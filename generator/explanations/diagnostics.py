"""Each diagnostic's cause, and lines of a dump where it holds."""

from typing import NamedTuple


class Case(NamedTuple):
    """What ``generator.diagnostics.Kind`` does not say."""

    cause: str
    example: str


DIAGNOSTICS: dict[str, Case] = {
    "agency-differs": Case(
        "Agencies are told apart by the first digits of the project code. Most dumps and the"
        " lookups give this code one name, and this dump another: perhaps a misspelling.",
        "one.txt   สำนักงานเขตพระนคร : (2566)\ntwo.txt   สำนักงานเขตพระนครร : (2566)",
    ),
    "agency-unknown": Case(
        "The project code begins with the digits of an agency that neither a dump nor a table in"
        " content/lookups gives a name. The project stands under its code.",
        "ปลูกต้นไม้ริมคลอง : 99010000-1234\nความคืบหน้าโครงการ ร้อยละ 40.00",
    ),
    "code-differs": Case(
        "A page repeats its project code, and here the two are not the same; or sources.csv says"
        " otherwise than the page.",
        "ปลูกต้นไม้ริมคลอง : 50010000-1234\n"
        "สำนักงานเขตพระนคร : (2566)\n"
        "ความคืบหน้าโครงการ ร้อยละ 40.00\n"
        "(คลิก) แสดงขั้นตอนการดำเนินงานโครงการ : 50010000-4321",
    ),
    "copy-ambiguous": Case(
        "The extractor dropped title and code from this copy, and what is left fits more than one"
        " project, so it cannot be said whose copy it is.",
        "ความคืบหน้าโครงการ ร้อยละ 40.00\nสำนักงานเขตพระนคร",
    ),
    "day-unreadable": Case(
        "What stands where a day belongs is none of the calendar, or in no form that is known.",
        "(1) ความคืบหน้าโครงการฯ ร้อยละ 40.00 (2023-02-30)\n30/02/2566 : ประชุมคณะทำงาน",
    ),
    "decoded-with-loss": Case(
        "The file is UTF-8 but for some bytes, as when a program cut it in the middle of a letter.",
        "ประชุมคณะทำ\ufffd\ufffdาน",
    ),
    "dump-cut-short": Case(
        "A project page ends with a line that every whole copy has. Here it is missing, so perhaps"
        " the end of the page is, too.",
        "(1) ความคืบหน้าโครงการฯ ร้อยละ 40.00 (2023-02-28)\n28/02/2566 : ประชุมคณะทำงาน",
    ),
    "dump-empty": Case("The file holds no line, or only blank ones.", "one.txt   0 bytes"),
    "dump-too-large": Case(
        "A file of this size is no project page, and reading it would take long.",
        "one.txt   812,004,118 bytes",
    ),
    "dump-unreadable": Case(
        "The system refused to open the file, or it is no regular file, or its .gz is damaged.",
        "one.txt   -rw------- root",
    ),
    "invisible-character": Case(
        "A character that nobody sees can change what words seem to say: a zero-width space, a"
        " control character, a change of direction. It is shown as a mark.",
        "ความคืบหน้าโครงการ ร้อยละ 40.00\nสำนัก\u200bงานเขตพระนคร",
    ),
    "line-too-long": Case(
        "One line of this length is no text that an officer typed. Its place is kept, empty.",
        "ความคืบหน้าโครงการ ร้อยละ 40.00\nกกกกกกกกกกกกกกกก… (200,000 characters)",
    ),
    "not-a-dump": Case(
        "No line has the shape of a line of a project page, in either layout.",
        "<html><body>404 Not Found</body></html>",
    ),
    "number-differs": Case(
        "The page gives a figure twice, as a gauge and in words, or a code of a unit twice, and"
        " the two are not the same.",
        "ปลูกต้นไม้ริมคลอง : 50010000-1234\n45\nความคืบหน้าโครงการ ร้อยละ 40.00",
    ),
    "number-unreadable": Case(
        "What stands where a number belongs is none.",
        "ความคืบหน้าโครงการ ร้อยละ 40.00\n(1) ความคืบหน้าโครงการฯ ร้อยละ 4.0.0 (2023-02-28)",
    ),
    "page-heavy": Case(
        "A dump with very many reports, or several project pages in one, makes one long page.",
        "projects/50010000-1234/index.html   61 kB",
    ),
    "percent-out-of-range": Case(
        "A share of the whole is from 0 to 100. This one was typed otherwise.",
        "(1) ความคืบหน้าโครงการฯ ร้อยละ 105.00 (2023-02-28)",
    ),
    "section-again": Case(
        "The heading of a section stands a second time, after another section has begun.",
        "วัตถุประสงค์ของโครงการ\n1. ให้มีร่มเงา\nเป้าหมายของโครงการ\n100 ต้น\nวัตถุประสงค์ของโครงการ\n2. ลดฝุ่น",
    ),
    "site-heavy": Case(
        "All files together weigh more than limits.site_bytes. A host such as GitHub Pages takes"
        " 1 GB.",
        "output   912 MB, of it raw views 340 MB",
    ),
    "two-dumps-in-one-file": Case(
        "Behind the closing line of one page the head of another begins: the extractor saved both"
        " in one file.",
        "ปลูกต้นไม้ริมคลอง : 50010000-1234\nความคืบหน้าโครงการ ร้อยละ 40.00\n"
        "** ผลการประเมินโครงการ (รายไตรมาส) **\n"
        "ความคืบหน้าโครงการ/กิจกรรม\nล้างท่อระบายน้ำ : 50010000-5678\n"
        "ความคืบหน้าโครงการ ร้อยละ 80.00",
    ),
    "unclaimed-line": Case(
        "The line has no shape that the section it stands in knows. It is in no field and in no"
        " figure; the raw view of the dump has it.",
        "(1) ความคืบหน้าโครงการฯ ร้อยละ 40.00 (2023-02-28)\n28/02/2566 : ประชุมคณะทำงาน\n"
        "------------------&&&--------------------\nบรรทัดที่ไม่มีใครรู้จัก",
    ),
    "value-unknown": Case(
        "The field has one of a few values everywhere else: a quarter from 1 to 4, the kind or"
        " the level of an indicator.",
        "ความคืบหน้าโครงการ ร้อยละ 40.00\n*** สยป. ประเมินโครงการ : ไตรมาสที่ 7",
    ),
    "withheld-unmatched": Case(
        "The list of what is withheld on request names a project, a line or a passage that no dump"
        " has: it was removed, or is written otherwise.",
        '[[project]]\nkey = "50010000-9999"',
    ),
}
