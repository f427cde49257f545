"""The Jinja environment: strict, escaped, with the words and formats of one locale."""

from collections.abc import Callable, Hashable
from datetime import date
from functools import lru_cache, partial
from json import JSONEncoder
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from generator.config import SOURCE
from generator.dump.lines import Span
from generator.publish import urls
from generator.publish.artifacts import Site
from generator.render import formats
from generator.render.assets import assets
from generator.render.compiling import HtmlEnvironment
from generator.render.headings import heading
from generator.render.places import folders
from generator.render.prose import prose
from generator.render.qr import qr
from generator.render.quoted import dumptext, safe_address, verbatim
from generator.render.recalling import recalled
from generator.render.report import prefilled
from generator.render.words import Constants, catalogue, spoken
from generator.thai.text import excerpt

LOCALISED: tuple[Callable[..., str], ...] = (
    formats.day_long,
    formats.day_short,
    formats.day_shortest,
    formats.day_in_year,
    formats.month,
    formats.month_long,
    formats.month_short,
    formats.quarter_months,
    formats.fiscal_year,
)
"""Filters that need to know the locale, by their own names."""


def environment(site: Site, own: Path | None = None, locale: str = SOURCE) -> Environment:
    """Set up Jinja for one site and one locale.

    A template of ``own`` stands for ours of the same name and may extend it as ``!base/<name>``.
    """
    places = folders(own)
    loaders = [FileSystemLoader(place) for place in places]
    made = HtmlEnvironment(
        loader=ChoiceLoader([*loaders, PrefixLoader({"!base": loaders[-1]})]),
        autoescape=True,
        cache_size=-1,  # all of them: a plain dict
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=recalled((site, locale)),
        extensions=[Constants],
    )
    made.policies["json.dumps_function"] = JSONEncoder(ensure_ascii=False).encode
    made.policies["json.dumps_kwargs"] = {}
    made.extend(words=catalogue(locale))
    made.globals.update(
        spoken(made.words),  # type: ignore[attr-defined]
        assets=assets(places),
        footer=tuple((urls.text(text.name), text.title) for text in site.texts),
        lately=lru_cache(1)(called),
        locale=locale,
        site=site,
    )
    made.filters.update({form.__name__: partial(form, locale=locale) for form in LOCALISED})
    made.filters.update(
        absolute=partial(absolute, site.base_url),
        anchor=urls.anchor,
        decimal=formats.decimal,
        dumptext=dumptext,
        excerpt=excerpt,
        feed=urls.feed,
        heading=heading,
        iso=date.isoformat,
        lines=lines,
        number=formats.number,
        percent=formats.percent,
        prefilled=prefilled,
        prose=prose,
        qr=qr,
        safe_address=safe_address,
        signed=formats.signed,
        verbatim=verbatim,
    )
    return made


def called(macro: Callable[..., Markup], *arguments: Hashable) -> Markup:
    """What a macro makes of arguments that are all it depends on: ``lately(macro, …)``."""
    return macro(*arguments)


def lines(span: Span) -> str:
    """``38``, or ``139–140``."""
    return str(span.first) if span.first == span.last else f"{span.first}–{span.last}"


def absolute(base_url: str | None, address: str) -> str:
    """The whole address of a root address; empty where the site's place is unknown."""
    return f"{base_url.rstrip('/')}{address}" if base_url else ""
