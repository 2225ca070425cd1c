"""Reads plain text: whatever encoding it was saved in, one line a Paragraph."""

from __future__ import annotations

import codecs
import re

from campaign.files.word_reader import phrases
from campaign.files.word_reader.faults import refused
from campaign.reading.rules.source import Paragraph, Source
from campaign.vietnamese import legacy
from campaign.vietnamese.syllables import is_syllable, marked_words

MAX_LETTERS = 3_000_000
MAX_LINES = 100_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 20_000
_LINE_END = re.compile("\r\n|[\r\n\x0b\x85\u2028\u2029]")
_BINARY = re.compile(
    "[\x00-\x06\x0e-\x1a\x1c-\x1f]"
)  # \x07 ends cells, \x08 and \x1b strike over: text programs write them


def read_plain(data: bytes) -> Source:
    """The lines of a text file. Raises Refused for one that is binary, in no encoding we know, too long or blank."""
    text = decoded(data)
    if len(_BINARY.findall(text[:_SAMPLE])) > len(text[:_SAMPLE]) // 200:
        raise refused(phrases.NOT_KNOWN)
    return read_text(text)


def read_text(text: str) -> Source:
    """Pasted text by its lines, as `read_plain` gives them; a form feed stands at the start of a page's first line."""
    if len(text) > MAX_LETTERS:
        raise refused(phrases.TOO_LONG)
    if not text.strip():
        raise refused(phrases.NO_TEXT)
    lines = _LINE_END.split(
        text.replace("\x07", "\t").replace("\f", "\n\f") if "\f" in text or "\x07" in text else text
    )
    if len(lines) > MAX_LINES:
        raise refused(phrases.TOO_LONG)
    return Source(tuple(Paragraph(line) for line in lines), wrapped=True)


def decoded(data: bytes) -> str:
    """The text in a file's bytes: by its byte order mark, as UTF-8, as UTF-16 without a mark, else as a Windows or old encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if b"\0" in data and (wide := _wide(data)) is not None:
        return wide
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.start >= len(data) - 3:  # cut off in the middle of the last letter
            return data.decode("utf-8", errors="ignore")
    return _narrow(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of ASCII letters and blanks is zero."""
    for encoding, zeros in (("utf-16-le", data[1:_SAMPLE:2]), ("utf-16-be", data[:_SAMPLE:2])):
        if zeros.count(0) * 4 > len(zeros):
            return data.decode(encoding, errors="replace")
    return None


def _narrow(data: bytes) -> str:
    """One byte a letter: Windows-1258 or an old encoding, whichever gives the most Vietnamese syllables.

    Damaged UTF-8 is UTF-8 still, when nearly all of it reads so.
    """
    latin = data.decode("latin-1")
    sample = data[:_SAMPLE]
    ways: dict[str | legacy.Legacy, str] = {
        "utf-8": sample.decode("utf-8", errors="replace"),
        "cp1258": sample.decode("cp1258", errors="replace"),
        "latin-1": sample.decode("latin-1"),
        legacy.Legacy.TCVN3: legacy.decoded(sample.decode("latin-1"), legacy.Legacy.TCVN3),
        legacy.Legacy.VNI: legacy.decoded(sample.decode("latin-1"), legacy.Legacy.VNI),
    }
    best = max(ways, key=lambda way: _share(ways[way]))
    if isinstance(best, legacy.Legacy):
        return legacy.decoded(latin, best)
    return data.decode(best, errors="replace")


def _share(text: str) -> float:
    """The share of marked words that are syllables; text that marks no word proves nothing."""
    words = marked_words(text)
    return sum(map(is_syllable, words)) / len(words) if words else 0.0
