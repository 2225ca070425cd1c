"""A line of a wrapped source, with what its place says: indentation, page, the empty line before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from campaign.reading.rules.cleaning import letters
from campaign.reading.rules.source import Block, Paragraph, Table
from campaign.vietnamese import legacy

DRAWN = re.compile(r"[-_=*~─—\s]{3,}|\|?\s*")  # nothing, the edge of a cell, or a line drawn with signs

_PLAIN = Paragraph("")


@dataclass(frozen=True)
class Line:
    """A line with text, cleaned. `page` and `block` count from 0; `spaced`: an empty line stood before it; `table` stands for itself."""

    text: str
    paragraph: Paragraph = _PLAIN
    indent: int = 0
    page: int = 0
    block: int = 0
    spaced: bool = False
    table: Table | None = None

    @property
    def length(self) -> int:
        """Letters of the line, without its indentation."""
        return len(self.text)


def of_blocks(blocks: Iterable[Block], encoding: legacy.Legacy | None) -> list[Line]:
    """The lines that hold something, in order."""
    found: list[Line] = []
    page, spaced = 0, False
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            found.append(Line("", page=page, block=place, spaced=spaced, table=block))
            spaced = False
            continue
        look = replace(block, text="")
        for raw in block.text.split("\n"):
            page += raw.count("\f")
            text = " ".join(filter(None, letters.cleaned(raw, encoding).split("\n")))
            if DRAWN.fullmatch(text):
                spaced = True
                continue
            found.append(Line(text, look, letters.indent(raw), page, place, spaced))
            look = replace(look, number="") if look.number else look
            spaced = False
    return found
