import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai.numerals import arabic, thai


@pytest.mark.parametrize(
    ("written", "meant"),
    [("๐๑๒๓๔๕๖๗๘๙", "0123456789"), ("๑.๑.๒", "1.1.2"), ("พ.ศ. ๒๕66", "พ.ศ. 2566"), ("กข", "กข")],
)
def test_arabic(written: str, meant: str) -> None:
    assert arabic(written) == meant


def test_other_digits_stay() -> None:
    assert arabic("٣໓３") == "٣໓３"


@given(st.text(st.sampled_from("0123456789กข ./")))
def test_round_trip(text: str) -> None:
    assert arabic(thai(text)) == text
