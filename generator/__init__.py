"""sitegen: text dumps of Bangkok's project-progress pages become a public website."""

__version__ = "0.1.0"
