"""The file in which one build records what the next may compare itself with."""

import os
from contextlib import suppress
from pathlib import Path

from generator.dump.privacy import Policy
from generator.errors import Fault, RefusedError, attempting
from generator.state import State, from_json

FILE_MODE = 0o644


def read_state(path: Path | None, policy: Policy) -> tuple[State | None, tuple[Fault, ...]]:
    """The state of an earlier build, none when nobody asks for one, and what is wrong with it."""
    if path is None:
        return None, ()
    with attempting(f"read {path}"):
        try:
            body = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            hint = "an earlier build writes it: sitegen build --record STATE"
            return None, (
                Fault("state-missing", path.as_posix(), 0, "there is no such file", hint),
            )
        except IsADirectoryError:
            message = "this is a folder, not a recorded state"
            return None, (Fault("state-unreadable", path.as_posix(), 0, message),)
    return from_json(body, path.as_posix(), policy)


def refuse_state(path: Path | None, output: Path) -> None:
    """Refuse to record into the site: it would be published, or be in the next build's way."""
    if path and path.resolve().is_relative_to(output.resolve()):
        message = f"the state {path} must not lie in the output folder {output}"
        raise RefusedError(message, "state-place-wrong")
    if path and path.is_dir():
        message = f"the state {path} is a folder; name a file"
        raise RefusedError(message, "state-place-wrong")


def write_state(path: Path, body: bytes) -> None:
    """Write the state at once: what reads it meets the old one or the new one, whole."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with attempting(f"record {path}"):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(body)
            beside.chmod(FILE_MODE)
            beside.replace(path)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise
