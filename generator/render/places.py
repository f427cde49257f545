"""Where templates and what they name are looked for."""

from pathlib import Path

PACKED = Path(__file__).parent.parent / "_templates"
CHECKOUT = Path(__file__).parents[2] / "templates"


def folders(own: Path | None = None) -> tuple[Path, ...]:
    """Where templates and assets are looked for: the site's own folder, if any, then ours."""
    ours = PACKED if PACKED.is_dir() else CHECKOUT
    return (ours,) if own is None else (own, ours)
