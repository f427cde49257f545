"""Why a command does nothing, or stops: for the owner's sake, or the machine's."""

from generator.explanations.case import ERROR, Case

REFUSALS: dict[str, Case] = {
    "catalogue-broken": Case(
        ERROR,
        "a catalogue cannot be read",
        "The words of a language stand in a file of gettext's form, in UTF-8.",
        "templates/locales/en.po: invalid syntax on line 12: 'msgstr Agencies'",
        "Mend the line; words stand between quotes.",
    ),
    "cluster-differs": Case(
        ERROR,
        "the cluster runs another sitegen, or other libraries",
        "A page is the same bytes wherever it is made only where sitegen, Python and all that works"
        " on it are the same. The message says what differs, and at which machine.",
        "error: worker-3, of the cluster, has Python 3.12.1, not 3.11.9",
        "Install the same requirements at the scheduler and at every worker, best as one image.",
    ),
    "cluster-empty": Case(
        ERROR,
        "the scheduler has no worker",
        "A scheduler only hands out the work. It was given time for a worker to come, or to come"
        " back.",
        "error: the scheduler has had no worker for 30 s",
        "Start workers that know it: dask worker tcp://host:8786.",
    ),
    "cluster-missing": Case(
        ERROR,
        "--scheduler is given, and Dask is not installed",
        "Dask brings work to other machines; sitegen does not bring it along.",
        "sitegen build --scheduler tcp://host:8786",
        'pip install "sitegen[cluster]", or build without --scheduler.',
    ),
    "folder-not-empty": Case(
        ERROR,
        "a new project cannot be made where something is",
        "`sitegen new` writes only into a folder that is empty or not there yet.",
        "error: demo is not empty; name a new folder",
        "Name another folder.",
    ),
    "locale-unknown": Case(
        ERROR,
        "no catalogue for a language",
        "Each language of the interface has a catalogue among the templates.",
        "no catalogue locales/fr.po among the templates",
        "Add the catalogue, or leave the language out of the settings.",
    ),
    "machine-refuses": Case(
        ERROR,
        "the machine does not allow it",
        "The system's own words stand behind the colon: no space left, no permission, too many"
        " open files. The site that stood there stands as it was.",
        "error: cannot write index.html: No space left on device",
        "Free some space, or mend the rights, and build again.",
    ),
    "output-busy": Case(
        ERROR,
        "another build is writing the same output folder",
        "Two builds of one folder would mix their files.",
        "sitegen build & sitegen build",
        "Wait until the other has ended, or give one of them another --output.",
    ),
    "output-differs": Case(
        ERROR,
        "a file that is not from sitegen stands where the site has another",
        "Dot-files and CNAME at the root of the output are kept from build to build. Here the"
        " site brings a different file of the same name, most likely from content/static.",
        "output/CNAME and content/static/CNAME",
        "Remove one of the two.",
    ),
    "output-foreign": Case(
        ERROR,
        "the output folder holds files that sitegen did not write",
        "A build replaces the whole folder. What is not from sitegen would be in its way, and"
        " deleting it is never right.",
        "error: output holds files that sitegen did not write: thesis.doc",
        "Name a folder of the site's own with --output, or move the files away.",
    ),
    "output-is-a-mount": Case(
        ERROR,
        "the output folder is a mount point",
        "The new site is put in the old one's place at once, by exchanging two folders; a mount"
        " point cannot be exchanged.",
        "docker run -v site:/site … sitegen build --output /site",
        "Name a folder inside it: --output /site/public.",
    ),
    "output-not-a-folder": Case(
        ERROR,
        "the output is a file",
        "A file stands where the site is to go.",
        "sitegen build --output README.md",
        "Name a folder, or remove the file.",
    ),
    "output-not-writable": Case(
        ERROR,
        "no right to write the output folder",
        "It belongs to someone else, perhaps because an earlier build ran as root.",
        "error: cannot write output: Permission denied",
        "Mend its owner: sudo chown -R $USER output.",
    ),
    "output-overlaps": Case(
        ERROR,
        "the output folder and an input hold each other",
        "A build replaces its output folder, so that it must not hold the dumps, the content or the"
        " templates, nor lie inside them.",
        "sitegen build --output content/site",
        "Name a folder beside content/.",
    ),
    "parquet-missing": Case(
        ERROR,
        "parquet = true, and DuckDB is not installed",
        "Parquet files are written by DuckDB, which sitegen does not bring along.",
        "parquet = true",
        'pip install "sitegen[parquet]", or set parquet = false.',
    ),
    "path-twice": Case(
        ERROR,
        "two files of the site want one path",
        "A file of content/static, or a page of content/pages, has the address of a page that"
        " sitegen makes, or one that some disks take for the same.",
        "content/static/about/index.html",
        "Rename your own file.",
    ),
    "port-busy": Case(
        ERROR,
        "another program listens at the port",
        "Perhaps another `sitegen serve` is running.",
        "sitegen serve --port 8000",
        "End it, or take another port: --port 8001; --port 0 takes any free one.",
    ),
    "refused": Case(
        ERROR,
        "what was asked for would harm something",
        "Nothing was done; the message says what stood against it.",
        "error: demo is not empty",
        "Follow the message.",
    ),
    "scripts-in-a-circle": Case(
        ERROR,
        "scripts of the templates import each other",
        "Scripts are named after their content and that of what they import, which a circle has no"
        " end of.",
        'assets/js/a.js: import "./b.js"\nassets/js/b.js: import "./a.js"',
        "Move what both need into a third script.",
    ),
    "sitegen-bug": Case(
        ERROR,
        "a mistake in sitegen itself",
        "Something happened that was not foreseen. Exit code 70.",
        "this is a bug in sitegen; please report it with the lines above",
        "Report it with the lines of the terminal. Leave out what is private.",
    ),
    "site-missing": Case(
        ERROR,
        "no site that sitegen built is in the folder",
        "`sitegen check` looks at a site that was built, and this folder has no index.html.",
        "sitegen check public",
        "Build the site first, or name its folder.",
    ),
    "state-place-wrong": Case(
        ERROR,
        "--record names a place where it cannot stand",
        "In the output folder it would be published; a folder cannot be written as a file.",
        "sitegen build --record output/state.json",
        "Name a file beside the output folder.",
    ),
    "template-wrong": Case(
        ERROR,
        "a template is wrong",
        "Jinja cannot read it, or it names what its page does not have. The message has the"
        " template's file and line, and the page that was being printed.",
        "templates/pages/home.html:12: 'titel' is undefined",
        "Mend the line; an original can be extended as !base/pages/home.html.",
    ),
    "text-too-long": Case(
        ERROR,
        "a page of content/pages is too long",
        "Markdown takes long to read where it is meant to: pages have a limit.",
        "error: a page of 2,000,000 characters of Markdown",
        "Part it into several pages.",
    ),
    "worker-killed": Case(
        ERROR,
        "a worker process was killed",
        "Most often the system ran out of memory and ended the largest process.",
        "error: a worker process was killed, perhaps for want of memory",
        "Build with fewer processes: --jobs 1. In a cluster, give each worker more memory.",
    ),
}
"""By code, likewise."""
