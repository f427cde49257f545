from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.about_dumps import AboutDumps, Expectations, read_about_dumps
from generator.assess.thresholds import THRESHOLDS, Thresholds
from generator.choices import SITE, Limits, Parts, Privacy
from generator.config import Config, content_folder, read_config
from generator.diagnostics import Severity
from generator.errors import ConfigError, Fault, refuse

URL = 'base_url = "https://example.org/"\n'
NO_URL = Fault(
    "base-url-missing",
    "site.toml",
    0,
    "no base_url, and so no sitemap",
    'write base_url = "https://…/", or give --base-url',
    Severity.WARNING,
)


def read(
    text: str = "", environ: dict[str, str] | None = None, **options: object
) -> tuple[Config, tuple[Fault, ...]]:
    return read_config(text, "site.toml", environ or {}, options)


def messages(text: str, environ: dict[str, str] | None = None, **options: object) -> list[str]:
    _, faults = read(text, {"SITEGEN_BASE_URL": "http://a.org", **(environ or {})}, **options)
    return [f"{fault.file}:{fault.line}: {fault.message} [{fault.hint}]" for fault in faults]


def test_an_empty_file_leaves_the_defaults() -> None:
    config, faults = read()
    assert faults == (NO_URL,)
    assert config == Config(
        name="สมุดโครงการกรุงเทพฯ",
        description="",
        languages=("th", "en"),
        names=(),
        logo=None,
        accent=None,
        base_url=None,
        published_on=None,
        report_to=None,
        licence=None,
        noindex=False,
        parquet=False,
        years=(),
        parts=Parts(raw=True, json=True, data=True, search=True),
        privacy=Privacy(names=False, telephones=False, emails=False, ids=False),
        limits=Limits(dump_bytes=5_000_000, line_characters=100_000, data_bytes=4_000_000),
        thresholds=THRESHOLDS,
        content=Path("content"),
        dumps=Path("content/dumps"),
        output=Path("output"),
        templates=None,
        jobs=None,
        scheduler=None,
        strict=False,
        offline=False,
        style_page=False,
        anew=False,
        explain=False,
        since=None,
        record=None,
    )


def test_everything_can_be_set() -> None:
    config, faults = read(
        """
        name = " สมุด "
        description = "งานของเมือง"
        base_url = "https://Example.org/repo"
        published_on = 2026-09-07
        report_to = "mailto:errors@example.org"
        noindex = true
        parquet = true
        years = [2567, 2566, 2567]
        raw = false
        json = false
        tables = false
        data = false
        search = false
        [privacy]
        names = true
        telephones = true
        emails = true
        ids = true
        [limits]
        dump_bytes = 1_000
        line_characters = 2_000
        data_bytes = 3_000
        site_bytes = 4_000
        [thresholds]
        silent_days = 90
        behind_points = 7.5
        repeated_run = 2
        strategy_cut = 70
        weights_tolerance = 0
        """
    )
    assert faults == ()
    assert (config.name, config.description) == ("สมุด", "งานของเมือง")
    assert (config.base_url, config.prefix) == ("https://example.org/repo/", "/repo/")
    assert config.published_on == date(2026, 9, 7)
    assert config.report_to == "mailto:errors@example.org"
    assert config.noindex
    assert config.parquet
    assert config.privacy == (True, True, True, True)
    assert config.years == (2566, 2567)
    assert config.parts == (False,) * 5
    assert config.limits == (1_000, 2_000, 3_000, 4_000)
    assert config.thresholds == Thresholds(
        silent_days=90,
        behind_points=Decimal("7.5"),
        repeated_run=2,
        strategy_cut=70,
        weights_tolerance=Decimal(0),
    )


@pytest.mark.parametrize("words", ["2567,2566", "[2566, 2567]", " 2566 , 2567 "])
def test_years_in_the_environment_need_no_brackets(words: str) -> None:
    config, faults = read(URL, {"SITEGEN_YEARS": words})
    assert (config.years, faults) == ((2566, 2567), ())


@pytest.mark.parametrize("words", ["2023", "[2566, true]", "2566", '"2566"', '["2566"]'])
def test_what_are_no_fiscal_years(words: str) -> None:
    (told,) = messages(f"years = {words}")
    assert "years must be fiscal years of the Buddhist Era such as [2566, 2567], not" in told


def test_a_state_may_be_named_by_option_and_environment() -> None:
    config, _ = read(environ={"SITEGEN_SINCE": "old.json"}, record=Path("new.json"))
    assert (config.since, config.record) == (Path("old.json"), Path("new.json"))


def test_an_option_goes_before_the_environment_and_that_before_the_file() -> None:
    environ = {
        "SITEGEN_BASE_URL": "https://environment.org/",
        "SITEGEN_NAME": "environment",
        "SITEGEN_JOBS": "3",
        "SITEGEN_STRICT": "yes",
        "SITEGEN_LIMITS_DUMP_BYTES": "1_000",
        "SITEGEN_THRESHOLDS_BEHIND_POINTS": "12.5",
        "SITEGEN_PUBLISHED_ON": "2026-09-08",
        "SITEGEN_PRIVACY_NAMES": "True",
        "SITEGEN_DUMPS": "elsewhere",
        "SITEGEN_DESCRIPTION": "",
        "PATH": "/bin",
    }
    text = 'name = "file"\ndescription = "file"\npublished_on = 2026-09-07\n' + URL
    config, faults = read(text, environ, base_url="https://option.org", jobs=2, output=None)
    assert faults == ()
    assert config.base_url == "https://option.org/"
    assert (config.name, config.description) == ("environment", "file")
    assert (config.jobs, config.strict, config.limits.dump_bytes) == (2, True, 1000)
    assert config.thresholds.behind_points == Decimal("12.5")
    assert config.published_on == date(2026, 9, 8)
    assert config.privacy.names
    assert (config.dumps, config.output) == (Path("elsewhere"), Path("output"))


def test_the_dumps_lie_in_the_content_unless_named() -> None:
    config, _ = read(content=Path("my"))
    assert config.dumps == Path("my/dumps")
    assert content_folder({"SITEGEN_CONTENT": "a"}, {}) == Path("a")
    assert content_folder({"SITEGEN_CONTENT": "a"}, {"content": "b"}) == Path("b")
    assert content_folder({}, {"content": None}) == Path("content")


def test_source_date_epoch_dates_the_site_when_nothing_else_does() -> None:
    environ = {"SOURCE_DATE_EPOCH": "1788739199"}  # 2026-09-06T23:59:59Z, the 7th in Bangkok
    assert read(URL, environ)[0].published_on == date(2026, 9, 6)
    assert read("published_on = 2020-01-01\n", environ)[0].published_on == date(2020, 1, 1)
    assert read(URL, {"SOURCE_DATE_EPOCH": ""})[0].published_on is None


@pytest.mark.parametrize("words", ["yesterday", "-1", "1.5", "๑", "9" * 30])
def test_a_source_date_that_is_none_is_an_error(words: str) -> None:
    (message,) = messages("", {"SOURCE_DATE_EPOCH": words})
    assert message.startswith("SOURCE_DATE_EPOCH:0: published_on must be a day")


def test_all_faults_come_at_once_with_their_lines() -> None:
    text = """\
name = 7
nmae = "A"
published_on = "2026-09-07"
output = "elsewhere"
[privacy]
name = true
ids = 1
[limit]
dump_bytes = 1
"""
    assert messages(text, {"SITEGEN_JOBS": "many", "SITEGEN_BASEURL": "x"}, jobs=0) == [
        "--jobs:0: jobs must be a whole number above 0, not 0 []",
        "SITEGEN_BASEURL:0: no setting has this variable [did you mean SITEGEN_BASE_URL?]",
        "SITEGEN_JOBS:0: jobs must be a whole number above 0, not 'many' []",
        "site.toml:1: name must be text on one line, not blank, not 7 []",
        "site.toml:2: there is no setting 'nmae' [did you mean name?]",
        (
            "site.toml:3: published_on must be a day of the Common Era such as 2026-09-07, "
            "without quotes, not '2026-09-07' []"
        ),
        "site.toml:4: there is no setting 'output' [give it as --output or SITEGEN_OUTPUT]",
        "site.toml:6: there is no setting 'privacy.name' [did you mean privacy.names?]",
        "site.toml:7: privacy.ids must be true or false, not 1 []",
        "site.toml:9: there is no setting 'limit.dump_bytes' [did you mean limits.dump_bytes?]",
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "privacy = true",
            (
                "there is no setting 'privacy' [it is a table: write [privacy] and below it "
                "names, telephones, emails, ids]"
            ),
        ),
        ("names = true", "there is no setting 'names' [did you mean privacy.names?]"),
        ("[limit]", "there is no setting 'limit' []"),
        ("name = {}", "name must be text on one line, not blank, not {} []"),
        ("name = {a = 1}", "there is no setting 'name.a' [did you mean name?]"),
        ("name = ' '", "name must be text on one line, not blank, not ' ' []"),
        ('name = "a\\nb"', "name must be text on one line, not blank, not 'a\\nb' []"),
        ('name = "a\\u202Eb"', "name must be text on one line, not blank, not 'a\\u202eb' []"),
        ("description = 1.5", "description must be text on one line, not 1.5 []"),
        ("limits.dump_bytes = 0", "limits.dump_bytes must be a whole number above 0, not 0 []"),
        (
            "limits.dump_bytes = true",
            "limits.dump_bytes must be a whole number above 0, not True []",
        ),
        (
            "thresholds = 3",
            (
                "there is no setting 'thresholds' [it is a table: write [thresholds] and below it "
                "silent_days, behind_points, repeated_run, strategy_cut, weights_tolerance]"
            ),
        ),
        ("limits.dump_bytes = 1.0", "limits.dump_bytes must be a whole number above 0, not 1.0 []"),
        (
            f"name = [{'1, ' * 100}]",
            f"name must be text on one line, not blank, not [{'1, ' * 19}1… []",
        ),
    ],
)
def test_one_fault(line: str, message: str) -> None:
    assert messages(line) == [f"site.toml:1: {message}"]


@pytest.mark.parametrize("line", ["[privacy]", "[limits]\n[privacy]\nnames = false"])
def test_tables_may_be_empty(line: str) -> None:
    assert messages(line) == []


@pytest.mark.parametrize("words", ["2569-09-07", "2026-09-07T10:00:00", "1", "true"])
def test_a_day_is_a_plain_day_of_the_common_era(words: str) -> None:
    (message,) = messages(f"published_on = {words}")
    assert "published_on must be a day of the Common Era" in message


@pytest.mark.parametrize(
    ("written", "meant", "prefix"),
    [
        ("https://example.org", "https://example.org/", "/"),
        ("http://EXAMPLE.org/", "http://example.org/", "/"),
        ("https://owner.github.io/Repo", "https://owner.github.io/Repo/", "/Repo/"),
        ("https://example.org/a/b///", "https://example.org/a/b/", "/a/b/"),
        ("http://localhost:8000/", "http://localhost:8000/", "/"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x/", "/x/"),
        (
            "https://xn--12c1fe0br.xn--o3cw4h/%E0%B8%81",
            "https://xn--12c1fe0br.xn--o3cw4h/%E0%B8%81/",
            "/%E0%B8%81/",
        ),
    ],
)
def test_base_url_ends_in_one_slash(written: str, meant: str, prefix: str) -> None:
    config, faults = read(base_url=written)
    assert (config.base_url, config.prefix, faults) == (meant, prefix, ())


@pytest.mark.parametrize(
    "written",
    [
        "example.org",
        "ftp://example.org/",
        "//example.org/",
        "https://",
        "https:///a",
        "https://โครงการ.ไทย/",
        "https://example.org/โครงการ/",
        "https://user:secret@example.org/",
        "https://example.org/?a=1",
        "https://example.org/#a",
        "https://example.org/../a",
        "https://example.org/a//b",
        "https://example.org/a b",
        "https://example.org/%zz",
        'https://example.org/"><script>',
        "https://example.org\n",
        "javascript:alert(1)",
        "https://" + "a" * 100_000 + "!",
    ],
)
def test_base_url_is_an_http_address_without_query(written: str) -> None:
    (bad, missing) = read(base_url=written)[1]
    assert bad.file == "--base-url"
    assert bad.message.startswith("base_url must be the site's http:// or https:// address")
    assert missing == NO_URL


@pytest.mark.parametrize(
    "address",
    [
        "mailto:a@example.org",
        "mailto:a@example.org?subject=x",
        "https://example.org/issues/new?template=x#y",
    ],
)
def test_errors_are_reported_to_an_address(address: str) -> None:
    assert read(f'report_to = "{address}"\n{URL}')[0].report_to == address


@pytest.mark.parametrize(
    "address",
    ["a@example.org", "javascript:alert(1)", "mailto:", "mailto:a", "https://a b", "https://a/<b"],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    assert "report_to must be an address" in messages(f'report_to = "{address}"')[0]


@pytest.mark.parametrize(
    ("variable", "words"),
    [
        ("SITEGEN_STRICT", "perhaps"),
        ("SITEGEN_JOBS", "1\nb = 2"),
        ("SITEGEN_JOBS", "[" * 5000),
        ("SITEGEN_OUTPUT", "a\0b"),
    ],
)
def test_a_variable_that_says_nothing_sensible(variable: str, words: str) -> None:
    (message,) = messages("", {variable: words})
    assert message.startswith(f"{variable}:0: ")


def test_faults_of_thresholds_come_at_once_with_their_lines() -> None:
    text = """\
[thresholds]
silent_days = 0
behind_points = 0
repeated_run = 1
strategy_cut = "83"
weights_tolerance = -0.5
behind_point = 10
"""
    assert messages(text) == [
        "site.toml:2: thresholds.silent_days must be a whole number above 0, not 0 []",
        (
            "site.toml:3: thresholds.behind_points must be percentage points above 0, at most 100, "
            "not 0 []"
        ),
        "site.toml:4: thresholds.repeated_run must be a whole number above 1, not 1 []",
        "site.toml:5: thresholds.strategy_cut must be a whole number above 0, not '83' []",
        (
            "site.toml:6: thresholds.weights_tolerance must be percentage points from 0 to 100, "
            "not -0.5 []"
        ),
        (
            "site.toml:7: there is no setting 'thresholds.behind_point' "
            "[did you mean thresholds.behind_points?]"
        ),
    ]


@pytest.mark.parametrize("words", ["100.1", "nan", "inf", "true", "[]", "1e400"])
def test_what_are_no_points(words: str) -> None:
    (message,) = messages(f"thresholds.weights_tolerance = {words}")
    assert "must be percentage points from 0 to 100" in message


def test_the_samples_thresholds_are_the_defaults() -> None:
    text = (Path(__file__).parents[1] / "content" / "site.toml").read_text(encoding="utf-8")
    assert read(text)[0].thresholds == Thresholds()


def test_only_errors_stop_a_build_unless_it_is_strict() -> None:
    error = Fault("setting-wrong", "site.toml", 2, "bad")
    refuse((), strict=True)
    refuse((NO_URL,), strict=False)
    with pytest.raises(ConfigError) as caught:
        refuse((NO_URL,), strict=True)
    assert caught.value.faults == (NO_URL,)
    with pytest.raises(ConfigError, match=r"site\.toml:2: bad") as caught:
        refuse(iter((NO_URL, error)), strict=False)
    assert str(caught.value).splitlines() == [f"site.toml: {NO_URL.message}", "site.toml:2: bad"]
    assert caught.value.exit_code == 2


def test_dumps_toml_says_what_is_true_of_its_dumps() -> None:
    text = """
    sample = true
    [expectations]
    minimum_projects = 70
    share_with_agency = 0.95
    share_with_year = 1
    share_with_reports = 0
    share_with_warnings = 0.2
    sections.steps = 0.4
    sections.progress = 1
    sections.units = 0
    """
    sections = (("progress", 1.0), ("steps", 0.4))
    assert read_about_dumps(text, "dumps.toml") == (
        AboutDumps(sample=True, expectations=Expectations(70, 0.95, 1.0, 0.0, 0.2, sections)),
        (),
    )
    assert read_about_dumps("[expectations.sections]", "dumps.toml") == (AboutDumps(), ())
    assert read_about_dumps("", "dumps.toml") == (AboutDumps(), ())
    assert AboutDumps().expectations == Expectations(0, 0.0, 0.0, 0.0, 1.0)


def test_faults_of_dumps_toml() -> None:
    text = """\
smaple = true
[expectations]
minimum_projects = -1
share_with_year = 1.1
share_with_agency = true
share_with_reports = nan
share_with_warnings = "all"
sections.step = 0.9
sections.progress = 9
"""
    _, faults = read_about_dumps(text, "d/dumps.toml")
    assert [(fault.file, fault.line, fault.message, fault.hint) for fault in faults] == [
        ("d/dumps.toml", 1, "there is no setting 'smaple'", "did you mean sample?"),
        (
            "d/dumps.toml",
            3,
            "expectations.minimum_projects must be a whole number above 0, not -1",
            "",
        ),
        *(
            (
                "d/dumps.toml",
                line,
                f"expectations.share_with_{what} must be a number from 0 to 1, not {value}",
                "",
            )
            for line, what, value in (
                (4, "year", "1.1"),
                (5, "agency", "True"),
                (6, "reports", "nan"),
                (7, "warnings", "'all'"),
            )
        ),
        (
            "d/dumps.toml",
            8,
            "there is no setting 'expectations.sections.step'",
            "did you mean expectations.sections.steps?",
        ),
        (
            "d/dumps.toml",
            9,
            "expectations.sections.progress must be a number from 0 to 1, not 9",
            "",
        ),
    ]


def test_a_table_of_dumps_toml_that_is_none() -> None:
    _, (fault,) = read_about_dumps("expectations.sections = 0.9", "dumps.toml")
    assert fault.message == "there is no setting 'expectations.sections'"
    assert fault.hint.startswith("it is a table: write [expectations.sections] and below it ")
    assert fault.hint.endswith(", steps, repeats, indicators")


def test_the_sites_own_file_has_every_setting_or_names_it() -> None:
    path = Path(__file__).parents[1] / "content" / "site.toml"
    text = path.read_text()
    _, faults = read_config(text, "site.toml", {}, {"base_url": "https://example.org/"})
    assert faults == ()
    for setting in SITE:
        assert setting.key.rpartition(".")[2] in text


LICENCE = '[licence]\nname = "CC BY 4.0"\nurl = "https://creativecommons.org/licenses/by/4.0/"\n'


def test_a_licence_has_a_name_and_an_address() -> None:
    config, faults = read(URL + LICENCE)
    assert faults == ()
    assert config.licence == ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    environ = {"SITEGEN_LICENCE_NAME": "ODbL", "SITEGEN_LICENCE_URL": "https://odbl.example/"}
    assert read(URL + LICENCE, environ)[0].licence == ("ODbL", "https://odbl.example/")


@pytest.mark.parametrize(
    ("text", "environ", "place"),
    [
        ('[licence]\nname = "CC0"', {}, "site.toml:2: licence.name"),
        ('[licence]\nurl = "https://a.example/"', {}, "site.toml:2: licence.url"),
        ("", {"SITEGEN_LICENCE_URL": "https://a.example/"}, "SITEGEN_LICENCE_URL:0: licence.url"),
    ],
)
def test_half_a_licence_is_a_fault(text: str, environ: dict[str, str], place: str) -> None:
    (said,) = messages(text, environ)
    assert said.startswith(f"{place} is there without the other half of the licence")


def test_a_licence_with_a_wrong_address_is_told_once() -> None:
    (said,) = messages('[licence]\nname = "CC0"\nurl = "cc0"')
    assert "licence.url must be an address" in said
