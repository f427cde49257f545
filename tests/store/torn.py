"""Builds that are killed, starved of disk or stripped of rights, each in a process of its own.

    python tests/store/torn.py instants FOLDER STEP [--two-renames|--copy] [--spare]
    python tests/store/torn.py build OUTPUT VERSION JOBS
    python tests/store/torn.py full-disk FOLDER
    python tests/store/torn.py image-layer FOLDER
    python tests/store/torn.py large-file FOLDER
    python tests/store/torn.py no-rights-beside|no-rights-inside|no-rights-to-dumps FOLDER

Each prints one line, or ends with an exception.
"""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import FrameType
from typing import Any

from generator.choices import Limits
from generator.errors import MachineError
from generator.store import switch
from generator.store.dumps import find_dumps, read_dump
from generator.store.manifest import Written
from generator.store.output import publish, staged, write
from generator.store.parallel import in_parallel
from generator.store.spare import keep_spare, take_over

Site = dict[str, bytes]
PAGES = 120
STORE = str(Path(switch.__file__).parent)
SURVIVORS: Site = {
    ".gitkeep": b"",
    "CNAME": b"example.org\n",
    ".git/HEAD": b"ref: refs/heads/main\n",
    ".git/refs/tags/": b"",
}
OLD: Site = {"index.html": b"old", "gone/index.html": b"old", ".nojekyll": b"", "a/b/c.txt": b"c"}
NEW: Site = {"index.html": b"new", "years/2566/index.html": b"new", ".nojekyll": b"new"}
SAME: Site = {f"{number}/index.html": b"same" for number in range(8)}
"""What both have when a spare is kept, which is done for sites that are much alike."""


def build(output: Path, site: Site) -> None:
    """Publish a site of these files."""
    with staged(output, ()) as place:
        files = [write(str(place.new), path, body) for path, body in site.items()]
        publish(place, files)


def renewed(output: Path, site: Mapping[str, bytes]) -> None:
    """Publish a site, of which what the last one has is taken over; and keep its tree as spare."""
    with staged(output, ()) as place:
        new = str(place.new)
        digests = {path: sha256(body).hexdigest() for path, body in site.items()}
        old = switch.published(place.root) or ()
        same = [file for file in old if digests.get(file.path) == file.sha256]
        stand = take_over(str(place.root), new, same)
        files = [file for file in same if file.path in stand]
        files += [write(new, path, body) for path, body in site.items() if path not in stand]
        publish(place, files)
        keep_spare(place, files)


def tree(root: Path) -> Site:
    """Everything below a folder but our own manifest; a path that ends in ``/`` is an empty one."""
    found: Site = {}
    for path in sorted(root.rglob("*")) if root.exists() else ():
        name = path.relative_to(root).as_posix()
        if path.is_dir() and not any(path.iterdir()):
            found[f"{name}/"] = b""
        elif path.is_file() and not name.startswith(".sitegen/"):
            found[name] = path.read_bytes()
    return found


REMEMBERED = ("index", "memory", "prints", "records", "seen", "spare")
"""What a build leaves beside its site for the next one."""


def litter(output: Path) -> list[str]:
    """What lies beside an output folder."""
    return sorted(path.name for path in output.parent.iterdir() if path != output)


def claim(claimed: bool, *about: object) -> None:  # noqa: FBT001
    """Assert, with what it is about."""
    if not claimed:
        raise AssertionError(*about)


# --- killed at an instant ---------------------------------------------------------------------


def in_child(work: Callable[[], None]) -> int:
    """Do work in a fork; its exit status."""
    child = os.fork()
    if child == 0:
        try:
            work()
            sys.stdout.flush()
        except BaseException as error:  # noqa: BLE001
            os.write(2, f"{error!r}\n".encode())
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def counting(at: int, lines: list[int]) -> Callable[[FrameType, str, object], Any]:
    """A trace function that counts the lines of ``generator/store`` and kills at one of them."""

    def trace(frame: FrameType, event: str, _: object) -> Any:
        if not frame.f_code.co_filename.startswith((STORE, shutil.__file__)):
            return None
        if event == "line":
            lines[0] += 1
            if lines[0] == at:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    return trace


Build = Callable[[Path, Site], None]


def instants(folder: Path, step: int, first: Site | None, build: Build) -> int:
    """Kill a build at each ``step``-th line it executes; how often that was.

    After each, the old or the new site must stand whole, and the next build must clear up.
    """
    output, last = folder / "site", {**NEW, **(SAME if build is renewed else {})}
    at = 1
    while True:
        shutil.rmtree(folder)
        folder.mkdir()
        if first is not None:
            for path, body in SURVIVORS.items():
                (output / path).parent.mkdir(parents=True, exist_ok=True)
                (output / path).mkdir() if path.endswith("/") else (output / path).write_bytes(body)
            build(output, first)
            if build is renewed:  # one tree as a site, one as its spare
                renewed(output, first)
        old, new = (
            {**SURVIVORS, **site} if first is not None else site for site in (first or {}, last)
        )
        counted = [0]

        def killed(at: int = at, counted: list[int] = counted) -> None:
            sys.settrace(counting(at, counted))
            build(output, last)

        status = in_child(killed)
        claim(status in {0, signal.SIGKILL}, status, at)
        stands_whole(output, old, new, at)
        for site, found in ((last, new), (first or last, old or new), (last, new)):
            claim(in_child(partial(build, output, site)) == 0, at)
            claim(tree(output) == found, "after repair", at, tree(output))
        beside = TWINS if build is renewed else []
        claim(litter(output) == beside, "litter", at, litter(output))
        if status == 0:
            return at // step
        at += step


TWINS = [".site.sitegen-seen", ".site.sitegen-spare"]


def copy_and_rename(one: Path, other: Path) -> bool:
    """Instead of an exchange, what is left to do for folders of an image."""
    place = switch.place_of(other)
    switch.copy_aside(place)
    one.rename(other)
    return True


def stands_whole(output: Path, old: Site, new: Site, at: int) -> None:
    """The old or the new site; between its two renames or moves, some of it stands beside."""
    found = tree(output)
    if found in (old, new):
        return
    beside = [tree(output.with_name(name)) for name in (".site.sitegen-old", ".site.sitegen-new")]
    git = {path: body for path, body in SURVIVORS.items() if path.startswith(".git/")}
    files = {path: body for path, body in found.items() if not path.endswith("/")}
    if old in beside and files.items() <= old.items():  # where folders cannot be exchanged
        return
    claim({**found, **git} == new, "a mixture", at, found)
    claim(any(git.items() <= other.items() for other in beside), "git lost", at, beside)


# --- other troubles ---------------------------------------------------------------------------


def write_page(new: str, number: int) -> Written:
    """One page of a site whose version is in the name of its folder's mark."""
    version = Path(new, ".sitegen/unfinished").read_text()
    if version == "slow":
        time.sleep(0.02)
    return write(new, f"pages/{number}/index.html", f"{version} {number}\n".encode() * 500)


def build_pages(output: Path, version: str, jobs: int) -> None:
    """Publish a site of many pages over processes."""
    with staged(output, ()) as place:
        (place.new / ".sitegen/unfinished").write_text(version)
        publish(place, tuple(in_parallel(write_page, range(PAGES), jobs, shared=str(place.new))))


def full_disk(folder: Path) -> int:
    """Build on disks from too small to large enough; how often it did not fit."""
    disk = folder / "disk"
    disk.mkdir()
    failures = 0
    for size in range(64, 400, 12):
        options = f"size={size}k,mode=755"
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", disk], check=True)  # noqa: S607
        output = disk / "site"
        build(output, {"index.html": b"old" * 4096})
        new = {f"{number}/index.html": b"new" * 2000 for number in range(30)}
        try:
            build(output, new)
            claim(tree(output) == new, size)
        except MachineError as error:
            failures += 1
            claim(str(error).endswith(": No space left on device"), str(error))
            claim(tree(output) == {"index.html": b"old" * 4096}, size)
            claim(litter(output) == [], size, litter(output))
        subprocess.run(["umount", disk], check=True)  # noqa: S607
    return failures


def image_layer(folder: Path) -> str:
    """Build over a site that came with a container's image, and over the one built then."""
    for name in ("image", "upper", "work", "root"):
        (folder / name).mkdir()
    for path, body in SURVIVORS.items():
        target = folder / "image/site" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.mkdir() if path.endswith("/") else target.write_bytes(body)
    build(folder / "image/site", OLD)
    layers = ",".join(
        f"{name}dir={folder / where}"
        for name, where in (("lower", "image"), ("upper", "upper"), ("work", "work"))
    )
    mount = ("mount", "-t", "overlay", "-o", layers, "overlay", str(folder / "root"))
    subprocess.run(mount, check=True)
    output = folder / "root/site"
    for site in (NEW, OLD):
        build(output, site)
        claim(tree(output) == {**SURVIVORS, **site}, tree(output))
        claim(litter(output) == [], litter(output))
    subprocess.run(["umount", folder / "root"], check=True)  # noqa: S607
    return "built"


def large_file(folder: Path) -> str:
    """Write a file larger than the process may."""
    output = folder / "site"
    build(output, OLD)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        return refused(folder, output, {"index.html": b"new" * 10_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def become_nobody() -> None:
    """Give up what root may do, for whom no right is missing."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def refused(folder: Path, output: Path, new: Site = NEW) -> str:
    """Why the new site cannot be built in the place of the old one."""
    try:
        build(output, new)
    except MachineError as error:
        claim(tree(output) == OLD)
        claim(litter(output) == [], litter(output))
        return str(error).replace(str(folder), "")
    return "nothing happened"


def no_rights_beside(folder: Path) -> str:
    """Build where we may write in the output, but not beside it."""
    folder.chmod(0o777)
    become_nobody()
    output = folder / "beside" / "site"
    build(output, OLD)
    output.parent.chmod(0o555)
    return refused(folder, output)


def no_rights_inside(folder: Path) -> str:
    """Build where we may write beside the output, but not in it."""
    folder.chmod(0o777)
    become_nobody()
    output = folder / "beside" / "site"
    build(output, OLD)
    output.chmod(0o555)
    return refused(folder, output)


def no_rights_to_dumps(folder: Path) -> str:
    """Read dumps of which one, and a folder of others, are not for us."""
    folder.chmod(0o777)
    become_nobody()
    dumps = folder / "dumps"
    for name in ("a.txt", "closed/b.txt", "open/c.txt"):
        (dumps / name).parent.mkdir(parents=True, exist_ok=True)
        (dumps / name).write_text("read")
    (dumps / "a.txt").chmod(0)
    (dumps / "closed").chmod(0)
    read = [read_dump(file, Limits()) for file in find_dumps(dumps).files]
    return "; ".join(
        f"{dump.name} {dump.text}{''.join(one.detail for one in dump.diagnostics)}" for dump in read
    )


def main(what: str, where: str, *more: str) -> str:
    """Do what the command line says."""
    folder = Path(where)
    if what == "build":
        build_pages(folder, more[0], int(more[1]))
        return "built"
    if what == "instants":
        if "--two-renames" in more:
            switch.exchange = lambda *_: False
        if "--copy" in more:
            switch.exchange = copy_and_rename
        kind, old = (renewed, {**OLD, **SAME}) if "--spare" in more else (build, OLD)
        told = (instants(folder, int(more[0]), first, kind) for first in (old, None))
        return " ".join(map(str, told))
    works: dict[str, Callable[[Path], object]] = {
        "full-disk": full_disk,
        "image-layer": image_layer,
        "large-file": large_file,
        "no-rights-beside": no_rights_beside,
        "no-rights-inside": no_rights_inside,
        "no-rights-to-dumps": no_rights_to_dumps,
    }
    return str(works[what](folder))


if __name__ == "__main__":
    sys.stdout.write(f"{main(*sys.argv[1:])}\n")
