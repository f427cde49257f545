"""``sitegen serve``."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING

import click

from generator.cli.build import Saying
from generator.cli.options import LIMITS, choosing, manner
from generator.cli.saying import Voice, voice
from generator.errors import ConfigError, SitegenError
from generator.messages import fault_message

if TYPE_CHECKING:
    from generator.serving.live import Live
    from generator.serving.server import Board

PORT = 8000
PATIENT = 10
"""The priority of that build: pages go first."""
IDLE = 2.0
"""Seconds without a change after which the whole site is built again."""


@click.command()
@click.option(
    "-p",
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=PORT,
    help="Where to listen; 0 takes any free port.  [default: 8000]",
)
@choosing("content", "dumps", "output", "templates", "jobs", *LIMITS, "style_page")
@click.option("-q", "--quiet", is_flag=True, help="Only faults and the address.")
@manner()
def command(*, port: int, quiet: bool, **options: object) -> None:
    """Show the site on this machine, and each change at once.

    Dumps, templates, styles, pages, settings and catalogues are watched; an open page loads itself
    again, or says what is wrong. For work only: nobody else can reach it.

    \b
    Examples:
      sitegen serve
      sitegen serve --port 8080 --templates templates
      sitegen serve --languages th --without raw,search
    """  # noqa: D301
    from generator.serving.live import Live
    from generator.serving.server import Board, Server

    told, board = voice(), Board()
    with Server(port, board) as server:
        live = Live(os.environ, {**options, "base_url": server.address})
        server.body = live.body
        try:
            Saying(told, quiet=quiet).build(options)
            is_told = False
        except SitegenError as error:
            told.error(error)
            is_told = True
        wrong = refresh(live, board)
        if wrong and not is_told:
            told.error(wrong)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        told.say(f"serving {server.address} (Ctrl-C stops)", event="serving", url=server.address)
        try:
            follow(live, board, told)
        except KeyboardInterrupt:
            told.say("stopped")
        finally:
            board.end()
            server.shutdown()


def refresh(live: "Live", board: "Board") -> SitegenError | None:
    """Read again what has changed, and tell the open pages; what stands in the way of it, if so."""
    try:
        live.refresh()
    except SitegenError as error:
        faults = error.faults if isinstance(error, ConfigError) else ()
        board.put(fault="\n".join(map(fault_message, faults)) or str(error))
        return error
    board.put()
    return None


def follow(live: "Live", board: "Board", told: Voice) -> None:
    """Show each change at once; when there is none for a while, build the whole site apart."""
    from generator.cli.watching import changed_files
    from generator.serving.watching import Watch
    from generator.store.settings import read_settings

    watch = Watch(read_settings(live.environ, live.options).config)
    is_behind = False
    apart: subprocess.Popen[bytes] | None = None
    while True:
        changed = watch.wait(IDLE) if is_behind else watch.wait()
        if not changed:
            if apart is None or apart.poll() is not None:
                apart = build_apart(live.options)
                is_behind = False
            continue
        start = time.perf_counter()
        if wrong := refresh(live, board):
            told.error(wrong)
        else:
            seconds = time.perf_counter() - start
            told.say(f"{changed_files(changed)}, shown after {seconds:.2f} s", event="changed")
            is_behind = True
        watch.config = read_settings(live.environ, live.options).config


def build_apart(options: Mapping[str, object]) -> subprocess.Popen[bytes]:
    """Build in a process of its own, so that pages are served meanwhile."""
    given = {key: value for key, value in options.items() if key != "base_url"}
    words = chain.from_iterable(as_words(key, value) for key, value in given.items())
    made = subprocess.Popen([sys.executable, "-m", "generator", "build", "--quiet", *words])  # noqa: S603
    os.setpriority(os.PRIO_PROCESS, made.pid, PATIENT)
    return made


def as_words(key: str, value: object) -> tuple[str, ...]:
    """An option as it is written on the command line; one that was not used, as nothing."""
    from generator.settings.setting import option

    if value is None:
        return ()
    if value is True:
        return (option(key),)
    words = ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return option(key), words
