"""Invitations: one letter for each delegate."""
