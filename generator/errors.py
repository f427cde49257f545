"""What stops a build, in one line each, and the exit code it ends with."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import ClassVar, NamedTuple

from generator.diagnostics import Severity


class Fault(NamedTuple):
    """One thing wrong with what the site's owner wrote."""

    file: str
    """As the owner names it: a path, ``--base-url`` or ``SITEGEN_BASE_URL``."""
    line: int
    """From 1; 0 means the whole file."""
    message: str
    hint: str = ""
    """What to do about it."""
    severity: Severity = Severity.ERROR
    """A warning stops the build only under ``--strict``."""


class SitegenError(Exception):
    """A reason to stop. Raised as itself it is a mistake of ours."""

    exit_code: ClassVar[int] = 70


class ConfigError(SitegenError):
    """The settings, or the tables beside the dumps, are wrong; holds every fault found."""

    exit_code = 2

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        """One line for each fault."""
        return "\n".join(
            f"{fault.file}{f':{fault.line}' if fault.line else ''}: {fault.message}"
            for fault in self.faults
        )


class RefusedError(SitegenError):
    """What was asked for would harm something, so nothing was done."""

    exit_code = 2


class MachineError(SitegenError):
    """The machine does not allow it: disk, rights, processes."""

    exit_code = 3


def refuse(faults: Iterable[Fault], *, strict: bool) -> None:
    """Raise ``ConfigError`` with all faults if one of them is an error, or any under ``strict``."""
    every = tuple(faults)
    if every and (strict or any(fault.severity is Severity.ERROR for fault in every)):
        raise ConfigError(every)


@contextmanager
def attempting(what: str) -> Iterator[None]:
    """Turn an ``OSError`` into a ``MachineError`` that says what could not be done, and why."""
    try:
        yield
    except OSError as error:
        message = f"cannot {what}: {error.strerror or error}"
        raise MachineError(message) from error
