"""The whole undertaking: its overview, home page and history."""
