"""Reads any .docx into plain paragraphs with the look they are printed in: `inspect(data)` is the whole of it."""

from campaign.files.word_inspector.inspecting import inspect

__all__ = ["inspect"]
