"""Channels and activities that make the campaign known."""
