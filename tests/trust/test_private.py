"""Nobody can be read in any byte of the output; an option publishes what it names and no more."""

import re
from pathlib import Path

import pytest

from generator.dump.lines import shown
from generator.dump.privacy import Policy, withhold
from generator.store.records import SIZE, entries, entry, place, unpacked
from tests.conftest import sitegen
from tests.search.reader import Reader
from tests.trust.private import OPTIONS, SHAPES, text, write
from tests.trust.published import naming, told

SECRETS = sorted({secret for shape in SHAPES.values() for secret in shape.secrets})
FIGURES = re.compile(r'(?<=", )\d+, \d+(?=, ")')
"""Size and day of a file, in the memory of a build: any number may be among them."""
FLAVOURS = pytest.mark.parametrize("headed", [True, False], ids=["headed", "stripped"])


@FLAVOURS
@pytest.mark.parametrize("name", SHAPES)
def test_no_shape_survives_in_any_field(name: str, *, headed: bool) -> None:
    shape = SHAPES[name]
    written, _ = shown(text(shape, 1, headed=headed), 10_000)
    lines = written.split("\n")
    assert sum(shape.written[-4:] in line for line in lines) >= (14 if headed else 9)
    for line in withhold(written, Policy()).split("\n"):
        assert not any(secret in line for secret in shape.secrets), line


@pytest.fixture(scope="module")
def dumps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("private") / "dumps"
    write(folder)
    return folder


def settled(folder: Path, settings: str) -> Path:
    """A content folder with these settings and nothing else."""
    content = folder / "content"
    content.mkdir()
    (content / "site.toml").write_text(settings, encoding="utf-8")
    return content


@pytest.mark.slow
def test_no_byte_of_the_output_names_anyone(dumps: Path, tmp_path: Path) -> None:
    site, state = tmp_path / "site", tmp_path / "state.json"
    settings = "parquet = false\n[limits]\ndata_bytes = 10_000\n"  # so that tables are packed
    content = settled(tmp_path, settings)
    run = sitegen(
        *("build", "--content", content, "--dumps", dumps, "--output", site),
        *("--verbose", "--record", state),
    )
    assert run.returncode == 0, run.stderr
    assert list(site.rglob("*.gz"))
    assert naming(site, SECRETS) == []
    beside = run.stdout + run.stderr + state.read_text("utf-8")
    beside += (tmp_path / ".site.sitegen-memory").read_text("utf-8")
    records = place(site)
    kept = [unpacked(entry(str(records), at)[SIZE:]) for _, at in entries(records)]
    assert len(kept) == len(list(dumps.glob("*.txt"))), "what was read is kept"
    for one in kept:
        beside += f"{one}\n{one.stored.text}\n"
    assert told(FIGURES.sub("", beside), SECRETS) == []
    search = site / "search"
    files = {
        path.relative_to(search).as_posix(): path.read_bytes() for path in search.rglob("*.bin")
    }
    reader = Reader(files)
    assert reader.candidates("ปลูกต้นไม้")
    found = {secret: reader.candidates(secret) for secret in SECRETS if not secret[0].isdigit()}
    assert not any(found.values()), found


@pytest.mark.parametrize(
    "option",
    [
        pytest.param("telephones", marks=pytest.mark.slow),
        *(pytest.param(one, marks=pytest.mark.torture) for one in ("names", "emails", "ids")),
    ],
)
def test_an_option_publishes_what_it_names_and_no_more(
    option: str, dumps: Path, tmp_path: Path
) -> None:
    content, out = settled(tmp_path, f"[privacy]\n{option} = true\n"), tmp_path / "site"
    run = sitegen("build", "--content", content, "--dumps", dumps, "--output", out, "-q")
    assert run.returncode == 0, run.stderr
    opted = {secret for name in OPTIONS[option] for secret in SHAPES[name].secrets[:1]}
    shown = {line.partition(": ")[2] for line in naming(out, SECRETS)}
    assert opted <= shown
    others = {
        secret
        for other, names in OPTIONS.items()
        if other != option
        for name in names
        for secret in SHAPES[name].secrets
    }
    assert shown & others == set()
    # Chosen otherwise, nothing that an earlier build kept beside the site brings it back.
    (content / "site.toml").write_text("", encoding="utf-8")
    run = sitegen("build", "--content", content, "--dumps", dumps, "--output", out, "-q")
    assert run.returncode == 0, run.stderr
    assert naming(out, SECRETS) == []


@pytest.mark.parametrize("name", ["mister", "mobile"])
def test_inspect_names_nobody(name: str, tmp_path: Path) -> None:
    dump = tmp_path / "a.txt"
    dump.write_text(text(SHAPES[name], 1, headed=True), encoding="utf-8")
    for more in ((), ("--json",)):
        run = sitegen("inspect", dump, *more)
        assert run.returncode == 0, run.stderr
        assert not any(secret in run.stdout + run.stderr for secret in SHAPES[name].secrets)
