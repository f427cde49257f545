from pathlib import Path

import pytest

from generator.errors import Fault, MachineError
from generator.store.settings import read_settings, read_words


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def test_site_toml_is_read_from_the_content_folder(content: Path) -> None:
    (content / "site.toml").write_bytes(
        b'\xef\xbb\xbfname = "A"\r\nbase_url = "https://example.org"\r\n'
    )
    config, faults = read_settings({}, {"content": content})
    assert (config.name, config.base_url, config.dumps, faults) == (
        "A",
        "https://example.org/",
        content / "dumps",
        (),
    )


def test_the_environment_may_say_where_content_lies(content: Path) -> None:
    (content / "site.toml").write_text('base_url = "https://example.org"\nnane = "A"\n')
    _, faults = read_settings({"SITEGEN_CONTENT": str(content)}, {})
    assert faults == (
        Fault(
            "setting-unknown",
            f"{content}/site.toml",
            2,
            "there is no setting 'nane'",
            "did you mean name?",
        ),
    )


def test_folders_that_were_named_must_exist(tmp_path: Path) -> None:
    options = {
        "content": tmp_path / "a",
        "templates": tmp_path / "b",
        "base_url": "https://example.org",
    }
    _, faults = read_settings({}, options)
    assert faults == (
        Fault("folder-missing", f"{tmp_path}/a", 0, "there is no such folder"),
        Fault("folder-missing", f"{tmp_path}/b", 0, "there is no such folder"),
    )


def test_content_may_be_missing_where_no_one_named_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_settings({}, {"base_url": "https://example.org"}).faults == ()


def test_a_file_in_the_place_of_the_folder_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "content").touch()
    _, faults = read_settings({}, {"content": tmp_path / "content", "base_url": "http://a.org"})
    assert [fault.message for fault in faults] == ["there is no such folder"]


def test_a_file_of_another_encoding_is_a_fault_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_bytes('# หนึ่ง\nname = "ก"\n'.encode() + 'x = "ก"\n'.encode("cp874"))
    assert read_words(path) == (
        "",
        (Fault("not-utf-8", str(path), 3, "this is no UTF-8", "save the file as UTF-8"),),
    )


def test_what_cannot_be_read_is_the_machines_fault(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match=r"cannot read .*: Is a directory"):
        read_words(tmp_path)


def test_a_logo_that_was_named_must_exist(content: Path) -> None:
    (content / "site.toml").write_text('base_url = "https://example.org"\nlogo = "look/a.svg"\n')
    message = f"there is no look/a.svg in {content}/static"
    fault = Fault("setting-wrong", f"{content}/site.toml", 2, message, "put the logo there")
    assert read_settings({}, {"content": content}).faults == (fault,)
    (content / "static" / "look").mkdir(parents=True)
    (content / "static" / "look" / "a.svg").write_text("<svg/>")
    config, faults = read_settings({}, {"content": content})
    assert (config.logo, faults) == ("look/a.svg", ())
