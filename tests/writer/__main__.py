"""``python -m tests.writer COUNT FOLDER [--seed N]``."""

from argparse import ArgumentParser
from pathlib import Path

from tests.writer import SEED, write_corpus


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.writer", description="Write invented dumps.")
    parser.add_argument("count", type=int, help="how many dumps")
    parser.add_argument("folder", type=Path, help="where to; it is made when it is missing")
    parser.add_argument(
        "--seed", type=int, default=SEED, help="another city (default: %(default)s)"
    )
    chosen = parser.parse_args()
    write_corpus(chosen.folder, chosen.count, chosen.seed)


if __name__ == "__main__":
    main()
