"""Who changed what, when: an append-only record of every change."""
