"""What is asked of a published site, whoever wrote it; knows files by their text and no disk."""
