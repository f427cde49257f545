"""Furniture of the source page."""

import pytest

from generator.dump.noise import FURNITURE, is_furniture


@pytest.mark.parametrize(
    "text",
    [
        "ความคืบหน้าโครงการ/กิจกรรม",
        "  ความคืบหน้าโครงการ/กิจกรรม ",
        "Back Home",
        "Back\u00a0 Home",
        "FusionCharts will render here",
        "ดูโครงการแผนปีฯ : พิมพ์ข้อมูล",
        "ดูโครงการแผนปี:พิมพ์ข้อมูล",
        "ดูโครงการแผนปีฯ :",
        "ไตรมาสที่",
        "(1 - 4)",
        "(1-4)",
        "*ผลงาน*",
        "*ผลประเมินตัวชี้วัด*",
        "(* 2.1 / 2.2 *)",
        "** ผลการประเมินโครงการ (รายไตรมาส) **",
        "**ผลการประเมินโครงการ(รายไตรมาส)**",
    ],
)
def test_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ความคืบหน้าโครงการ/กิจกรรมสมมติ",
        "back home",
        "Back Home Foundation",
        "ดูโครงการแผนปีฯ",
        "ดูโครงการแผนปีฯ : พิมพ์ข้อมูล สมมติ",
        "ไตรมาสที่ 1",
        "(1 - 5)",
        "ผลงาน",
        "ผลการประเมินโครงการ (รายไตรมาส)",
    ],
)
def test_what_may_say_something_is_no_furniture(text: str) -> None:
    assert not is_furniture(text)


def test_each_has_its_reason() -> None:
    assert all(reason for reason, _ in FURNITURE)
    assert len({reason for reason, _ in FURNITURE}) == len(FURNITURE)
