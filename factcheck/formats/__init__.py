"""How days are written in each language: pages name a format, not its letters."""
