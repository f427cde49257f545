"""How any dump is cut; knows no section by name."""
