"""catalog.jsonld: the open data as a DCAT 3 catalogue of one data set, in JSON-LD."""

from dataclasses import dataclass
from datetime import date

from generator.corpus import Corpus, as_of
from generator.publish import urls
from generator.publish.artifacts import File, Site
from generator.publish.machines.bulk.names import CATALOGUE, Bulk, written
from generator.publish.project.fields import Json, indented
from generator.publish.rows import Years, fiscal_years
from generator.thai.calendar import first_day, last_day

CONTEXT: Json = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA = "https://www.iana.org/assignments/media-types/"
SHA256 = "spdx:checksumAlgorithm_sha256"
BANGKOK = "TH-10"
"""The city in ISO 3166-2."""
LANGUAGE = "http://id.loc.gov/vocabulary/iso639-1/th"

Node = dict[str, Json]


@dataclass(frozen=True, slots=True)
class About:
    """What is told of the data set beside its files: days are the records' own."""

    site: Site
    modified: date | None
    years: Years | None

    @property
    def span(self) -> tuple[date, date] | None:
        """The days of those years."""
        return (first_day(self.years.first), last_day(self.years.last)) if self.years else None


def about(corpus: Corpus, site: Site) -> About:
    """The data set of these projects."""
    return About(site, as_of(corpus.entries), fiscal_years(corpus.entries))


def body(told: About, files: tuple[File, ...] = ()) -> bytes:
    """The catalogue."""
    publisher: Node = {"@type": "foaf:Agent", "foaf:name": told.site.name}
    if told.site.base_url:
        publisher["foaf:homepage"] = {"@id": told.site.base_url}
    catalogue: Node = {
        "@context": CONTEXT,
        "@id": at(told.site, CATALOGUE),
        "@type": "dcat:Catalog",
        "dct:title": thai(told.site.name),
        "dct:publisher": publisher,
        "dct:language": {"@id": LANGUAGE},
        "dcat:dataset": [data_set(told, publisher, files)],
    }
    return indented(catalogue)


def data_set(told: About, publisher: Node, files: tuple[File, ...]) -> Node:
    """All the tables as one data set, a distribution for each file."""
    site = told.site
    node: Node = {
        "@id": at(site, ""),
        "@type": "dcat:Dataset",
        "dct:identifier": at(site, ""),
        "dct:title": thai(site.name),
        "dct:description": thai(site.description or site.name),
        "dct:publisher": publisher,
        "dct:language": {"@id": LANGUAGE},
        "dct:spatial": {"@type": "dct:Location", "dct:identifier": BANGKOK},
        "dcat:landingPage": {"@id": at(site, "")},
    }
    if site.licence:
        node["dct:license"] = {"@id": site.licence.url}
    if site.published_on:
        node["dct:issued"] = day(site.published_on)
    if told.modified:
        node["dct:modified"] = day(told.modified)
    if told.span:
        node["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": day(told.span[0]),
            "dcat:endDate": day(told.span[1]),
        }
    if site.report_to:
        node["dcat:contactPoint"] = {
            "@type": "vcard:Organization",
            "vcard:fn": site.name,
            "vcard:hasURL": {"@id": site.report_to},
        }
    known = written(files).values()
    node["dcat:distribution"] = [
        distribution(site, one) for one in known if not one.name.startswith("schema/")
    ]
    return node


def distribution(site: Site, file: Bulk) -> Node:
    """One file."""
    node: Node = {
        "@id": at(site, file.name),
        "@type": "dcat:Distribution",
        "dct:title": file.name,
        "dcat:accessURL": {"@id": at(site, "")},
        "dcat:downloadURL": {"@id": at(site, file.name)},
        "dcat:mediaType": {"@id": MEDIA + file.media},
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(file.size)},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": SHA256},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": file.sha256},
        },
    }
    if site.licence:
        node["dct:license"] = {"@id": site.licence.url}
    if file.is_compressed:
        node["dcat:compressFormat"] = {"@id": f"{MEDIA}application/gzip"}
    return node


def at(site: Site, name: str) -> str:
    """A file's address: whole where the site's is known, else from this file's folder."""
    return site.base_url.rstrip("/") + urls.data(name) if site.base_url else name or "./"


def thai(words: str) -> Json:
    """Words of the site's owner."""
    return {"@language": "th", "@value": words}


def day(value: date) -> Json:
    """A day."""
    return {"@type": "xsd:date", "@value": value.isoformat()}
