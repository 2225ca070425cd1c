"""Finds the components of a document in its paragraphs, by their words and places rather than by the look it judges."""

from campaign.checking.rules.locating.whole import locate

__all__ = ["locate"]
