"""Facts of Thai writing: text, numerals, days, dictionary order. Knows nothing of projects."""
