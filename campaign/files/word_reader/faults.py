"""Refusing a file, in the one way all readers do."""

from __future__ import annotations

from campaign.errors import Problem, Refused


def refused(sentence: str) -> Refused:
    """The error to raise for a file that cannot be read: one sentence, on the field "file"."""
    return Refused(Problem("file", sentence))
