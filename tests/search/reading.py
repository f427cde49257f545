"""The search page in Chromium: how tests ask, and what they read."""

import json
from typing import Any

from playwright.sync_api import Page, Route

from generator.render.places import CHECKOUT

READY = "html[data-ready='1']"


def answered(page: Page, text: str) -> None:
    """Wait for the results of a query."""
    quoted = json.dumps(text, ensure_ascii=False)
    page.wait_for_selector(f"#results[data-q={quoted}]", state="attached")
    page.wait_for_selector(".answer:not([aria-busy])", state="attached")


def ask(page: Page, text: str) -> list[str]:
    """Type a query; the keys of the whole result."""
    page.fill("#q", text)
    answered(page, text)
    return keys(page)


def keys(page: Page) -> list[str]:
    """The whole result, in order."""
    found: list[str] = page.evaluate("window.sitegenResults")
    return found


def shown(page: Page) -> list[str]:
    """Keys of the rows on the page, from their links."""
    links: list[str] = page.eval_on_selector_all(
        "#results a.result", "links => links.map(link => link.pathname)"
    )
    return [link.rstrip("/").rpartition("/")[2] for link in links]


def module(page: Page, name: str, call: str, value: Any) -> Any:
    """What ``call``, an expression over ``m``, makes of ``value`` in a module of the templates."""
    page.route("**/modules/*.js", _from_templates)
    return page.evaluate(
        f"async value => {{ const m = await import('/modules/{name}.js'); return {call}; }}", value
    )


def _from_templates(route: Route) -> None:
    name = route.request.url.rpartition("/")[2]
    route.fulfill(path=CHECKOUT / "assets" / "js" / name, content_type="text/javascript")
