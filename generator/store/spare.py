"""``.site.sitegen-spare`` beside the output: a second tree of the same files, for the next build.

The tree that a build replaces is brought up to the one that stands: what they had in common are the
same files already, the rest goes and gets a second name. So the spare takes the room of its folders
alone, and holds nothing that the site does not. The next build writes into it only what differs,
and the two are exchanged. Safe to delete; without it, or when anybody was at one of its folders,
files of the old site get a second name in a new tree.
"""

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import sleep

from generator.errors import attempting
from generator.store import manifest, memory, seen
from generator.store.manifest import Written
from generator.store.output import make_folder, start, survives
from generator.store.seen import OUR_FILE, OUR_FOLDER, Listed, Seen, Sign
from generator.store.switch import Place, discard, give, place_of, remove, repair

TRIES, PAUSE = 10, 0.005
"""How often, and how many seconds, to wait for the clock of the disk to go on."""


# --- the next build ---------------------------------------------------------------------------


def take_over(root: str, tree: str, files: Sequence[Written]) -> frozenset[str]:
    """Have files of the old site in the new tree too, before any is written; those that could be.

    Each is the same file under two names. No file of a site is ever written a second time.
    """
    place = place_of(Path(root))
    known = seen.recall(place.seen, place.root)
    if 2 * len(files) <= len(known.listed.files) or not is_ready(place.spare, known):
        return frozenset(
            file.path
            for file in files
            if seen.is_sound(root, file, known.files.get(file.path))
            and linked(root, tree, file.path)
        )
    with attempting(f"write beside {root}"):
        step_in(place)
        stay = frozenset(
            file.path for file in files if seen.is_sound(tree, file, known.files.get(file.path))
        )
        remove(place.new, (one for path, one in known.listed.files.items() if path not in stay))
    return stay


def is_ready(spare: Path, known: Seen) -> bool:
    """Whether the spare is the one that was left, and nobody was at its folders."""
    with suppress(OSError):
        is_ours = known.spare and seen.number_of(spare) == known.spare
        return bool(is_ours) and seen.is_untouched(spare, known.listed, known.twins)
    return False


def step_in(place: Place) -> None:
    """Make the spare the tree that is being built."""
    shutil.rmtree(place.new)
    place.spare.rename(place.new)
    start(place.new)


def linked(root: str, tree: str, path: str) -> bool:
    """Whether a file could get a second name."""
    old, new = f"{root}/{path}", f"{tree}/{path}"
    with suppress(OSError):
        try:
            os.link(old, new, follow_symlinks=False)
        except FileNotFoundError:
            make_folder(tree, seen.above(path))
            os.link(old, new, follow_symlinks=False)
        return True
    return False


# --- the end of a build -----------------------------------------------------------------------


def keep_spare(place: Place, files: Iterable[Written]) -> None:
    """Have the tree that was replaced as the spare, and note the signs of both."""
    there = seen.listed(sorted(files))
    with suppress(OSError):  # whoever cannot keep it builds all the same
        if os.path.lexists(place.spare):
            discard(place.spare)
        old = place.old if place.old.exists() else place.new
        last = seen.recall(place.seen, old)
        signs = seen.signs(place.root, there.files, OUR_FILE)
        both = {**last.listed.files, **there.files}
        touched = around(path for path in both if signs.get(path) != last.files.get(path))
        again = brought_up(place, old, last, signs)
        repair(place)  # a tree that was not kept goes, which alters the signs of what it shared
        signs.update(seen.signs(place.root, again, OUR_FILE))
        now = later(place)
        known = Seen(
            there,
            before(now, signs),
            before(now, folders(place.root, there, last.twins, touched)),
            seen.number_of(place.spare),
            before(now, folders(place.spare, there, last.folders, touched)),
        )
        seen.remember(place.seen, place.root, known)


def around(paths: Iterable[str]) -> frozenset[str]:
    """The folders that files are in, up to the site itself."""
    found = {""}
    for path in paths:
        folder = seen.above(path)
        while folder not in found:
            found.add(folder)
            folder = seen.above(folder)
    return frozenset(found)


def brought_up(place: Place, old: Path, last: Seen, signs: Mapping[str, Sign]) -> Iterable[str]:
    """Make the old tree the spare, if it is near to the site; the files that get a new sign."""
    same = {path for path, (number, _) in signs.items() if number == number_in(last, path)}
    gone = [one for path, one in last.listed.files.items() if path not in same]
    missing = [path for path in signs if path not in same]
    if max(len(gone), len(missing)) > len(same) or not given_back(old, last, place.root):
        return same
    old.rename(place.spare)
    discard(place.spare / manifest.FOLDER)
    remove(place.spare, gone)
    root, spare = str(place.root), str(place.spare)
    if not all(linked(root, spare, path) for path in missing):
        discard(place.spare)
    return missing


def number_in(known: Seen, path: str) -> int:
    """The number of a file."""
    return known.files.get(path, seen.UNKNOWN)[0]


def given_back(old: Path, last: Seen, root: Path) -> bool:
    """Move what survives at the root to the site that stands; False when there is more."""
    others = [*seen.strangers(old, last.listed, last.folders)]
    if not all(survives(path) and not seen.above(path) for path in others):
        return False
    for path in others:
        give(old / path, root / path)
        if os.path.lexists(old / path):
            discard(old / path)
    return True


def folders(
    tree: Path, there: Listed, known: Mapping[str, Sign], touched: frozenset[str]
) -> dict[str, Sign]:
    """The signs of a tree's folders: those that were not touched bear what they bore.

    In a tree that was not the spare every file is touched, since a second name alters its sign.
    """
    old = {one: known[one] for one in there.folders if one in known and one not in touched}
    others = (one for one in there.folders if one not in old)
    return {**old, **seen.signs(tree, others, OUR_FOLDER)}


def later(place: Place) -> int:
    """A moment of the disk's clock after all that was done; as it is if it does not go on."""
    first = now = memory.moment(place.seen)
    for _ in range(TRIES):
        if now > first:
            break
        sleep(PAUSE)
        now = memory.moment(place.seen)
    return now


def before(now: int, signs: Mapping[str, Sign]) -> dict[str, Sign]:
    """The signs that tell of every change from now on: those of what has changed no later."""
    return {path: sign for path, sign in signs.items() if sign[1] < now}
