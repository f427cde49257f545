"""What can be wrong with a published site, beside what a build says of its dumps and pages."""

from generator.diagnostics import Kind, Severity

_, WARNING, ERROR = Severity

KINDS: dict[str, Kind] = {
    "anchor-missing": Kind(
        ERROR, "the page is there, but nothing on it has this id", "Correct what follows the #."
    ),
    "catalogue-differs": Kind(
        ERROR,
        "the catalogue tells of a file what is not so",
        "Build the site again and publish it whole.",
    ),
    "checksum-differs": Kind(
        ERROR,
        "data/SHA256SUMS does not tell of this file as it is",
        "Build the site again and publish it whole.",
    ),
    "csp-blocks": Kind(
        ERROR,
        "the page's own policy forbids this",
        "Move it into a file of the site, or name its kind in the policy.",
    ),
    "csp-missing": Kind(
        ERROR,
        "no Content-Security-Policy before what it should govern",
        "Let the page extend layouts/base.html.",
    ),
    "csp-weak": Kind(
        ERROR,
        "the policy allows more than files of this site",
        "Begin with default-src 'none', and allow only 'self'.",
    ),
    "data-invalid": Kind(
        ERROR,
        "not what the published schema says",
        "This is a bug of sitegen unless the file was changed.",
    ),
    "feed-invalid": Kind(
        ERROR,
        "no Atom that programs can follow",
        "This is a bug of sitegen unless the template was changed.",
    ),
    "file-unreadable": Kind(
        ERROR, "cannot be read as what its name says", "See whether the copy of the site is whole."
    ),
    "id-twice": Kind(ERROR, "a second element with this id", "Rename one of them."),
    "link-broken": Kind(
        ERROR, "leads to no file of this site", "Correct the address, or publish the file."
    ),
    "page-slow": Kind(
        WARNING,
        "a project page of more than 22 kB compressed with its style sheets",
        "See what your own templates add, or whether the dump holds more than one project page.",
    ),
    "rows-differ": Kind(
        ERROR,
        "not as many rows as the same table has elsewhere",
        "Build the site again and publish it whole.",
    ),
    "schema-missing": Kind(
        ERROR,
        "no published schema says what this file holds",
        "Publish data/schema/ with the data.",
    ),
    "sitemap-differs": Kind(
        ERROR,
        "the sitemap and the pages are not the same",
        "Build the site again and publish it whole.",
    ),
    "third-party": Kind(
        ERROR,
        "asks another host for a file, which tells it who reads here",
        "Put the file into content/static/.",
    ),
}
