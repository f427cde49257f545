"""What only all files together tell: anchors on other pages, the sitemap, tables, sums."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.checks.site import Read, Site, Told
from generator.diagnostics import Diagnostic

Found = tuple[str, Diagnostic]

DATA = "data/"
SUMS = "data/SHA256SUMS"
SITEMAP = "sitemap.xml"
UNTOLD = (SUMS, f"{DATA}index.html")
"""Files of the open data that the checksums cannot, or need not, tell of."""


def together(site: Site, reads: Iterable[Read]) -> Iterator[Found]:
    """Everything but the anchors."""
    known = {one.path: one for one in reads}
    yield from sitemap(site, known)
    yield from tables(known)
    yield from descriptions(site, known)


def missing(reads: Iterable[Read]) -> dict[str, dict[str, set[str]]]:
    """By page: other pages, and the ids that it asks of them and that they do not have."""
    known = {one.path: one for one in reads}
    wanted = ((one.path, page, names) for one in known.values() for page, names in one.wanted)
    found: dict[str, dict[str, set[str]]] = defaultdict(dict)
    ids: dict[str, set[str]] = {}
    for path, page, names in wanted:
        if page in known:
            held = ids.setdefault(page, set(known[page].ids.split(" ")))
            if lost := set(names.split(" ")) - held:
                found[path][page] = lost
    return found


def sitemap(site: Site, known: Mapping[str, Read]) -> Iterator[Found]:
    """Whether it names every page that says where it stands, and no other."""
    named = {told.path: (path, told) for path, read in known.items() for told in read.named}
    own = {path for path, read in known.items() if read.is_own}
    if SITEMAP not in site.files:
        if own:
            yield SITEMAP, Diagnostic("sitemap-differs", detail="there is none")
        return
    for path in sorted(own - named.keys()):
        yield path, Diagnostic("sitemap-differs", detail="this page is not in it")
    for path in sorted(named.keys() & known.keys() - own):
        file, told = named[path]
        yield file, Diagnostic("sitemap-differs", told.line, detail=f"not to be found: {path}")


def tables(known: Mapping[str, Read]) -> Iterator[Found]:
    """Whether a table has as many rows in every format."""
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for path, read in known.items():
        for table, many in read.rows:
            counts[table][path] = many
    for by_file in counts.values():
        if len(set(by_file.values())) > 1:
            said = ", ".join(f"{path} {many:,}" for path, many in sorted(by_file.items()))
            yield min(by_file), Diagnostic("rows-differ", detail=said)


def descriptions(site: Site, known: Mapping[str, Read]) -> Iterator[Found]:
    """Whether sums, package and catalogue tell of the files as they are, and of all of them."""
    for path, read in known.items():
        code = "checksum-differs" if path == SUMS else "catalogue-differs"
        for told in read.told:
            if fault := differs(site, known, told):
                yield path, Diagnostic(code, told.line, detail=f"{told.path} {fault}")
    if SUMS in known:
        told_of = {told.path for told in known[SUMS].told}
        for path in sorted(site.files):
            if path.startswith(DATA) and path not in UNTOLD and path not in told_of:
                yield path, Diagnostic("checksum-differs", detail="it is not among them")


def differs(site: Site, known: Mapping[str, Read], told: Told) -> str:
    """How a file is not what is told of it, or ``""``."""
    if told.path not in site.files:
        return "is not there"
    if told.size is not None and told.size != site.files[told.path]:
        return f"has {site.files[told.path]:,} bytes, not {told.size:,}"
    if told.sha256 is not None and told.sha256.lower() != known[told.path].sha256:
        return "has another digest"
    return ""
