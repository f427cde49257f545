"""What is published: ``publishers`` is the table of it."""
