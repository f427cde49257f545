"""Thai words on pages in another language."""

import pytest

from generator.render.foreign import marked


@pytest.mark.parametrize(
    ("html", "is_marked"),
    [
        ("<p>Nothing here</p>", "<p>Nothing here</p>"),
        ("<p>ทางเท้า</p>", '<p lang="th">ทางเท้า</p>'),
        ("<a href='x'>1. ทางเท้า (2566)</a>", "<a href='x' lang=\"th\">1. ทางเท้า (2566)</a>"),
        ("<p>Section ฝ่ายโยธา 2, of 3</p>", '<p>Section <span lang="th">ฝ่ายโยธา</span> 2, of 3</p>'),
        (
            "<p>ก ข 2 ค BMA ง</p>",
            '<p><span lang="th">ก ข 2 ค</span> BMA <span lang="th">ง</span></p>',
        ),
        ("<p><b>A</b> ก</p>", '<p><b>A</b> <span lang="th">ก</span></p>'),
        ("<br>ก<br>ข</p>", '<br><span lang="th">ก</span><br><span lang="th">ข</span></p>'),
        ("<li>ก<li>ข</ul>", '<li><span lang="th">ก</span><li><span lang="th">ข</span></ul>'),
        ('<q lang="th">ก A</q>', '<q lang="th">ก A</q>'),
        ("<text>Q1 ก</text>", '<text>Q1 <tspan lang="th">ก</tspan></text>'),
        ("<title>ก · Book</title>", "<title>ก · Book</title>"),
        ("<title>ก</title>", '<title lang="th">ก</title>'),
        ("<option>ก (A)</option>", "<option>ก (A)</option>"),
        ('<script type="x">{"name":"ก"}</script>', '<script type="x">{"name":"ก"}</script>'),
        ("<p>ก &amp; ข</p>", '<p lang="th">ก &amp; ข</p>'),
        ("<p>5 ฿</p>", "<p>5 ฿</p>"),
    ],
)
def test_each_is_marked(html: str, is_marked: str) -> None:
    assert marked(html) == is_marked
