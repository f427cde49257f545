"""The only door to Jinja, Babel and Markdown: a page's view becomes bytes here."""
