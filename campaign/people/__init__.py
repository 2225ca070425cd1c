"""Agencies, their signers, the units that get tasks, and the users."""
