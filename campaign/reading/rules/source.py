"""What every file becomes before it is understood: paragraphs and tables in reading order.

Two states, one shape. As read (`files.word_reader`), a text or PDF file is `wrapped`: one Paragraph per line on paper,
empty ones too, a form feed before the first line of each page; Word's soft breaks are newlines. After
`cleaning.clean` nothing is wrapped: one Paragraph per paragraph, none empty, one line each without newline; a tab
stands wherever columns stood side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or a line of a wrapped source.

    `number` is Word's automatic number as printed ("1.", "a)", "-"; "" when the number, if any, was typed into
    `text`), `depth` its level in Word's list from 0. `bold` and `italic` hold for all its letters; `heading` is
    Word's outline level 1-9 (0: body text). `spaced`: an empty line stood before it.
    """

    text: str
    number: str = ""
    depth: int = 0
    bold: bool = False
    italic: bool = False
    centred: bool = False
    caps: bool = False
    heading: int = 0
    spaced: bool = False


@dataclass(frozen=True)
class Table:
    """A table by rows of cell texts; a cell's paragraphs stand on lines of their own ("\\n"), with their numbers.

    A cell merged over columns or rows stands once, where it begins; the other places it covers are "", so columns line up
    and every row has the same length. A table inside a cell stands there flattened, its cells parted by tabs.
    """

    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True)
class Source:
    """A document as read. Headers, footers and footnotes stand apart, each text once; notes leave no mark in the body."""

    blocks: tuple[Block, ...]
    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    wrapped: bool = False

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs without the tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))
