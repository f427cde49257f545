"""How fast pages are on the slow telephone that Lighthouse simulates.

    python -m tests.bench.phone https://host/ https://host/projects/…/

prints the performance of each, 0 to 100 (goal: 98), the best of three runs: it rests on how busy
the machine is, so no test judges it.
"""

import sys
from collections.abc import Sequence

from tests.site.lighthouse import report, scores

TRIES = 3


def main(urls: Sequence[str]) -> None:
    """Print the performance of each page."""
    for url in urls:
        runs = (report("chromium", url, "--only-categories=performance") for _ in range(TRIES))
        best = max(scores(one)["performance"] for one in runs)
        sys.stdout.write(f"{best} {url}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
