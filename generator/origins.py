"""Where each setting of a call comes from."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.choices import CALL, settings
from generator.config import layers
from generator.settings.setting import Setting, taken
from generator.settings.toml import from_toml


class Origin(NamedTuple):
    """One setting, as it holds."""

    key: str
    """Dotted."""
    value: object
    source: str
    """``default``, ``content/site.toml:9``, ``SITEGEN_BASE_URL`` or ``--base-url``."""


def origins(
    text: str, file: str, environ: Mapping[str, str], options: Mapping[str, object]
) -> tuple[Origin, ...]:
    """Every setting there is; ``text`` is that of ``site.toml``. A faulty value gives nothing."""
    site, _ = from_toml(text, file)
    every = layers(site, environ, options)

    def origin(setting: Setting[object]) -> Origin:
        value, _ = taken(setting, every)
        for given in (layer[setting.key] for layer in reversed(every) if setting.key in layer):
            if setting.kind.read(given.value) is not None:
                place = f"{given.file}:{given.line}" if given.line else given.file
                return Origin(setting.key, value, place)
        return Origin(setting.key, value, "default")

    return tuple(origin(setting) for setting in (*settings(site), *CALL))
