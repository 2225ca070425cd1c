"""Reads a PDF that has text: its lines by where they stand on the page, tables where cells stand side by side."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

from pypdf import PageObject, PasswordType, PdfReader
from pypdf.errors import DependencyError
from pypdf.generic import NameObject

from campaign.errors import Refused
from campaign.files.word_reader import page_commands, page_layout, phrases
from campaign.files.word_reader.faults import refused
from campaign.files.word_reader.page_layout import Line
from campaign.files.word_reader.plain import MAX_LETTERS
from campaign.reading.rules.source import Block, Paragraph, Source

MAX_PAGES = 1000
_MOST_IN_PAGE = 4 * 1024 * 1024  # bytes of drawing commands; a page of text has some 50 thousand
_MOST_IN_ALL = 64 * 1024 * 1024
_BOLD = re.compile("bold|black|heavy", re.IGNORECASE)
_SLANTED = re.compile("italic|oblique", re.IGNORECASE)
_log = logging.getLogger("pypdf")


def read_pdf(data: bytes) -> Source:
    """The lines of a PDF, page by page. Raises Refused for one that is broken, encrypted, too long, or a scan without text."""
    _log.setLevel(logging.CRITICAL)  # its warnings are about repairs nobody here can use
    try:
        blocks = tuple(_blocks(data))
    except Refused:
        raise
    except Exception as fault:  # a broken PDF raises anything at all
        raise refused(phrases.PDF_BROKEN) from fault
    return Source(blocks, wrapped=True)


def _blocks(data: bytes) -> Iterator[Block]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not _opens(reader):
        raise refused(phrases.PDF_ENCRYPTED)
    if len(reader.pages) > MAX_PAGES:
        raise refused(phrases.TOO_LONG)
    letters = commands = 0
    for number, page in enumerate(reader.pages):
        data = _commands(page)
        commands += len(data)
        if commands > _MOST_IN_ALL:
            raise refused(phrases.TOO_LONG)
        if (quick := page_commands.of_page(data, reader)) is not None:
            page[NameObject("/Contents")] = quick
        lines = list(_lines(page)) if data else []
        letters += sum(len(line.text.strip()) for line in lines)
        if letters > MAX_LETTERS:
            raise refused(phrases.TOO_LONG)
        if number:
            yield Paragraph("\f")
        yield from page_layout.blocks(lines)
    if letters < 10 + len(reader.pages):
        raise refused(phrases.PDF_SCANNED)


def _opens(reader: PdfReader) -> bool:
    """Whether it opens without a password: many are locked against changes only."""
    try:
        return reader.decrypt("") != PasswordType.NOT_DECRYPTED
    except DependencyError:  # a cipher only the cryptography package knows
        return False


def _commands(page: PageObject) -> bytes:
    """What draws the page, unpacked."""
    contents = page.get_contents()
    data = b"" if contents is None else contents.get_data()
    if len(data) > _MOST_IN_PAGE:
        raise refused(phrases.TOO_LONG)
    return data


def _lines(page: PageObject) -> Iterator[Line]:
    """The lines of a page in the order they were drawn: pieces of equal height that follow each other."""
    pieces: list[Line] = []

    def take(
        text: str, outer: list[float], inner: list[float], font: dict[str, str] | None, size: float
    ) -> None:
        x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        scale = abs(inner[3] * outer[3]) or abs(inner[1] * outer[2]) or 1.0
        name = str((font or {}).get("/BaseFont", ""))
        if text := text.replace("\n", ""):
            look = (bool(_BOLD.search(name)), bool(_SLANTED.search(name)))
            pieces.append(Line(text, x, y, max(size * scale, 1.0), *look))

    page.extract_text(visitor_text=take)
    yield from page_layout.lines(pieces)
