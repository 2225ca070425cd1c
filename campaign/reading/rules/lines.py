"""A clean source as lines: what stands before a text (its number or bullet) told apart from the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from campaign.reading import phrases
from campaign.reading.rules.source import Block, Paragraph, Source, Table
from campaign.reading.rules.text import UPPER, is_caps, squeeze
from campaign.vietnamese import roman_value

# Styles of numbering, outermost first; bullets nest in the order they are met.
PART, CAPITAL, ROMAN, ARTICLE, ARABIC, DECIMAL, LETTER, ROUND, BULLET = (
    "part", "capital", "roman", "article", "arabic", "decimal", "letter", "round", "bullet",
)  # fmt: skip
RANKS = {PART: 0, CAPITAL: 1, ROMAN: 1, ARTICLE: 2, ARABIC: 3, DECIMAL: 4, LETTER: 6, ROUND: 7, BULLET: 9}
_LABELS = (
    (PART, re.compile(phrases.PART_LABEL, re.IGNORECASE)),
    (ARABIC, re.compile(phrases.ORDINAL_LABEL)),
    (ARTICLE, re.compile(phrases.ARTICLE_LABEL, re.IGNORECASE)),
    (DECIMAL, re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}(?:[.)/](?!\d)|\s?[-–](?=\s)|(?=\s))")),
    (
        ARABIC,
        re.compile(
            rf"\d{{1,3}}(?:[.)](?!\d)|/(?!\d|[{UPPER}]\w+-[{UPPER}])|\s?[-–](?=\s+[^\W\d_])|,(?=\s+[{UPPER}]\w+ \w))"
        ),
    ),
    (
        ROMAN,
        re.compile(r"(?![vV]\s?/\s?[vV]\b)[IVX]{1,6}(?:[.)/](?!\w{2,}\.|\d{3})|\s?[-–](?=\s)|(?=\s+\w{2}))"),
    ),
    (CAPITAL, re.compile(r"[A-H\u0110](?:[.)/]|\s?[-–](?=\s))(?=\s|[^\W\d_]{2})")),
    (ROUND, re.compile(r"\(\s?(?:\d{1,2}|[a-z\u0111]|[ivx]{1,4})\s?\)|[ivx]{2,4}\)")),
    (LETTER, re.compile(rf"[a-z\u0111]\d?(?:\)|[./](?=\s|[{UPPER}]))")),
    (BULLET, re.compile(r"[-–—+*•▪●○■□◦‣▫➢➤✓✔→⇒►\uf0b7\uf02d\uf0a7\uf0d8~](?![-–—]{2})|o(?=\s)|=>")),
)
_RULE = re.compile(phrases.RULE_LINE)
_BARE_NUMBER = re.compile(rf"(?P<number>[1-9]\d?)\s+(?=[{UPPER}][^\W\d_])")
_PART_ALONE = re.compile(phrases.PART_ALONE, re.IGNORECASE)
_BRACE = re.compile(r"\t+\s*[})\]]")  # spans lines of recipients for a common note
_MARKDOWN = re.compile(r"^#{1,6}\s+|^>\s+")
_MARKS = re.compile(
    r"(?<![^\W_])(?:\*{2,3}|__)|(?:\*{2,3}|__)(?![^\W_])"
)  # two within a word are no emphasis


@dataclass(frozen=True)
class Line:
    """A line: style of its number ("" without), number as printed, text; or a table."""

    text: str
    number: str = ""
    style: str = ""
    bold: bool = False
    centred: bool = False
    spaced: bool = False
    heading: int = 0
    table: Table | None = None

    @property
    def printed(self) -> str:
        """Number and text as they stand in the source."""
        return f"{self.number} {self.text}" if self.number else self.text


def lines(source: Source) -> list[Line]:
    """Every line of a clean source in order; rules of dashes and empty paragraphs are left out."""
    found: list[Line] = []
    for line in _with_bare_numbers([line for block in source.blocks for line in _lines_of(block)]):
        if found and _is_part_alone(found[-1]) and not line.number and not line.table:
            line = replace(line, number=found.pop().text, style=PART)
        found.append(line)
    return found


def _with_bare_numbers(found: list[Line]) -> list[Line]:
    """The lines with numbers that lost their stop ("1 Mục đích", "2 Yêu cầu") taken as numbers where they count on."""
    bare = {
        place: match
        for place, line in enumerate(found)
        if not line.number and not line.table and (match := _BARE_NUMBER.match(line.text))
    }
    last = 0
    twos = [at for at, match in enumerate(bare.values()) if match["number"] == "2"]
    values = [int(match["number"]) for match in bare.values()]
    for at, (place, match) in enumerate(bare.items()):
        value = values[at]
        if (value == last + 1 and last) or (value == 1 and twos and at < twos[-1]):
            last = value
            found[place] = replace(
                found[place], text=found[place].text[match.end() :], number=match["number"], style=ARABIC
            )
    return found


def _is_part_alone(line: Line) -> bool:
    """Whether a line is nothing but "Phần thứ hai" or "Chương II"; its title stands below."""
    return not line.number and not line.table and bool(_PART_ALONE.match(line.text))


def _lines_of(block: Block) -> Iterator[Line]:
    if isinstance(block, Table):
        yield Line("", table=block)
        return
    for piece in block.text.split("\n"):
        text = unmark(piece)
        counted = any(map(str.isalnum, block.number))  # so that no number is missing
        if text.strip() and (counted or not _RULE.match(text)):
            yield _line(text, block, piece)
        # A number Word prints by itself belongs to the first line only.
        block = Paragraph(block.text, bold=block.bold, centred=block.centred, heading=block.heading)


def _line(text: str, block: Paragraph, marked: str) -> Line:
    number = block.number.strip()
    heading = block.heading or (len(marked) - len(marked.lstrip("#")) if text != marked else 0)
    bold = block.bold or (marked.lstrip("# ").startswith("**") and marked.rstrip().endswith("**"))
    if number:
        style, rest = style_of(number), text.strip()
    else:
        style, number, rest = split_label(text.strip())
    return Line(rest, number, style, bold, block.centred, block.spaced, heading)


def unmark(text: str) -> str:
    """A line without the marks of Markdown."""
    bare = _MARKDOWN.sub("", text)
    return _MARKS.sub("", bare) if "**" in bare or "__" in bare else bare


def split_label(text: str) -> tuple[str, str, str]:
    """Style, number as printed and the rest of a text; ("", "", text) without a number."""
    for style, pattern in _LABELS:
        found = pattern.match(text)
        if found and (rest := text[found.end() :].strip()):
            if style == ROMAN and not (_is_roman(found[0]) and (found[0][-1] in ".)/-–" or is_caps(rest))):
                continue
            if style == BULLET and found[0] == "o" and not rest[0].isupper():
                continue
            return style, found[0].strip(), rest
    return "", "", text


def style_of(number: str) -> str:
    """The style of a number Word printed."""
    for style, pattern in _LABELS:
        found = pattern.match(f"{number} x")
        if found and (style != ROMAN or _is_roman(found[0])):
            return style
    return ARABIC if number[:1].isdigit() else BULLET


def _is_roman(number: str) -> bool:
    try:
        return roman_value(re.sub(r"[^IVX]", "", number)) > 0
    except ValueError:
        return False


def cells_of(table: Table) -> list[list[str]]:
    """The rows of a table, blanks squeezed in each line of a cell, rules of dashes left out."""
    return [list(row) for row in _cells(table)]


@lru_cache(maxsize=256)  # every recogniser asks for the same tables
def _cells(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple("\n".join(_cell_lines(cell)) for cell in row) for row in table.rows)


def _cell_lines(cell: str) -> list[str]:
    lines_ = (squeeze(unmark(line)) for line in cell.split("\n"))
    return [re.sub(r"\s*-{3,}\s*$", "", line) for line in lines_ if line and not _RULE.match(line)]


def loose(line: Line) -> list[Line]:
    """A line of a letterhead or an end, its columns (tabs, table cells) one below the other, left one first."""
    if line.table:
        rows = cells_of(line.table)
        return [_bare(part) for row in rows for cell in row for part in cell.split("\n") if part]
    if "\t" not in line.text or _BRACE.search(line.text):
        return [line]
    first, *others = (part.strip() for part in re.split(r"\t+", line.text))
    return [Line(first, line.number, line.style, line.bold), *(_bare(part) for part in others if part)]


def _bare(text: str) -> Line:
    style, number, rest = split_label(text)
    return Line(rest, number, style)


def looks_like_heading(line: Line) -> bool:
    """Whether a line without number is a heading: all capitals, bold and short, or marked so in Word."""
    if line.table or line.number or not line.text:
        return False
    short = len(line.text) <= 160 and not line.text.rstrip().endswith((".", ";", ",", phrases.END_MARK))
    return short and (is_caps(line.text) or line.bold or line.heading > 0)


def ordered(numbers: list[str]) -> bool:
    """Whether Arabic numbers run 1, 2, 3 without gap or repetition."""
    values = [int(found[0]) for number in numbers if (found := re.search(r"\d+", number))]
    return all(after == before + 1 for before, after in pairwise(values))
