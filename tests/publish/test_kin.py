"""Related projects: other years, other agencies, the section's others."""

from generator.corpus import Corpus
from generator.publish.project.kin import MOST, MOST_OTHERS, Related, kindred, related
from generator.render.environment import environment
from tests.publish.invented import Invented, corpus_of, site

BANG_KAPI = "สำนักงานเขตบางกะปิ"
KHLONG_TOEI = "สำนักงานเขตคลองเตย"
THIS = Invented(code="50050000-0001", title="ล้างท่อ")


def of(corpus: Corpus, key: str) -> Related:
    (entry,) = (one for one in corpus.entries if one.project.key == key)
    return related(kindred(corpus), entry)


def related_to_this(*others: Invented, this: Invented = THIS) -> Related:
    return of(corpus_of(this, *others), "50050000-0001")


def test_a_project_alone_has_no_kin() -> None:
    found = related_to_this(Invented(code="50050000-0002", title="ตัดหญ้า", contact="ฝ่ายปกครอง"))
    assert found.is_empty
    assert (found.years, found.agencies, found.others) == ((), (), ())
    assert (found.years_count, found.agencies_count, found.others_count) == (0, 0, 0)
    assert found.section == "ฝ่ายโยธา"


def test_other_years_are_newest_first_and_this_one_stands_among_them() -> None:
    found = related_to_this(
        Invented(code="50050000-0002", title="ล้างท่อ", year=2564, percent="10"),
        Invented(code="50050000-0003", title="ล้างท่อ", year=2566),
        Invented(code="50050000-0004", title="ล้างท่อ", contact="ฝ่ายปกครอง"),
        Invented(code="50110000-0001", title="ล้างท่อ", agency=BANG_KAPI, year=2563),
    )
    assert [row.key[-4:] for row in found.years] == ["0003", "0001", "0002"]
    assert found.years_count == 2
    assert found.this.key == "50050000-0001"


def test_one_spelling_or_another_is_one_title() -> None:
    found = related_to_this(
        Invented(code="50050000-0002", title="น้ำดี  ๒๐", year=2564),
        this=Invented(code="50050000-0001", title="น้ําดี 20"),
    )
    assert found.years_count == 1


def test_the_same_year_is_no_other_year() -> None:
    found = related_to_this(
        Invented(code="50050000-0002", title="ล้างท่อ", contact="ฝ่ายปกครอง"),
    )
    assert found.is_empty


def test_years_are_capped_and_all_are_counted() -> None:
    many = [
        Invented(code=f"50050000-{i:04}", title="ล้างท่อ", year=2540 + i) for i in range(2, 2 + 11)
    ]
    found = related_to_this(*many)
    assert len(found.years) == MOST + 1
    assert found.years_count == 11
    assert found.years[0].year == 2565
    assert found.years[1].year == 2552


def test_each_other_agency_stands_once_by_name_of_this_year_first() -> None:
    found = related_to_this(
        Invented(code="50330000-0001", title="ล้างท่อ", agency=KHLONG_TOEI, year=2564),
        Invented(code="50330000-0002", title="ล้างท่อ", agency=KHLONG_TOEI, year=2566),
        Invented(code="50110000-0001", title="ล้างท่อ", agency=BANG_KAPI, year=2566),
        Invented(code="50110000-0002", title="ล้างท่อ", agency=BANG_KAPI),
        Invented(code="50110000-0003", title="ล้างท่อ", agency=BANG_KAPI),
        Invented(code="50110000-0004", title="ตัดหญ้า", agency=BANG_KAPI),
    )
    assert [row.key for row in found.agencies] == ["50110000-0002", "50330000-0002"]
    assert found.agencies_count == 2


def test_agencies_are_capped_and_all_are_counted() -> None:
    many = [
        Invented(code=f"50{i:02}0000-0001", title="ล้างท่อ", agency=None) for i in range(10, 10 + 11)
    ]
    found = related_to_this(*many)
    assert (len(found.agencies), found.agencies_count) == (MOST, 11)


def test_the_sections_others_are_of_its_agency_and_year() -> None:
    found = related_to_this(
        Invented(code="50050000-0003", title="กวาดถนน"),
        Invented(code="50050000-0004", title="ขุดคลอง", contact="ฝ่ายปกครอง"),
        Invented(code="50050000-0005", title="ขุดสระ", year=2566),
        Invented(code="50110000-0001", title="ขุดบ่อ", agency=BANG_KAPI),
    )
    assert [row.title for row in found.others] == ["กวาดถนน"]
    assert found.others_count == 1
    assert found.this.agency_url == "/districts/50050000/"


def test_the_section_is_capped_and_all_are_counted() -> None:
    many = [Invented(code=f"50050000-{i:04}", title=f"งานที่ {i}") for i in range(2, 2 + 11)]
    found = related_to_this(*many)
    assert (len(found.others), found.others_count) == (MOST_OTHERS, 11)


def test_without_an_agency_nothing_is_related() -> None:
    corpus = corpus_of(
        Invented(code=None, agency=None, rationale="จึงได้จัดทำโครงการล้างท่อขึ้น"),
        Invented(code="50050000-0002", title="ล้างท่อ", year=2564),
    )
    assert [entry.agency.code for entry in corpus.entries].count("unknown") == 1
    assert all(related(kindred(corpus), entry).is_empty for entry in corpus.entries)


def test_without_a_title_only_the_section_is_related() -> None:
    corpus = corpus_of(*map(untitled, ("ท่อตัน", "หญ้ายาว")))
    found = [related(kindred(corpus), entry) for entry in corpus.entries]
    assert [(one.this.title, one.this.year, one.section) for one in found] == [
        (None, 2566, "ฝ่ายการศึกษา")
    ] * 2
    assert not any(one.years or one.agencies for one in found)
    assert [[row.key for row in one.others] for one in found] == [
        [found[1].this.key],
        [found[0].this.key],
    ]


def untitled(rationale: str) -> Invented:
    return Invented(
        code=None,
        agency=None,
        contact=None,
        rationale=rationale,
        units="50050700",
        log=True,
        reports=(("2023-05-22", "20"),),
    )


def test_without_a_year_only_namesakes_are_related() -> None:
    found = related_to_this(
        Invented(code="50050000-0002", title="ล้างท่อ", year=2566),
        Invented(code="50050000-0003", title="ตัดหญ้า"),
        Invented(code="50110000-0001", title="ล้างท่อ", agency=BANG_KAPI),
        this=Invented(code="50050000-0001", title="ล้างท่อ", agency=None),
    )
    assert (found.years, found.others) == ((), ())
    assert [row.key for row in found.agencies] == ["50110000-0001"]


def test_a_project_of_unknown_year_is_of_no_other_year() -> None:
    assert related_to_this(Invented(code="50050000-0002", title="ล้างท่อ", agency=None)).is_empty


def test_thousands_of_namesakes_cost_no_more_than_a_few() -> None:
    corpus = corpus_of(*(Invented(code=f"50050000-{i:04}", title="ล้างท่อ") for i in range(300)))
    index = kindred(corpus)
    assert {len(related(index, entry).others) for entry in corpus.entries} == {MOST_OTHERS}


def printed(found: Related) -> str:
    source = '{% from "components/related.html" import related %}{{ related(found) }}'
    return environment(site()).from_string(source).render(found=found)


def test_readers_see_this_year_among_the_others_and_how_many_are_left_out() -> None:
    shown = printed(
        related_to_this(
            Invented(code="50050000-0002", title="ล้างท่อ", year=2564, percent="10"),
            *(Invented(code=f"50{i}0000-0001", title="ล้างท่อ", agency=None) for i in range(10, 21)),
            *(Invented(code=f"50050000-1{i:03}", title=f"งาน {i}") for i in range(9)),
        )
    )
    assert shown.count("<h3>") == 3
    assert shown.count('aria-current="true"') == 1
    assert '<a href="/projects/50050000-0001/">' not in shown
    assert '<a href="/projects/50050000-0002/">2564</a>' in shown
    assert "อีก 11 หน่วยงาน" in shown
    assert "แสดง 8 จาก 11 หน่วยงาน" in shown
    assert "แสดง 6 จาก 9 โครงการ" in shown
    assert "โครงการอื่นของฝ่ายโยธา ปี 2565" in shown
    assert '<a href="/districts/50050000/#projects">' in shown


def test_readers_see_nothing_where_nothing_is_related() -> None:
    assert printed(related_to_this()).strip() == ""
