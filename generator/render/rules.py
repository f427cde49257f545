"""What a finding's template says of its rule in English, as plain text."""

from datetime import date

from markupsafe import Markup

from generator.assess.thresholds import THRESHOLDS, Thresholds
from generator.publish.artifacts import Site
from generator.render.page import Printer, prepared

NOBODY = Site(
    name="",
    description="",
    published_on=date.min,
    sample=False,
    base_url=None,
    report_to=None,
    texts=(),
)
"""The words do not depend on the site."""


def english(code: str, thresholds: Thresholds = THRESHOLDS) -> tuple[str, str]:
    """Title and text of a rule."""
    words = prepared(Printer(NOBODY), "en").get_template(f"findings/{code}.html").module
    title: Markup = words.title()  # type: ignore[attr-defined]
    text: Markup = words.rule(thresholds)  # type: ignore[attr-defined]
    return title.striptags(), text.striptags()
