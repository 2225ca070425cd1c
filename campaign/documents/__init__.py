"""Outlines with live blocks that become papers in the legal format."""
