"""Where readers report an error."""

from urllib.parse import parse_qs, urlsplit

import pytest

from generator.render.report import prefilled


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("mailto:a@example.org", "mailto:a@example.org?subject=%E0%B8%81&body=x%26y"),
        ("mailto:a@b.org?cc=c@d.org", "mailto:a@b.org?cc=c@d.org&subject=%E0%B8%81&body=x%26y"),
        ("mailto:a@example.org?Subject=ours", "mailto:a@example.org?Subject=ours&body=x%26y"),
        ("https://example.org", "https://example.org?title=%E0%B8%81&body=x%26y"),
        ("https://example.org/new?", "https://example.org/new?title=%E0%B8%81&body=x%26y"),
        ("https://example.org/new?a=1&", "https://example.org/new?a=1&title=%E0%B8%81&body=x%26y"),
        ("https://example.org/new?a=1#form", "https://example.org/new?a=1&title=%E0%B8%81&body=x%26y#form"),
        ("https://example.org/?title=&body=b#f", "https://example.org/?title=&body=b#f"),
    ],
)  # fmt: skip
def test_both_texts_join_what_the_owner_wrote(address: str, expected: str) -> None:
    assert prefilled(address, "ก", "x&y") == expected


def test_the_texts_come_back_as_they_were() -> None:
    body = "รหัส 50050000-3410\r\nhttps://example.org/?a=1&b=2#c +%"
    query = urlsplit(prefilled("mailto:a@example.org", 'a"<b>', body)).query
    assert parse_qs(query, strict_parsing=True) == {"subject": ['a"<b>'], "body": [body]}
    assert "%0D%0A" in query
    assert "+" not in query
