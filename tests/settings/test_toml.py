import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.settings.toml import from_toml, key_lines, toml_value


def test_each_key_has_its_line() -> None:
    text = '''\
# a = 1
a = """
b = 2
"""  # c
"quoted" = 1
dotted . key = 2
[ table ]  # words
inside = [
  "x = 1",
]
[table.deep]
"odd key" = 3
inline = { one = 1, two = 2 }
[[rows]]
same = 1
[[rows]]
same = 2
'''
    layer, faults = from_toml(text, "x.toml")
    assert faults == ()
    assert {key: given.line for key, given in layer.items()} == {
        "a": 2,
        "quoted": 5,
        "dotted.key": 6,
        "table.inside": 8,
        "table.deep.odd key": 12,
        "table.deep.inline.one": 13,
        "table.deep.inline.two": 13,
        "rows": 14,
    }


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a = 1\nb =\n", 2, "this is no TOML: invalid value"),
        ("a = 1\n\na = 2\n", 3, "this is no TOML: cannot overwrite a value"),
        ("a = 1\nb = [\n", 3, "this is no TOML: invalid value"),
        ("a = " + "9" * 5000, 1, "this is no TOML: exceeds the limit"),
        ("a = " + "[" * 5000, 0, "this is no TOML we can read: nested too deeply"),
    ],
)
def test_text_that_is_no_toml_gives_one_fault(text: str, line: int, message: str) -> None:
    layer, (fault,) = from_toml(text, "x.toml")
    assert layer == {}
    assert fault.line == line
    assert fault.message.startswith(message)


@given(st.text() | st.lists(st.sampled_from('ab.=[]"\n #\\{}1,')).map("".join))
def test_no_text_fails(text: str) -> None:
    from_toml(text, "x.toml")
    key_lines(text)
    toml_value(text)
