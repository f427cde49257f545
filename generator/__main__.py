"""``python -m generator`` is ``sitegen``."""

from generator.cli import main

main()
