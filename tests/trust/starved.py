"""Builds without disk, rights, descriptors or the files they had seen; each in a fork.

    python tests/trust/starved.py CASE FOLDER [NUMBER]

``FOLDER`` is open to anyone, holds ``content/`` and is a disk of its own where the case needs one.
Prints a line for each build: its exit code and what it said. A site stood there before; that it
stands there still is looked at here.
"""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from generator import gathering
from generator.cli import main
from tests.store.torn import REMEMBERED, become_nobody, claim, litter

OLD, NEW = "https://old.example/", "https://new.example/"
KEPT = {"content", *(f".site.sitegen-{what}" for what in REMEMBERED)}
"""What may lie beside a site between two builds."""


def digests(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def built(folder: Path, address: str, jobs: int, before: Callable[[], None]) -> tuple[int, str]:
    """Exit code and words of a build in a fork; ``before`` happens there first."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writing, 2)
        sys.argv = [
            *("sitegen", "build", "--quiet", "--content", str(folder / "content")),
            *("--output", str(folder / "site"), "--base-url", address, "--jobs", str(jobs)),
        ]
        code = 99
        try:
            before()
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        finally:
            sys.stderr.flush()
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as said:
        words = said.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), words.replace(str(folder), "")


def nothing() -> None:
    """Happens before an ordinary build."""


def refused(folder: Path, before: Callable[[], None], jobs: int = 1) -> str:
    """A build that cannot be: the old site stands, nothing lies beside it."""
    site = folder / "site"
    old = digests(site)
    code, said = built(folder, NEW, jobs, before)
    if code:
        claim(digests(site) == old, "the old site", code, said)
        left = set(litter(site)) - KEPT
        claim(not left, "litter", left, code, said)
    return f"{code} {said.strip()}"


def first(folder: Path, as_whom: Callable[[], None] = nothing) -> None:
    """The site that stands before."""
    code, said = built(folder, OLD, 1, as_whom)
    claim(code == 0, code, said)


def warm(folder: Path) -> None:
    """Load all that a build needs: without rights, python itself may be out of reach."""
    content, site = str(folder / "content"), str(folder / "warm" / "site")
    sys.argv = ["sitegen", "build", "--quiet", "--content", content, "--output", site, "--jobs=1"]
    sys.argv += ["--base-url", OLD]
    try:
        main()
    except SystemExit as ended:
        claim(not ended.code, ended.code)
    shutil.rmtree(folder / "warm")


def full_disk(folder: Path, step: int) -> list[str]:
    """On disks from too small to large enough; ``step`` is the difference in kB."""
    told = []
    first(folder)
    size = sum(path.stat().st_size + 4096 for path in (folder / "site").rglob("*")) // 1024
    for more in range(step, 3 * size, step):
        disk = folder / "disk"
        disk.mkdir()
        options = f"size={size + more}k,mode=755"
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", disk], check=True)  # noqa: S607
        shutil.copytree(folder / "content", disk / "content")
        shutil.copytree(folder / "site", disk / "site")
        told.append(refused(disk, nothing))
        subprocess.run(["umount", disk], check=True)  # noqa: S607
        disk.rmdir()
        if told[-1].startswith("0 "):
            break
    return told


def small_files(folder: Path, _: int) -> list[str]:
    """Where no file may be larger than so many bytes: writing fails midway, as on a full disk."""
    first(folder)
    told = []
    for most in (100, 20_000, 100_000):

        def limit(most: int = most) -> None:
            _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))

        told.append(refused(folder, limit))
    return told


def read_only_disk(folder: Path, _: int) -> list[str]:
    """On a disk that can only be read."""
    disk = folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "none", disk], check=True)  # noqa: S607
    shutil.copytree(folder / "content", disk / "content")
    first(disk)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)  # noqa: S607
    told = refused(disk, nothing)
    subprocess.run(["umount", disk], check=True)  # noqa: S607
    return [told]


def no_rights(folder: Path, _: int) -> list[str]:
    """As somebody who may not read one thing after the other, nor write the output or beside it."""
    content, told = folder / "content", []
    folder.chmod(0o777)
    first(folder, become_nobody)
    shut = ("site.toml", "withheld.toml", "dumps/dumps.toml", "dumps/sources.csv", "dumps/a.txt")
    for name in (*shut, "pages/about.th.md", "static/a.txt", "dumps", "pages", "static"):
        path = content / name
        mode = path.stat().st_mode
        path.chmod(0)
        told.append(f"{name}: {refused(folder, become_nobody)}")
        path.chmod(mode)
        if told[-1].startswith(f"{name}: 0 "):
            first(folder, become_nobody)
    for path, mode in ((folder / "site", 0o555), (folder, 0o555)):
        path.chmod(mode)
        told.append(f"{path.relative_to(folder)}: {refused(folder, become_nobody)}")
        path.chmod(0o777)
    return told


def vanished(folder: Path, _: int) -> list[str]:
    """A dump, or a static file, is gone between the moment it is seen and that it is read."""
    told = []
    for name, seeing in (("dumps/a.txt", "find_dumps"), ("static/a.txt", "find_static")):
        first(folder)
        path = folder / "content" / name

        def unseen(path: Path = path, seeing: str = seeing) -> None:
            see = vars(gathering)[seeing]

            def seen(where: Path) -> object:
                found = see(where)
                path.unlink()
                return found

            vars(gathering)[seeing] = seen

        body = path.read_bytes()
        told.append(f"{name}: {refused(folder, unseen)}")
        path.write_bytes(body)
    return told


def few_descriptors(folder: Path, most: int) -> list[str]:
    """With so few open files allowed that a build cannot do its work, and with more and more."""
    first(folder)
    told = []
    for limit in range(3, most):

        def starve(limit: int = limit) -> None:
            _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
            resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))

        told += [refused(folder, starve, jobs) for jobs in (1, 2)]
    return told


CASES: dict[str, Callable[[Path, int], list[str]]] = {
    "full-disk": full_disk,
    "small-files": small_files,
    "read-only-disk": read_only_disk,
    "no-rights": no_rights,
    "vanished": vanished,
    "few-descriptors": few_descriptors,
}

if __name__ == "__main__":
    case, where, *numbers = sys.argv[1:]
    warm(Path(where))
    for one in CASES[case](Path(where), *map(int, numbers or ["0"])):
        sys.stdout.write("{}\n".format(one.replace("\n", "\\n")))
