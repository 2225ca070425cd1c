"""What a file is, by its bytes and never by its name: a document we read, or something to name and refuse."""

from __future__ import annotations

import re
from typing import Literal

from campaign.files.word_reader import phrases
from campaign.files.word_reader.faults import refused

MAX_FILE = 20 * 1024 * 1024
Kind = Literal["word", "pdf", "text"]

_PICTURES = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:heic|heix|mif1|avif)",
    re.DOTALL,
)
_OLE = b"\xd0\xcf\x11\xe0"
_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|meta)\b", re.IGNORECASE)
_BROKEN = {"docx": phrases.WORD_BROKEN, "pdf": phrases.PDF_BROKEN}
_IN_ZIP = (
    (b"xl/workbook", phrases.SPREADSHEET),
    (b"ppt/presentation", phrases.SLIDES),
    (b"opendocument.spreadsheet", phrases.SPREADSHEET),
    (b"opendocument.presentation", phrases.SLIDES),
    (b"opendocument.text", phrases.OPEN_DOCUMENT),
)
_IN_OLE = (
    ("EncryptedPackage", phrases.WORD_ENCRYPTED),
    ("WordDocument", phrases.OLD_WORD),
    ("Workbook", phrases.SPREADSHEET),
    ("PowerPoint Document", phrases.SLIDES),
)


def kind_of(data: bytes, name: str = "") -> Kind:
    """Word, PDF or plain text. Raises Refused for an empty file, one over MAX_FILE, and every other kind, by its own name.

    Text called .docx or .pdf is what is left of such a file.
    """
    if not data.strip(b"\0\t\n\r "):
        raise refused(phrases.EMPTY)
    if len(data) > MAX_FILE:
        raise refused(phrases.TOO_BIG)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        _refuse_other_packages(data)
        return "word"
    if data.startswith(_OLE):
        told = (sentence for stream, sentence in _IN_OLE if stream.encode("utf-16-le") in data)
        raise refused(next(told, phrases.NOT_KNOWN))
    if _PICTURES.match(data):
        raise refused(phrases.PICTURE)
    if data.startswith(b"{\\rtf"):
        raise refused(phrases.RICH_TEXT)
    if _WEB_PAGE.match(data):
        raise refused(phrases.WEB_PAGE)
    if broken := _BROKEN.get(name.rpartition(".")[2].lower()):
        raise refused(broken)
    return "text"


def _refuse_other_packages(data: bytes) -> None:
    """A package of another program names its main part in its directory, at the end, or its type in its first entry."""
    if b"word/document" in data:
        return
    for sign, sentence in _IN_ZIP:
        if sign in data:
            raise refused(sentence)
