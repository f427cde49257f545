"""How any setting is read; knows none by name."""
