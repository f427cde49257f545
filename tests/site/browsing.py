"""A page in Chromium, and everything it did that a page of this site must not do."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Dialog,
    Page,
    Request,
    sync_playwright,
)

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""A quiet browser: without the last three it looks for its maker's hosts at every start."""

LISTEN = """
addEventListener("securitypolicyviolation", event =>
  console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""


@dataclass
class Visit:
    """One page, opened; ``faults`` grows while it is looked at."""

    page: Page
    faults: list[str] = field(default_factory=list)


@contextmanager
def chromium_browser(path: str) -> Iterator[Browser]:
    """A running Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(browser: Browser, origin: str, address: str, **options: Any) -> Iterator[Visit]:
    """Open ``origin + address``; ``options`` are those of a browser context."""
    context = browser.new_context(**options)
    try:
        yield _opened(context, origin, address)
    finally:
        context.close()


def _opened(context: BrowserContext, origin: str, address: str) -> Visit:
    context.add_init_script(LISTEN)
    visited = Visit(context.new_page())
    page, note = visited.page, visited.faults.append

    def on_dialog(dialog: Dialog) -> None:
        note(f"dialog: {dialog.message}")
        dialog.dismiss()

    def on_request(asked: Request) -> None:
        if not asked.url.startswith((origin, "data:")):
            note(f"asks another host: {asked.url}")

    def on_failure(asked: Request) -> None:
        # Leaving a page ends what it still loads; neither the page nor the server is to blame.
        if asked.failure != "net::ERR_ABORTED":
            note(f"failed: {asked.url} {asked.failure}")

    page.on("console", lambda said: note(f"console {said.type}: {said.text}"))
    page.on("pageerror", lambda error: note(f"error: {error}"))
    page.on("dialog", on_dialog)
    page.on("request", on_request)
    page.on("requestfailed", on_failure)
    page.goto(origin + address, wait_until="load")
    return visited
