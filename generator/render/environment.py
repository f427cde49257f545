"""The Jinja environment: strict, escaped, with the words and formats of one locale."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from json import JSONEncoder
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined

from generator.choices import SOURCE
from generator.dump.lines import Span
from generator.publish import urls
from generator.publish.artifacts import Site
from generator.publish.editions import edition
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
from generator.render.words import Constants, catalogue, spoken, written
from generator.thai.numerals import arabic
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
    formats.fiscal_year_long,
    formats.fiscal_years,
)
"""Filters that need to know the locale, by their own names."""


def environment(site: Site, own: Path | None = None, locale: str = SOURCE) -> HtmlEnvironment:
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
        bytecode_cache=recalled((site, locale, *written(locale, places))),
        extensions=[Constants],
    )
    made.policies["json.dumps_function"] = JSONEncoder(ensure_ascii=False).encode
    made.policies["json.dumps_kwargs"] = {}
    made.extend(words=catalogue(locale, places))
    made.globals.update(
        spoken(made.words),  # type: ignore[attr-defined]
        assets=assets(places, site.accent),
        dict=Named,
        footer=tuple((urls.text(text.name), text.spoken(locale).title) for text in site.texts),
        languages={one: language_name(one) for one in site.locales},
        locale=locale,
        site=site.spoken(locale),
        source=SOURCE,
    )
    made.filters.update({form.__name__: partial(form, locale=locale) for form in LOCALISED})
    made.filters.update(
        absolute=partial(absolute, site.base_url, locale),
        named=partial(named, dict(site.english) if locale == "en" else {}),
        anchor=urls.anchor,
        decimal=formats.decimal,
        digits=str if locale == SOURCE else arabic,
        dumptext=dumptext,
        excerpt=excerpt,
        feed=partial(feed, locale),
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


class Named(dict[str, object]):
    """Pairs of name and value; a value is had by its name, as in a record: ``figures.days``."""

    def __getattr__(self, name: str) -> object:
        """The value of that name."""
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(name) from error


def lines(span: Span) -> str:
    """``38``, or ``139–140``."""
    return str(span.first) if span.first == span.last else f"{span.first}–{span.last}"


def absolute(base_url: str | None, locale: str, address: str) -> str:
    """The whole address of a root address; empty where the site's place is unknown."""
    return f"{base_url}{edition(address[1:], locale)}" if base_url else ""


def feed(locale: str, address: str) -> str:
    """The feed of a page, which all languages share."""
    return urls.feed(f"/{address.removeprefix(f'/{locale}/').removeprefix('/')}")


def named(names: Mapping[str, str], name: str) -> str:
    """What the page's language calls an agency or a side; else what the record does."""
    return names.get(name, name)


def language_name(locale: str) -> str:
    """``ไทย``, ``English``: what a language calls itself."""
    from babel import Locale  # noqa: PLC0415  slow, and inspect has no languages

    return Locale(locale).get_language_name(locale) or locale
