"""สัญญาอนุญาต: on what terms the owner lets others use what the site has put together."""

from typing import NamedTuple

from generator.errors import Fault
from generator.settings import kinds
from generator.settings.setting import Setting, Taking

NAME = Setting("licence.name", kinds.LINE, "")
URL = Setting[str | None]("licence.url", kinds.PAGE_ADDRESS, None)
SETTINGS: tuple[Setting[object], ...] = (NAME, URL)


class Licence(NamedTuple):
    """The owner's; the city gives none."""

    name: str
    url: str


def read_licence(take: Taking) -> Licence | None:
    """One by name and address, or none; half of one is a fault."""
    name, url = take(NAME), take(URL)
    if name and url:
        return Licence(name, url)
    keys = [one.key for one in SETTINGS]
    given = {key: layer[key] for layer in take.layers for key in keys if key in layer}
    if len(given) == 1:
        key, place = given.popitem()
        message = f"{key} is there without the other half of the licence"
        hint = "write both [licence] name and url, or neither"
        take.faults.append(Fault("licence-incomplete", place.file, place.line, message, hint))
    return None
