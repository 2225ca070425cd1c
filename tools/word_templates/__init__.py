"""Builds the Word templates an office starts from, and the page that lists their fields."""
