"""Any document an office hands in, as plain blocks: `read(data, name)` for .docx, .txt and .pdf with text.

kinds     which of them it is, by its bytes
word      a .docx: opening finds its parts; properties, styles, looks, numbering, runs and story say what they print
plain     .txt in any encoding, and pasted text
pdf       the lines of a .pdf as they stand on its pages
"""

from __future__ import annotations

from campaign.files.word_reader.kinds import kind_of
from campaign.files.word_reader.plain import read_plain, read_text
from campaign.reading.rules.source import Source

__all__ = ["read", "read_text"]


def read(data: bytes, name: str) -> Source:
    """The document in a file's bytes, as read (see `source`); `reading.rules.cleaning.clean` is the next step.

    The bytes say what it is; the name only helps to say what is wrong. Raises Refused with one sentence for a file that
    is broken, encrypted, scanned, too big or no document at all.
    """
    kind = kind_of(data, name)
    if kind == "word":
        from campaign.files.word_reader.word import read_word  # noqa: PLC0415 - slow import, not paid at start-up

        return read_word(data)
    if kind == "pdf":
        from campaign.files.word_reader.pdf import read_pdf  # noqa: PLC0415 - slow import, not paid at start-up

        return read_pdf(data)
    return read_plain(data)
