"""Reminders: one digest a day for each unit that has something to hear, and what stays undone told to the leader."""
