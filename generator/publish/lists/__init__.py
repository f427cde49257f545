"""รายการ: projects in pages of fifty, and everything that is such a list and no more."""
