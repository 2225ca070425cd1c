"""Takes off the signs of text programs: Markdown headings and emphasis, tables drawn with "|" or parted by tabs."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from campaign.reading.rules.cleaning.lines import DRAWN, Line
from campaign.reading.rules.source import Table

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_STRONG = re.compile(r"\*\*\*|\*\*")
_BLANKS = re.compile(" {2,}")
_SLANTED = re.compile(r"(?<![*\w])\*(?=[^\s*])([^*]*?[^\s*])\*(?![*\w])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CELL_RULE = re.compile(r"\s-{3,}(?=\s|$)")


def is_markdown(found: list[Line]) -> bool:
    """Whether emphasis and headings are written as Markdown; a lone star or dash proves nothing."""
    headings = sum(_HEADING.fullmatch(line.text) is not None for line in found)
    strong = sum(line.text.count("**") for line in found)
    return headings > 0 or strong >= 4 or (strong >= 2 and any(line.text.startswith("**") for line in found))


def without_markdown(found: list[Line]) -> list[Line]:
    """The lines as Markdown shows them: bold and heading become properties of the line."""
    plain: list[Line] = []
    strong = False
    for line in found:
        if line.spaced or line.table:
            strong = False  # emphasis ends with its paragraph
        if line.table:
            plain.append(line)
            continue
        text, heading = line.text, 0
        if marked := _HEADING.fullmatch(text):
            heading, text = len(marked[1]), marked[2]
        bold, strong, text = _without_strong(text, strong)
        text = _BLANKS.sub(" ", _ESCAPED.sub(r"\1", _SLANTED.sub(r"\1", text)).strip())
        look = replace(
            line.paragraph, bold=bold or line.paragraph.bold, heading=heading or line.paragraph.heading
        )
        if not DRAWN.fullmatch(text):
            plain.append(replace(line, text=text, paragraph=look))
    return plain


def _without_strong(text: str, strong: bool) -> tuple[bool, bool, str]:
    """Whether all of it is bold, whether bold goes on into the next line, and the text."""
    pieces = _STRONG.split(text)
    all_bold = True
    for piece in pieces:
        if piece.strip() and not strong:
            all_bold = False
        strong = not strong
    return all_bold, not strong, "".join(pieces)


def with_tables(found: list[Line]) -> list[Line]:
    """Rows of "| a | b |", of "a | b" or of three and more cells parted by tabs, gathered into tables."""
    gathered: list[Line] = []
    for separator, group in groupby(found, key=_separator):
        lines = list(group)
        rows = [_cells(line.text, separator) for line in lines if not _RULE.fullmatch(line.text)]
        rows = [row for row in rows if any(row)]
        if not separator or not _is_table(lines, rows):
            gathered += lines
            continue
        width = max(map(len, rows))
        table = Table(tuple(tuple(row + [""] * (width - len(row))) for row in rows))
        gathered.append(replace(lines[0], text="", table=table))
    return gathered


def _separator(line: Line) -> str:
    """What parts the cells of a row: "|", or tabs where there are two and more; "" when the line is no row."""
    if line.table is not None:
        return ""
    if "|" in line.text:
        return "|"
    return "\t" if line.text.count("\t") > 1 else ""


def _is_table(lines: list[Line], rows: list[list[str]]) -> bool:
    if not rows:
        return False
    drawn = any(line.text.startswith("|") and line.text.count("|") > 1 for line in lines)
    widths = [len(row) for row in rows]
    whole = widths.count(max(widths))  # rows may lack empty cells at their end
    even = len(rows) > 1 and max(widths) > 1 and (whole == len(rows) or whole * 3 > len(rows) * 2)
    return drawn or even


def _cells(text: str, separator: str) -> list[str]:
    inner = text.strip().removeprefix("|").removesuffix("|")
    parts = inner.split("\t") if separator == "\t" else re.split(r"(?<!\\)\|", inner)
    cells = (_LINE_BREAK.sub("\n", cell) for cell in parts)
    return [_CELL_RULE.sub("", _STRONG.sub("", cell)).strip() for cell in cells]
