"""The address where readers report an error, prefilled with what they would have to look up."""

from urllib.parse import parse_qsl, quote, urlsplit

FIELDS = {"mailto": ("subject", "body")}
"""What a mail program calls the two texts."""

FORM = ("title", "body")
"""What a form on the web calls them, as GitHub, GitLab and Forgejo do for a new issue."""


def prefilled(address: str, subject: str, body: str) -> str:
    """The address with both texts in its query. What the site's owner put there stays as it is."""
    whole, hash_mark, fragment = address.partition("#")
    parts = urlsplit(whole)
    told = {name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    names = FIELDS.get(parts.scheme, FORM)
    added = "&".join(
        f"{name}={encoded(text)}"
        for name, text in zip(names, (subject, body), strict=True)
        if name not in told
    )
    if not added:
        return address
    joint = "" if whole.endswith(("?", "&")) else "&" if "?" in whole else "?"
    return f"{whole}{joint}{added}{hash_mark}{fragment}"


def encoded(text: str) -> str:
    """Per cent and hex digits, line ends as mail has them."""
    return quote("\r\n".join(text.splitlines()), safe="")
