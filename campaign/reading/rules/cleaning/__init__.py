"""From a document as read to its clean text: `clean(source)`.

letters   Unicode, blanks, old encodings; phrases: the words and numbers the rules look for
lines     a wrapped source line by line; pages: page numbers and running heads off; markup: Markdown and "|" tables
joining   broken lines together again
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from campaign.reading.rules.cleaning import joining, letters, markup, pages
from campaign.reading.rules.cleaning.joining import hard_wrapped
from campaign.reading.rules.cleaning.lines import Line, of_blocks
from campaign.reading.rules.source import Block, Paragraph, Source, Table
from campaign.vietnamese import legacy

__all__ = ["clean", "hard_wrapped"]


def clean(source: Source) -> Source:
    """The same document with clean letters, one Paragraph a paragraph; see `source` for the two states.

    Words are never changed beyond their encoding, NFC and blanks; what is taken off are page numbers, running heads (kept
    among the headers), and signs of Markdown. Cleaning a clean source changes nothing.
    """
    encoding = letters.old_encoding(_texts(source))
    found = of_blocks(source.blocks, encoding)
    running: list[str] = []
    if source.wrapped:
        found, running = pages.without_furniture(found)
        found = pages.with_whole_tables(found)
        if markup.is_markdown(found):
            found = markup.without_markdown(found)
        found = joining.joined(markup.with_tables(found))
    else:  # only the soft breaks inside a paragraph
        by_block = groupby(found, key=lambda line: line.block)
        found = [line for _, group in by_block for line in joining.joined(list(group))]
    headers = [letters.cleaned(text, encoding).strip() for text in source.headers]
    return Source(
        blocks=tuple(_block(line, encoding, wrapped=source.wrapped) for line in found),
        headers=tuple(dict.fromkeys(filter(None, (*headers, *running)))),
        footers=_notes(source.footers, encoding),
        footnotes=_notes(source.footnotes, encoding),
    )


def _block(line: Line, encoding: legacy.Legacy | None, *, wrapped: bool) -> Block:
    if line.table is not None:
        return Table(
            tuple(tuple(_cell(cell, encoding, wrapped=wrapped) for cell in row) for row in line.table.rows)
        )
    spaced = line.spaced or line.paragraph.spaced
    return replace(line.paragraph, text=line.text, spaced=spaced)


def _cell(cell: str, encoding: legacy.Legacy | None, *, wrapped: bool) -> str:
    """The lines of a cell, those broken to fit its column put together."""
    if "\n" not in cell:
        return " ".join(filter(None, letters.cleaned(cell, encoding).split("\n")))
    found = of_blocks([Paragraph(cell)], encoding)
    return "\n".join(line.text for line in (joining.joined_cell(found) if wrapped else found))


def _notes(texts: Iterable[str], encoding: legacy.Legacy | None) -> tuple[str, ...]:
    return tuple(text for each in texts if (text := letters.cleaned(each, encoding).strip()))


def _texts(source: Source) -> Iterator[str]:
    for block in source.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell for row in block.rows for cell in row)
