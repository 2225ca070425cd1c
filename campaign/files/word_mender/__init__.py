"""Writes a corrected copy of any .docx: `mend(data)` is the whole of it. What is corrected is decided in `checking.rules`."""

from campaign.files.word_mender.mending import Mended, mend

__all__ = ["Mended", "mend"]
