"""ถอนออก: what the site's owner takes down, whatever the dumps say.

``listing`` reads ``content/withheld.toml``, ``passages`` finds a passage in lines, ``withdrawal``
takes projects and passages out of what was read, before anything is made of it.
"""
