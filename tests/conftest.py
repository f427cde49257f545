"""What many tests share: the built sample site, served and not, Chromium, the real dumps."""

import fcntl
import functools
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from tests.site.odd import write_odd_dumps

# A busy machine is no fault of the code.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

# Whoever runs the tests, commands speak as they do to anybody.
for name in ("GITHUB_ACTIONS", "NO_COLOR"):
    os.environ.pop(name, None)

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
REAL_DUMPS = ROOT.parent / "shared" / "dumps"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BUILD_SECONDS = 300


class Served(NamedTuple):
    """One site on this machine, at the root of a host and under a path as on a project site."""

    at_root: str
    """Ends in "/"."""
    under_repo: str
    """Under /repo/, built for that address, with odd dumps beside the samples."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="accept the site as it is now as the golden one"
    )


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # As in the background of a shell. What tests start would inherit it, and never see Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def accept(pytestconfig: pytest.Config) -> bool:
    """Whether golden files are to be written anew."""
    return bool(pytestconfig.getoption("--accept"))


def sitegen(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the real command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=BUILD_SECONDS,
        check=False,
    )


@pytest.fixture(scope="session")
def session_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all workers of this run of pytest."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold a file against the other workers; the system frees it if we die."""
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def built_once(folder: Path, name: str, *options: str | Path) -> Path:
    """Build a site into ``folder/name`` unless another worker has; a failure fails each asker."""
    site, done = folder / name, folder / f"{name}.done"
    with locked(folder / f"{name}.lock"):
        if not done.exists():
            run = sitegen("build", "--output", site, *options)
            assert run.returncode == 0, f"sitegen build failed ({run.returncode}):\n{run.stderr}"
            done.touch()
    return site


@pytest.fixture(scope="session")
def built_site(session_folder: Path) -> Path:
    """The site of content/, its sample dumps and all, for the root of a host."""
    return built_once(session_folder, "site")


@pytest.fixture(scope="session")
def repo_site(session_folder: Path) -> Path:
    """The sample dumps and odd ones beside them, for a project address under /repo/.

    With the page of all components.
    """
    with locked(session_folder / "odd.lock"):
        dumps = session_folder / "odd"
        if not dumps.exists():
            write_odd_dumps(CONTENT / "dumps", dumps)
    address = "https://example.org/repo/"
    options = ("--dumps", dumps, "--base-url", address, "--style-page")
    return built_once(session_folder, "repo", *options)


@pytest.fixture(scope="session")
def real_dumps() -> Path:
    """The two real dumps, which never enter the repository."""
    if not REAL_DUMPS.is_dir():
        pytest.skip("the real dumps are not beside this checkout (../shared/dumps)")
    return REAL_DUMPS


@pytest.fixture(scope="session")
def real_site(real_dumps: Path, session_folder: Path) -> Path:
    """The site of the two real dumps."""
    return built_once(session_folder, "real", "--dumps", real_dumps)


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: 404.html for what is not there, nothing logged."""

    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / self.path.split("/")[1] / "404.html"
        if not page.is_file():
            page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def served(folder: Path) -> Iterator[str]:
    """The address of a folder, for as long as the iterator lives."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def served_at_root(built_site: Path) -> Iterator[str]:
    """Address of the site at a host's root."""
    yield from served(built_site)


@pytest.fixture(scope="session")
def served_under_repo(repo_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the site under /repo/, with nothing at the root."""
    host = tmp_path_factory.mktemp("host")
    (host / "repo").symlink_to(repo_site)
    for address in served(host):
        yield f"{address}repo/"


@pytest.fixture(scope="session")
def served_site(served_at_root: str, served_under_repo: str) -> Served:
    """Both addresses."""
    return Served(served_at_root, served_under_repo)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a Chromium; `make test` installs one, so that its absence is a failure."""
    names = (os.environ["CHROMIUM"],) if os.environ.get("CHROMIUM") else BROWSERS
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.fail("no Chromium: run `make setup-site-tests`, or set CHROMIUM=/path")
    return found
