"""A page's view becomes the bytes of its file."""

import re
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import TemplateError, TemplateSyntaxError

from generator.choices import SOURCE
from generator.errors import SitegenError
from generator.publish import urls
from generator.publish.artifacts import Page, Site
from generator.publish.editions import Edition, editions
from generator.render.addresses import led, localised, prefix
from generator.render.compiling import HtmlEnvironment
from generator.render.environment import environment
from generator.render.foreign import marked

ANYWHERE = {urls.path(urls.NOT_FOUND)}
"""Pages shown in place of others."""

NEEDLESS_END = re.compile(
    r"</(?:li|d[dt]|t[dhr])>(?=\s*<(?:li|d[dt]|t[dhr]|/(?:[dou]l|div|tr|tbody|thead|table))\b)"
)
"""End tags that HTML takes for granted; a list has hundreds."""


class TemplateFaultError(SitegenError):
    """A template, most likely one of the site's own, is wrong; says where."""

    exit_code = 2
    usual_code = "template-wrong"


class Printer(NamedTuple):
    """All it takes to render any page of a site; a value, so it can travel to other processes."""

    site: Site
    own: Path | None = None
    """The site's own templates."""

    def compile(self) -> None:
        """Compile every template here, so that processes started from now on need not.

        What is wrong with one is told when a page is printed with it.
        """
        for locale in self.site.locales:
            made = prepared(self, locale)
            for name in made.list_templates(filter_func=is_of_site):
                with suppress(TemplateError):
                    made.get_template(name)

    def render(self, page: Page) -> bytes:
        """Render one page."""
        start = None if self.site.offline else prefix(self.site.base_url)
        found = editions(page, self.site.locales)
        return render(prepared(self, page.locale), page, start, found)


def is_of_site(name: str) -> bool:
    """Whether pages are made with the template: others are for ``sitegen new`` and ``serve``."""
    return name.endswith((".html", ".json", ".xml")) and not name.startswith(
        ("!base/", "serving/", "starter/")
    )


@cache
def prepared(printer: Printer, locale: str = SOURCE) -> HtmlEnvironment:
    """The printer's environment for a language, set up once in each process."""
    return environment(*printer, locale)


def render(
    environment: HtmlEnvironment,
    page: Page,
    prefix: str | None = "/",
    editions: tuple[Edition, ...] = (),
) -> bytes:
    """Render a page as the bytes of its file; ``editions`` are where it stands in each language.

    Addresses are made relative to the page, so that the site works in any folder. What may be shown
    at any depth has addresses that begin with ``prefix``, the path the site stands under. Without
    one the site is to be read from a disk, where an address has to name its file.
    """
    told = {"view": seen(page.view), "address": f"/{page.address}", "editions": editions}
    try:
        html = environment.html(page.template, told)
    except TemplateError as error:
        message = f"{place(error)}: {error.message} (while printing {page.path})"
        raise TemplateFaultError(message) from error
    return f"{finished(html, page, prefix)}\n".encode()


@lru_cache(1)
def seen(view: Callable[[], object]) -> object:
    """What a page shows; its twin in another language shows the same, and comes next."""
    return view()


def finished(html: str, page: Page, prefix: str | None) -> str:
    """What a template made as its file has it: without blank lines, addresses led."""
    if "</pre>" not in html:
        html = "\n".join(filter(None, map(str.strip, html.split("\n"))))
    html = NEEDLESS_END.sub("", html)
    if page.locale != SOURCE:
        html = marked(html)
    if prefix and page.path in ANYWHERE:
        html = localised(html, prefix)
    else:
        html = led(html, page.path, page.locale, names_files=prefix is None)
    return html.strip()


def place(error: TemplateError) -> str:
    """The template's file and line, as Jinja leaves them in the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    found = [frame for frame in frames if not frame.filename.endswith(".py")]
    return f"{found[-1].filename}:{found[-1].lineno}" if found else "template"
