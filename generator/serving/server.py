"""What the browser talks to: the pages, a script that loads them again, and a stream of news."""

import html
import json
import re
import traceback
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.errors import MachineError, SitegenError
from generator.render.places import folders

HOST = "127.0.0.1"
OURS = "/_sitegen/"
"""Where the server's own addresses begin; no page of a site has one of them."""
SCRIPT = "serving/reload.js"
ALIVE = 15.0
"""Seconds after which a silent stream says that it is still there."""

TYPES = {
    "atom": "application/atom+xml; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
}
POLICY = re.compile(rb"(default-src 'none'; )(?:script-src 'self'; )?")


class News(NamedTuple):
    """What a page wants to know."""

    version: int
    """Grows whenever the site is another one."""
    fault: str
    """Why it cannot be built; ``""`` while it can."""


class Board:
    """Where news are put up, and waited for."""

    def __init__(self) -> None:
        self.news = News(1, "")
        self.is_over = False
        self.changed = Condition()

    def put(self, *, fault: str = "") -> None:
        """A new site, or what stands in its way."""
        with self.changed:
            version = self.news.version + (not fault)
            self.news = News(version, fault)
            self.changed.notify_all()

    def end(self) -> None:
        """No more news."""
        with self.changed:
            self.is_over = True
            self.changed.notify_all()

    def after(self, known: News) -> News:
        """The news, as soon as they are others than these; the same ones after a while."""
        with self.changed:
            self.changed.wait_for(lambda: self.is_over or self.news != known, ALIVE)
            return self.news


class Server(ThreadingHTTPServer):
    """Serves what ``body`` gives for a path below the site's root."""

    daemon_threads = True

    body: Callable[[str], bytes | None]

    def __init__(self, port: int, board: Board) -> None:
        try:
            super().__init__((HOST, port), Answer)
        except OSError as error:
            message = f"cannot serve at port {port}: {error.strerror}; try --port {port + 1}"
            raise MachineError(message, "port-busy") from error
        self.board = board
        self.script = (folders()[-1] / SCRIPT).read_bytes()

    @property
    def address(self) -> str:
        """Where the site is."""
        return f"http://{HOST}:{self.server_port}/"


class Answer(BaseHTTPRequestHandler):
    """One request."""

    server: Server

    def log_message(self, *_: object) -> None:
        """Nobody wants to read every request."""

    def do_HEAD(self) -> None:
        """The head of the answer."""
        self.do_GET()

    def do_GET(self) -> None:
        """A file, news, or why there is none."""
        try:
            self.answer(unquote(urlsplit(self.path).path))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, path: str) -> None:
        """By its path."""
        if path == f"{OURS}events":
            self.stream()
        elif path == f"{OURS}reload.js":
            self.give(HTTPStatus.OK, "js", self.server.script)
        else:
            self.page(path.lstrip("/"))

    def page(self, path: str) -> None:
        """A file of the site; a folder without its ``/`` leads to its page."""
        try:
            found = self.server.body(
                f"{path}index.html" if path.endswith("/") or not path else path
            )
            if found is None and path and self.server.body(f"{path}/index.html") is not None:
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", f"/{path}/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            status = HTTPStatus.OK if found is not None else HTTPStatus.NOT_FOUND
            body = found if found is not None else self.server.body("404.html")
        except SitegenError as error:
            status, body = HTTPStatus.INTERNAL_SERVER_ERROR, trouble(str(error))
        except Exception:  # noqa: BLE001  a template may raise anything, and its owner must see it
            words = traceback.format_exc()
            status, body = HTTPStatus.INTERNAL_SERVER_ERROR, trouble(words)
        if body is None:
            body = trouble(self.server.board.news.fault or "there is no such page")
        name = path.rpartition("/")[2]
        is_page = status is not HTTPStatus.OK or name.endswith(".html") or not name
        if is_page:
            body = with_script(body, self.server.board.news.version)
        self.give(status, "html" if is_page else name.rpartition(".")[2], body)

    def give(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        """Send a body that the browser does not keep."""
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(kind, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def stream(self) -> None:
        """News as they come: those the page has not seen, at once."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        query = urlsplit(self.path).query
        known = News(int(query) if query.isdecimal() else 0, "")
        while not self.server.board.is_over:
            news = self.server.board.after(known)
            told = ": still there" if news == known else f"data: {json.dumps(news._asdict())}"
            known = news
            self.wfile.write(f"{told}\n\n".encode())


def with_script(body: bytes, version: int) -> bytes:
    """A page with the script that loads it again, and a policy that lets it."""
    tag = f'<script src="{OURS}reload.js?{version}"></script>\n</head>'.encode()
    return POLICY.sub(rb"\1script-src 'self'; ", body, count=1).replace(b"</head>", tag, 1)


def trouble(words: str) -> bytes:
    """A page that says why there is none."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>sitegen serve</title>'
        '<link rel="icon" href="data:,"></head>'
        f"<body><h1>sitegen</h1><pre>{html.escape(words)}</pre></body></html>"
    ).encode()
