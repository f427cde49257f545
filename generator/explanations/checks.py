"""Each code of ``sitegen check``: its cause, and a line of a published site where it holds."""

from generator.explanations.diagnostics import Case

CHECKS: dict[str, Case] = {
    "anchor-missing": Case(
        "A link names a part of a page, and no element of that page has this name.",
        '<a href="../about/#licence">',
    ),
    "catalogue-differs": Case(
        "data/datapackage.json or the DCAT catalogue gives another size or checksum than the file"
        " has: something was changed after the build.",
        '"bytes": 18211',
    ),
    "checksum-differs": Case(
        "The file was changed after the build, or copied only in part.",
        "9f86d081…  data/projects.csv",
    ),
    "csp-blocks": Case(
        "The page's Content-Security-Policy lets only files of the site, so a browser will not"
        " apply this.",
        '<p style="color:red">',
    ),
    "csp-missing": Case(
        "A page without a policy would run whatever stands in it.",
        "<head><title>…",
    ),
    "csp-weak": Case(
        "The policy allows scripts or styles from elsewhere, or from the page itself.",
        "default-src *",
    ),
    "data-invalid": Case(
        "A file under data/ does not keep to the JSON Schema beside it.",
        '{"year": "2566"}',
    ),
    "feed-invalid": Case(
        "A feed is no XML, or lacks what every feed must have: an id, a title, a day.",
        "<entry><title>…</title></entry>",
    ),
    "file-unreadable": Case(
        "A file ends in .json, .gz or .xml and cannot be read as such.",
        "data/projects.json   0 bytes",
    ),
    "id-twice": Case(
        "Two elements of a page have one name, so that links find only the first.",
        '<h2 id="plan"> … <h2 id="plan">',
    ),
    "link-broken": Case(
        "The address leads to a file that the site does not have.",
        '<a href="../projects/50010000-9999/">',
    ),
    "page-slow": Case(
        "A slow telephone takes more than a second for such a page.",
        "projects/50010000-1234/index.html   24 kB",
    ),
    "rows-differ": Case(
        "The tables are published in several forms, and one holds fewer rows than another.",
        "data/projects.csv 80 rows, data/projects.jsonl 79",
    ),
    "schema-missing": Case(
        "Each file of data/ has a schema in data/schema/, and that of this one is not there.",
        "data/schema/projects.json",
    ),
    "sitemap-differs": Case(
        "sitemap.xml lists a page that is not there, or leaves one out.",
        "<loc>https://example.org/about/</loc>",
    ),
    "third-party": Case(
        "A page asks another host for a picture, a script, a style or a font.",
        '<img src="https://example.com/count.gif">',
    ),
}
