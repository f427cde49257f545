"""Building again is building once: whatever has changed, the site is that of a clean build."""

import os
import random
import re
import shutil
from pathlib import Path

import pytest

from generator.store.records import entries, entry, place
from tests.conftest import ROOT, sitegen
from tests.test_build import tree

pytestmark = pytest.mark.slow

SAMPLES = ROOT / "content" / "dumps"
TEMPLATES = ROOT / "templates"
MARKED = re.compile(r"<(?:p|div|section|main|dl|li|span)(?=[ >])")
OURS = tuple(
    path
    for path in sorted(TEMPLATES.rglob("*.*"))
    if path.suffix == ".css"
    or (
        path.parent.name in {"components", "pages", "sections", "layouts"}
        and MARKED.search(path.read_text(encoding="utf-8"))
    )
)
OWN = tuple(TEMPLATES / name for name in ("pages/home.html", "components/tag.html"))
"""Templates that the site brings, each with something more than ours."""
SETTINGS = {
    "silent_days = 60": "silent_days = 7",
    "data_bytes = 3_000": "data_bytes = 4_000_000",
    'languages = ["th", "en"]': 'languages = ["th"]',
    **{f"{part} = true": f"{part} = false" for part in ("raw", "json", "data", "search")},
}
"""What may stand in a line, and what else."""


def built(content: Path, output: Path, *options: str) -> str:
    given = ("--content", content, "--templates", content / "templates", "--output", output)
    run = sitegen("build", *given, "--quiet", *options)
    assert run.returncode == 0, run.stderr
    return run.stderr.splitlines()[-1]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder of a few dumps, with everything else an owner may have."""
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "content", folder, ignore=shutil.ignore_patterns("sample-*"))
    for path in sorted(SAMPLES.glob("sample-*.txt"))[:6]:
        shutil.copy(path, folder / "dumps")
    (folder / "static").mkdir(exist_ok=True)
    for number, source in enumerate(OWN):
        write_own(folder, source, number)
    path = folder / "site.toml"
    words = path.read_text(encoding="utf-8")
    path.write_text(words.replace("data_bytes = 4_000_000", "data_bytes = 3_000"), "utf-8")
    return folder


def add_dump(content: Path, chance: random.Random) -> None:
    source = chance.choice(sorted(SAMPLES.glob("sample-*.txt")))
    shutil.copy(source, content / "dumps")


def remove_dump(content: Path, chance: random.Random) -> None:
    chance.choice(sorted(content.glob("dumps/sample-*.txt"))).unlink()


def edit_dump(content: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(content.glob("dumps/sample-*.txt")))
    about = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("0", "1", 1), encoding="utf-8")
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))  # same size, same day


def tell_sources(content: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(content.glob("dumps/sample-*.txt")))
    row = f"{path.name},,https://example.org/{chance.random()},2026-01-02"
    (content / "dumps" / "sources.csv").write_text(f"file,code,url,retrieved\n{row}\n", "utf-8")


def take_down(content: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(content.glob("dumps/sample-*.txt")))
    code = re.search("[0-9]{8}-[0-9]{4}", path.read_text(encoding="utf-8"))
    key = code[0] if code else "50010000-9999"
    (content / "withheld.toml").write_text(f'[[project]]\nkey = "{key}"\n', "utf-8")


def edit_settings(content: Path, chance: random.Random) -> None:
    path = content / "site.toml"
    words = path.read_text(encoding="utf-8")
    both = [*SETTINGS.items(), *((other, one) for one, other in SETTINGS.items())]
    one, other = chance.choice([(one, other) for one, other in both if f"\n{one}\n" in words])
    path.write_text(words.replace(f"\n{one}\n", f"\n{other}\n"), encoding="utf-8")


def write_own(content: Path, source: Path, number: float) -> None:
    """A template of the site's own: one of ours, and something more."""
    path = content / "templates" / source.relative_to(TEMPLATES)
    path.parent.mkdir(parents=True, exist_ok=True)
    words = source.read_text(encoding="utf-8")
    more = (
        f"{words}\n/* {number} */\n"
        if path.suffix == ".css"
        else MARKED.sub(rf'\g<0> data-n="{number}"', words)
    )
    path.write_text(more, encoding="utf-8")


def own(content: Path) -> list[Path]:
    return sorted(path for path in content.glob("templates/**/*.*") if path.is_file())


def add_template(content: Path, chance: random.Random) -> None:
    write_own(content, chance.choice(OURS), chance.random())


def edit_template(content: Path, chance: random.Random) -> None:
    path = chance.choice(own(content))
    write_own(content, TEMPLATES / path.relative_to(content / "templates"), chance.random())


def remove_template(content: Path, chance: random.Random) -> None:
    chance.choice(own(content)).unlink()


def edit_words(content: Path, chance: random.Random) -> None:
    path = content / "templates" / "locales" / "en.po"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'msgid "ค้นหา"\nmsgstr "Find {chance.random()}"\n', encoding="utf-8")


def edit_page(content: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(content.glob("pages/*.md")))
    path.write_text(f"{path.read_text(encoding='utf-8')}\nต่อท้าย\n", encoding="utf-8")


def add_static(content: Path, chance: random.Random) -> None:
    (content / "static" / f"{chance.randrange(9)}.txt").write_text("static", encoding="utf-8")


def add_page(content: Path, chance: random.Random) -> None:
    path = content / "pages" / f"more-{chance.randrange(9)}.th.md"
    path.write_text("# อีกหน้าหนึ่ง\n\nข้อความ\n", encoding="utf-8")


def remove_page(content: Path, chance: random.Random) -> None:
    chance.choice(sorted(content.glob("pages/*.md"))).unlink()


CHANGES = (
    add_dump,
    remove_dump,
    edit_dump,
    tell_sources,
    take_down,
    edit_settings,
    edit_settings,
    add_template,
    edit_template,
    remove_template,
    edit_words,
    add_page,
    edit_page,
    remove_page,
    add_static,
)


@pytest.mark.parametrize("seed", [1, 2])
def test_any_change_makes_the_site_of_a_clean_build(
    seed: int, tmp_path: Path, content: Path
) -> None:
    chance, again = random.Random(seed), tmp_path / "again"
    built(content, again)
    for step, change in enumerate(random.Random(0).sample(CHANGES, len(CHANGES))[seed - 1 :: 2]):
        change(content, chance)
        built(content, again)
        clean = tmp_path / f"clean-{step}"
        built(content, clean)
        assert tree(again) == tree(clean), change
        shutil.rmtree(clean)


def told(line: str) -> list[str]:
    """What a build says of the site, whatever it had to make of it."""
    return [one for one in line.split("(")[1].split(", ") if "made anew" not in one]


def test_nothing_is_built_when_nothing_has_changed(tmp_path: Path, content: Path) -> None:
    output = tmp_path / "out"
    first = built(content, output)
    folder = output.stat().st_ino
    assert told(built(content, output)) == told(first), "it says the same"
    assert output.stat().st_ino == folder, "no file was written"
    for path in content.rglob("*"):
        os.utime(path)  # as after a fresh checkout
    assert built(content, output, "--jobs", "1").startswith("nothing has changed")
    assert output.stat().st_ino == folder


@pytest.mark.parametrize("harm", ["memory", "site", "anew", "options"])
def test_in_doubt_all_is_built(harm: str, tmp_path: Path, content: Path) -> None:
    output, options = tmp_path / "out", list[str]()
    built(content, output)
    match harm:
        case "memory":
            (tmp_path / ".out.sitegen-memory").write_text("{}", encoding="utf-8")
        case "site":
            (output / ".sitegen" / "manifest.json").unlink()
            shutil.rmtree(output)
        case "anew":
            options = ["--anew"]
        case "options":
            options = ["--base-url", "https://example.org/elsewhere/"]
    assert built(content, output, *options).startswith("built")


def test_damaged_records_only_cost_time(tmp_path: Path, content: Path) -> None:
    output, clean = tmp_path / "out", tmp_path / "clean"
    built(content, output)
    path = place(output)
    told = [bytearray(entry(str(path), at)) for _, at in entries(path)]
    for one in told[::2]:
        one[-9] ^= 1
    path.write_bytes(b"".join(told) + b"half an entry")
    edit_dump(content, random.Random(1))
    built(content, output)
    built(content, clean)
    assert tree(output) == tree(clean)
    assert kept(output) == kept(clean)


def kept(output: Path) -> dict[str, bytes]:
    """What is kept of each dump."""
    path = place(output)
    return {name: entry(str(path), at) for name, at in entries(path)}
