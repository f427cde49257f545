"""What stops a build, in one line each, and the exit code it ends with."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import ClassVar, NamedTuple

from generator.diagnostics import Severity


class Fault(NamedTuple):
    """One thing wrong with what the site's owner wrote."""

    code: str
    """A key of ``generator.explanations``; stable, in kebab case."""
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
    usual_code: ClassVar[str] = "sitegen-bug"

    def __init__(self, message: str = "", code: str | None = None) -> None:
        super().__init__(message, code)
        self.code = code or self.usual_code
        """A key of ``generator.explanations``."""

    def __str__(self) -> str:
        """The message alone."""
        return str(self.args[0])


class ConfigError(SitegenError):
    """The settings, or the tables beside the dumps, are wrong; holds every fault found."""

    exit_code = 2

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        places = (f"{one.file}:{one.line}" if one.line else one.file for one in faults)
        told = (f"{place}: {one.message}" for place, one in zip(places, faults, strict=True))
        super().__init__("\n".join(told))
        self.faults = faults


class RefusedError(SitegenError):
    """What was asked for would harm something, so nothing was done."""

    exit_code = 2
    usual_code = "refused"


class MachineError(SitegenError):
    """The machine does not allow it: disk, rights, processes."""

    exit_code = 3
    usual_code = "machine-refuses"


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
