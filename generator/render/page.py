"""A page's view becomes the bytes of its file."""

import re
import traceback
from contextlib import suppress
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from jinja2 import Environment, TemplateError, TemplateSyntaxError

from generator.choices import SOURCE
from generator.errors import SitegenError
from generator.publish import urls
from generator.publish.artifacts import Page, Site
from generator.publish.editions import Edition, edition, editions
from generator.render.environment import environment
from generator.render.foreign import marked

ROOTED = re.compile(
    r'(="?)/(?:(?<=\shref="/)|(?<=\ssrc="/)|(?<=\saction="/)'
    r'|(?<=\shttp-equiv="refresh" content="0; url=/))(?!/)([^"<>\s]*)(?=")'
)
"""An address written from the site's root, up to its closing quote.

Its start is looked for, and what it belongs to is read backwards from there: that is quick.

The words of a dump cannot be taken for one. Their quotes are escaped, so the only quote that may
follow ``href=`` in them closes an attribute; then comes a space, ``>`` or ``/>``, and no address.
"""

FOLDER = re.compile(r"^(?:[^?#]*/)?(?=[?#]|$)")
"""An address that names no file, up to its question mark or fragment."""

ANYWHERE = {urls.path(urls.NOT_FOUND)}
"""Pages shown in place of others."""

NEEDLESS_END = re.compile(r"</(?:li|d[dt])>(?=\s*<(?:li|d[dt]|/[dou]l|/div)\b)")
"""End tags that HTML takes for granted; a project page has a hundred."""


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
def prepared(printer: Printer, locale: str = SOURCE) -> Environment:
    """The printer's environment for a language, set up once in each process."""
    return environment(*printer, locale)


def render(
    environment: Environment,
    page: Page,
    prefix: str | None = "/",
    editions: tuple[Edition, ...] = (),
) -> bytes:
    """Render a page as the bytes of its file; ``editions`` are where it stands in each language.

    Addresses are made relative to the page, so that the site works in any folder. What may be shown
    at any depth has addresses that begin with ``prefix``, the path the site stands under. Without
    one the site is to be read from a disk, where an address has to name its file.
    """
    told = {"view": page.view(), "address": f"/{page.address}", "editions": editions}
    try:
        html = environment.get_template(page.template).render(told)
    except TemplateError as error:
        message = f"{place(error)}: {error.message} (while printing {page.path})"
        raise TemplateFaultError(message) from error
    if "</pre>" not in html:
        html = "\n".join(filter(None, map(str.strip, html.split("\n"))))
    html = NEEDLESS_END.sub("", html)
    if page.locale != SOURCE:
        html = spoken(marked(html), page.locale)
    if prefix and page.path in ANYWHERE:
        html = localised(html, prefix)
    else:
        html = relative(html, page.path, names_files=prefix is None)
    return f"{html.strip()}\n".encode()


def place(error: TemplateError) -> str:
    """The template's file and line, as Jinja leaves them in the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    found = [frame for frame in frames if not frame.filename.endswith(".py")]
    return f"{found[-1].filename}:{found[-1].lineno}" if found else "template"


def spoken(html: str, locale: str) -> str:
    """The same with its addresses where that language has them."""
    return ROOTED.sub(lambda found: f"{found[1]}/{edition(found[2], locale)}", html)


def root(path: str) -> str:
    """The way from the file at ``path`` up to the site's root: ``../../``, at the root nothing."""
    return "../" * (len(PurePosixPath(path).parts) - 1)


def relative(html: str, path: str, *, names_files: bool = False) -> str:
    """Addresses as they are from the file at ``path``; what lies beside or below it is near."""
    start, folder = root(path), path[: path.rfind("/") + 1]

    def near(address: str) -> str:
        """Without the way up and down again; a colon would pass for a scheme there."""
        rest = address.removeprefix(folder)
        is_far = not address.startswith(folder) or ":" in rest
        return f"{start}{address}" if is_far else rest

    if names_files:
        return ROOTED.sub(lambda found: found[1] + near(filed(found[2])), html)
    return ROOTED.sub(lambda found: found[1] + (near(found[2]) or "./"), html)


def filed(address: str) -> str:
    """``years/2566/?x#y`` → ``years/2566/index.html?x#y``."""
    return FOLDER.sub(r"\g<0>index.html", address)


def prefix(base_url: str | None) -> str:
    """The path the site stands under: ``/``, or ``/repo/``."""
    return f"{urlsplit(base_url or '').path.rstrip('/')}/"


def localised(html: str, start: str) -> str:
    """Put ``start`` in place of the site's root in every rooted address."""
    return ROOTED.sub(rf"\g<1>{start}\g<2>", html)
