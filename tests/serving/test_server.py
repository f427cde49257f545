"""The development server: pages from memory, news as they come."""

import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import MachineError, RefusedError
from generator.serving.server import Board, News, Server, with_script

PAGE = b"<html><head><meta content=\"default-src 'none'; style-src 'self'\"></head><p>one</html>"


class Site:
    """A site of one page, and of one that cannot be printed."""

    def body(self, path: str) -> bytes | None:
        if path == "bad/index.html":
            message = "templates/pages/home.html:3: <nope>"
            raise RefusedError(message)
        if path == "worse.html":
            raise KeyError(path)
        files = {"index.html": PAGE, "a/index.html": PAGE, "404.html": PAGE, "x.css": b"p{}"}
        return files.get(path)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(0, Board()) as made:
        made.body = Site().body
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.board.end()
        made.shutdown()


def asked(server: Server, path: str) -> tuple[int, str, str]:
    try:
        with urllib.request.urlopen(server.address + path, timeout=10) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read().decode()


def test_a_page_has_the_script_and_a_policy_that_lets_it(server: Server) -> None:
    status, kind, body = asked(server, "")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert '<script src="/_sitegen/reload.js?1"></script>\n</head>' in body
    assert "default-src 'none'; script-src 'self'; style-src" in body
    assert with_script(b"default-src 'none'; script-src 'self'; ", 1).count(b"script-src") == 1


def test_a_folder_leads_to_its_page(server: Server) -> None:
    assert asked(server, "a")[2] == asked(server, "a/")[2]


def test_other_files_are_as_they_are(server: Server) -> None:
    assert asked(server, "x.css") == (200, "text/css; charset=utf-8", "p{}")
    assert "EventSource" in asked(server, "_sitegen/reload.js")[2]


def test_what_is_not_there_is_said_as_the_site_says_it(server: Server) -> None:
    status, _, body = asked(server, "nowhere/")
    assert status == 404
    assert "<p>one" in body


def test_without_a_site_the_fault_is_shown(server: Server) -> None:
    server.body = lambda _: None
    server.board.put(fault="content/site.toml:3: <bad>")
    status, _, body = asked(server, "")
    assert status == 404
    assert "content/site.toml:3: &lt;bad&gt;" in body
    assert "reload.js" in body


def test_what_cannot_be_printed_says_why(server: Server) -> None:
    status, _, body = asked(server, "bad/")
    assert status == 500
    assert "templates/pages/home.html:3: &lt;nope&gt;" in body
    status, _, body = asked(server, "worse.html")
    assert status == 500
    assert "KeyError" in body


def test_a_head_has_no_body(server: Server) -> None:
    request = urllib.request.Request(server.address, method="HEAD")
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert answer.read() == b""
        assert int(answer.headers["Content-Length"]) > len(PAGE)


def test_news_are_told_as_they_come(server: Server) -> None:
    with urllib.request.urlopen(f"{server.address}_sitegen/events?1", timeout=10) as stream:

        def told() -> object:
            return json.loads(stream.readline().removeprefix(b"data: ") + stream.readline())

        server.board.put(fault="bad")
        assert told() == {"version": 1, "fault": "bad"}
        server.board.put()
        assert told() == {"version": 2, "fault": ""}


def test_who_comes_late_is_told_at_once(server: Server) -> None:
    server.board.put()
    with urllib.request.urlopen(f"{server.address}_sitegen/events?1", timeout=10) as stream:
        assert stream.readline() == b'data: {"version": 2, "fault": ""}\n'


def test_a_silent_stream_says_that_it_is_there(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.serving.server.ALIVE", 0.01)
    with urllib.request.urlopen(f"{server.address}_sitegen/events?1", timeout=10) as stream:
        assert stream.readline() == b": still there\n"


def test_who_has_left_is_not_waited_for(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.serving.server.ALIVE", 0.01)
    before = threading.active_count()
    with urllib.request.urlopen(f"{server.address}_sitegen/events?1", timeout=10) as stream:
        assert stream.readline() == b": still there\n"
        assert threading.active_count() > before
    end = time.monotonic() + 30
    while threading.active_count() > before and time.monotonic() < end:
        time.sleep(0.01)
    assert threading.active_count() == before


def test_waiting_ends_with_the_server() -> None:
    board = Board()
    board.end()
    assert board.after(board.news) == News(1, "")


def test_a_busy_port_is_said(server: Server) -> None:
    with pytest.raises(MachineError, match="try --port") as caught:
        Server(server.server_port, Board())
    assert caught.value.code == "port-busy"


def test_only_this_machine_is_served(server: Server) -> None:
    assert server.address.startswith("http://127.0.0.1:")
    assert not Path("_sitegen").exists()
