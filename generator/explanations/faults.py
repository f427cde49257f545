"""What can be wrong with what the owner wrote: settings, tables, files of the content."""

from generator.explanations.case import ERROR, WARNING, Case

FAULTS: dict[str, Case] = {
    "base-url-missing": Case(
        WARNING,
        "nobody said where the site will stand",
        "Feeds, the sitemap and previews of shared links need whole addresses. Without base_url the"
        " sitemap is left out and the others are written relative.",
        'base_url = "https://example.org/projects/"',
        "Write base_url in content/site.toml, set SITEGEN_BASE_URL, or give --base-url.",
    ),
    "csv-wrong": Case(
        ERROR,
        "sources.csv cannot be read as a table",
        "The first line names the columns, and each line below it has as many cells; a comma"
        " inside a cell needs quotes around the cell.",
        'file,code,url,retrieved\none.txt,50010000-1234,"https://example.org/?a,b",2026-09-07',
        "Mend the line that the message names.",
    ),
    "dump-name-wrong": Case(
        ERROR,
        "a redacted dump cannot have the name of the dump",
        "Redacted dumps are meant to be passed on, and some system cannot hold a file of this"
        " name.",
        "dumps/con.txt",
        "Rename the dump, and its row of sources.csv.",
    ),
    "dumps-missing": Case(
        WARNING,
        "the folder of the dumps holds none",
        "A dump's name ends in .txt or .txt.gz; it may lie in folders below.",
        "content/dumps/2566/one.txt",
        "Put the dumps there, or name another folder with --dumps DIR.",
    ),
    "folder-missing": Case(
        ERROR,
        "a folder that was named is not there",
        "--content, --dumps, --templates or their variables name it; or sitegen was started in"
        " another folder than the one that holds content/.",
        "sitegen build --dumps ~/dumsp",
        "Check the spelling, or change to the folder that holds content/.",
    ),
    "licence-incomplete": Case(
        ERROR,
        "a licence has a name or an address, and not both",
        "Portals and people ask for its name, programs for its address.",
        '[licence]\nname = "CC BY 4.0"',
        "Write both [licence] name and url, or neither.",
    ),
    "lookup-wrong": Case(
        ERROR,
        "a table in content/lookups holds what it cannot hold",
        "Each table has its own shape; the message says which row or value does not fit.",
        '[["50010000"]]\nname = "สำนักงานเขตพระนคร"',
        "Mend the row. A table that you delete is replaced by the one that comes with sitegen.",
    ),
    "not-utf-8": Case(
        ERROR,
        "a file of the owner's is no UTF-8",
        "Settings, tables and pages are read as UTF-8 only; the line is that of the first byte"
        " that does not fit.",
        "content/site.toml:3: error: this is no UTF-8",
        "Save the file as UTF-8.",
    ),
    "page-name-wrong": Case(
        ERROR,
        "a page in content/pages has a name that no page can have",
        "The name becomes the address: small letters, digits and -, then the language.",
        "content/pages/About us.md",
        "Name it about-us.th.md.",
    ),
    "setting-unknown": Case(
        ERROR,
        "there is no setting of this name",
        "A misspelt setting would be without effect, so it stops the build.",
        'base_ulr = "https://example.org/"',
        "Take the name that the message suggests; `sitegen config` lists all.",
    ),
    "setting-wrong": Case(
        ERROR,
        "a setting has a value that it cannot have",
        "The message says what it must be. Days and numbers stand without quotes in TOML.",
        'published_on = "2026-09-07"',
        "Mend the value: published_on = 2026-09-07.",
    ),
    "source-twice": Case(
        ERROR,
        "sources.csv has two rows for one dump",
        "It would not be known which of them holds.",
        "one.txt,50010000-1234,,\none.txt,50010000-4321,,",
        "Leave one of the rows.",
    ),
    "source-unknown": Case(
        WARNING,
        "sources.csv names a dump that is not there",
        "The dump was removed or renamed, or the row misspells it.",
        "oen.txt,50010000-1234,,",
        "Mend the name, or remove the row.",
    ),
    "source-wrong": Case(
        ERROR,
        "a cell of sources.csv has a value that it cannot have",
        "The message says what it must be. Days are of the Common Era here.",
        "one.txt,50010000-1234,,2566-09-07",
        "Mend the cell: 2023-09-07.",
    ),
    "state-missing": Case(
        ERROR,
        "the file that --since names is not there",
        "An earlier build writes it, when it is asked to with --record.",
        "sitegen build --since state.json",
        "The first time leave --since out: sitegen build --record state.json.",
    ),
    "state-unreadable": Case(
        ERROR,
        "the file that --since names is no record of a build",
        "It is damaged, was edited, or is of another version of sitegen.",
        '{"format": 99}',
        "Write it anew: sitegen build --record state.json.",
    ),
    "static-name-wrong": Case(
        ERROR,
        "a file of content/static has a name that a site cannot hold",
        "Some server, archive or disk cannot hold the name; the message says why.",
        "content/static/aux.txt",
        "Rename the file.",
    ),
    "static-not-a-file": Case(
        ERROR,
        "content/static holds a link, a pipe or a device",
        "A link may lead anywhere, and would publish what lies there.",
        "content/static/report.pdf -> /home/me/report.pdf",
        "Put the file itself there.",
    ),
    "takedown-wrong": Case(
        ERROR,
        "content/withheld.toml has a row that cannot be understood",
        "A list that is read in part would publish what it was to take down, so nothing is built.",
        '[[passage]]\nproject = "50010000-1234"',
        "Mend the line that the message names: a project has key, a passage has project and text.",
    ),
    "toml-unreadable": Case(
        ERROR,
        "a file is no TOML",
        "Often a quote is missing, or a text has none. The line is that where reading ended.",
        "name = My site",
        'Mend the line: name = "My site".',
    ),
    "variable-unknown": Case(
        WARNING,
        "a variable SITEGEN_… sets nothing",
        "No setting has this name, so the variable is most likely misspelt.",
        "SITEGEN_BASEURL=https://example.org/ sitegen build",
        "Take the name that the message suggests, or unset the variable.",
    ),
}
"""By code, in kebab case; a code never changes its meaning."""
