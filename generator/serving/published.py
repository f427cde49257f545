"""What a site would publish, found as it is asked for: nobody looks at all of it between saves."""

from collections.abc import Mapping

from generator.corpus import Corpus
from generator.publish.artifacts import Artifact, Site
from generator.publish.editions import twins
from generator.publish.publishers import PUBLISHERS, Publisher, published

NONE: Mapping[str, Publisher] = {}


class Published:
    """The artifacts of one corpus by path, but those that tell of all others."""

    def __init__(
        self, corpus: Corpus, site: Site, publishers: Mapping[str, Publisher] = NONE
    ) -> None:
        self.corpus = corpus
        self.site = site
        self.found: dict[str, Artifact] = {}
        self.publishers = dict(publishers)
        """Who published a path, now or when it was last asked for."""
        self.waiting = [*PUBLISHERS]

    def get(self, path: str) -> Artifact | None:
        """The artifact of that path; ``None`` when there is none."""
        if (likely := self.publishers.get(path)) in self.waiting:
            self.publish(likely)
        while path not in self.found and self.waiting:
            self.publish(self.waiting[0])
        return self.found.get(path)

    def publish(self, publisher: Publisher) -> None:
        """Find all that one publisher has, in every language."""
        found = published(publisher, self.corpus, self.site)
        ours = tuple(one for one in found if not one.is_late)
        for one in (*ours, *twins(ours, self.site.locales)):
            self.found[one.path] = one
            self.publishers[one.path] = publisher
        self.waiting.remove(publisher)
