"""โครงการ: the page of one project, its dump with numbered lines, its data."""
