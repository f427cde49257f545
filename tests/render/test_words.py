"""The catalogues: complete, sure, and with the same values in them as the words they stand for."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from generator.choices import Name
from generator.render.environment import environment
from generator.render.places import CHECKOUT, UnknownLocaleError
from generator.render.words import BrokenCatalogueError, catalogue
from tests.publish.invented import site

LOCALES = CHECKOUT / "locales"
KEYWORDS = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
VALUE = re.compile(r"%\((\w+)\)s|%%|\{\w+\}")
Key = tuple[str | None, str]


def key(message: Message) -> Key:
    one = message.id if isinstance(message.id, str) else message.id[0]
    return message.context, one


def read(path: Path) -> Catalog:
    with path.open("rb") as words:
        return read_po(words)


def asked() -> Iterator[Message]:
    """Every word that templates ask for, as Babel finds them."""
    with (LOCALES / "babel.ini").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    for _, _, words, _, context in extract_from_dir(CHECKOUT, methods, options, KEYWORDS):
        yield Message(words, context=context)


@pytest.fixture(scope="module")
def templates() -> dict[Key, Message]:
    return {key(one): one for one in asked()}


@pytest.fixture(scope="module", params=sorted(LOCALES.glob("*.po")), ids=lambda path: path.stem)
def known(request: pytest.FixtureRequest) -> Catalog:
    return read(request.param)


def said(message: Message) -> tuple[str, ...]:
    found = message.string
    return (found,) if isinstance(found, str) else tuple(found or ())


def test_it_has_every_word_of_the_templates_and_no_other(
    templates: dict[Key, Message], known: Catalog
) -> None:
    """`make words` brings it up to them."""
    assert len(templates) > 1000
    assert {key(one) for one in known if one.id} == set(templates)


def test_nothing_is_empty_or_unsure(known: Catalog) -> None:
    for one in known:
        if one.id:
            assert all(said(one)), one.id
            assert not one.fuzzy, one.id
            assert len(said(one)) == (known.num_plurals if one.pluralizable else 1), one.id


def test_the_values_are_the_same(known: Catalog) -> None:
    for one in known:
        if one.id:
            values = {*VALUE.findall(key(one)[1])}
            for words in said(one):
                loose = {"num"} if one.pluralizable else set()
                assert {*VALUE.findall(words)} | loose == values | loose, one.id
                assert "%" not in VALUE.sub("", words), one.id


def test_ours_comes_behind_that_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "en.po").write_text('msgid "ค้นหา"\nmsgstr "Look it up"\n')
    made = environment(site(), tmp_path, "en")
    assert made.from_string('{{ _("ค้นหา") }}, {{ _("หน่วยงาน") }}').render() == "Look it up, Agency"


@pytest.mark.parametrize("words", [b"msgid nothing", b'msgid "a"\nmsgstr "\xff"\n'])
def test_a_broken_catalogue_is_named(tmp_path: Path, words: bytes) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "en.po").write_bytes(words)
    with pytest.raises(BrokenCatalogueError, match=r"en\.po"):
        catalogue("en", (tmp_path,))


def test_a_language_needs_its_catalogue(tmp_path: Path) -> None:
    with pytest.raises(UnknownLocaleError, match=r"locales/eo\.po"):
        catalogue("eo", (tmp_path, CHECKOUT))


def test_plurals_and_senses() -> None:
    made = environment(site(), None, "en")
    counted = '{{ ngettext("%(num)s โครงการ", "%(num)s โครงการ", n) }}'
    assert made.from_string(counted).render(n=1) == "1 project"
    assert made.from_string(counted).render(n=2) == "2 projects"
    assert made.from_string('{{ pgettext("many", "หน่วยงาน") }}').render() == "Agencies"


def test_the_site_has_its_name_in_each_language() -> None:
    ours = replace(site(), name="สมุด", description="งาน")
    assert ours.spoken("en") == ours
    named = replace(ours, names=(Name("en", "Book", ""),))
    assert (named.spoken("en").name, named.spoken("en").description) == ("Book", "งาน")
    assert named.spoken("th") == named
