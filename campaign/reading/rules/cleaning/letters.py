"""Cleans the letters of a text and nothing else: Unicode, blanks, old encodings, ligatures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from campaign.reading.rules.cleaning import phrases
from campaign.vietnamese import legacy, nfc
from campaign.vietnamese.text import without_invisible

# ff, fi, fl … as one sign each, which NFC keeps; the soft hyphen last, since it is a letter in TCVN3.
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)} | {0xAD: None}
_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_COLUMNS = re.compile(r" *\t[ \t]*| {3,}")


def old_encoding(texts: Iterable[str]) -> legacy.Legacy | None:
    """The old encoding the texts together are plainly in."""
    return legacy.detected("\n".join(texts))


def cleaned(text: str, encoding: legacy.Legacy | None = None) -> str:
    """One or several lines without stray signs: NFC, plain blanks, a tab for three blanks or more, lines trimmed."""
    if encoding and not legacy.is_unicode(text):
        text = legacy.decoded(text, encoding)
    text = nfc(without_invisible(text.translate(_LIGATURES).replace("\f", "\n")))
    return "\n".join(map(_line, text.splitlines()))


def _line(line: str) -> str:
    line = _BLANKS.sub(" ", line)
    line = phrases.BLANK.sub(" ", line)
    line = _COLUMNS.sub("\t", line.strip())
    return re.sub(" {2,}", " ", line)


def indent(line: str) -> int:
    """How many blanks a line starts with; a tab counts as eight."""
    return len(line[: len(line) - len(line.lstrip())].expandtabs(8).replace("\f", ""))
