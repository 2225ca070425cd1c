"""What stands above the body: Quốc hiệu, agency, number, place and day, type, trích yếu, Kính gửi."""

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from campaign.checking.phrases import Part
from campaign.checking.rules import phrases
from campaign.checking.rules.anatomy import Drawn
from campaign.checking.rules.pieces import Piece, columns
from campaign.vietnamese import fold

_NEAR = 0.85
_DEPTH = 60  # lines from the top within which a head stands
_LONG = 250  # letters: longer than any trích yếu
_NATION, _MOTTO = fold(phrases.NATION), fold(phrases.MOTTO)
_KINDS = {fold(name): name for name in (*phrases.KINDS, *phrases.LAWS)}
_STAMPS = {fold(name) for name in phrases.STAMPS}
_WHOLE = {fold(name) for name in phrases.NAMED_WHOLE}
_NUMBER = re.compile(rf"{phrases.NUMBER}(?:\s*[:.,]?\s*[\d/…._\s-]|:?$)|\d+/[^\W\d_]{{2}}", re.IGNORECASE)
_DATE = re.compile(rf"\b{fold(phrases.DAY)}\b.*\b{fold(phrases.MONTH)}\b")
_ORGAN = re.compile(rf"(?:{phrases.ORGAN_WORDS})\b", re.IGNORECASE)
_GOES_ON = re.compile(phrases.NAME_GOES_ON, re.IGNORECASE)
_SUBJECT_ENDS = (
    fold(phrases.TO),
    f"({fold(phrases.ATTACHED)}",
    "(ban hanh",
    *(fold(word) for word in phrases.BASIS_STARTS[:4]),
)


@dataclass
class Head:
    """What was found: pieces and strokes by component, the type name, and how many lines of the file it takes."""

    parts: dict[Part, tuple[Piece, ...]] = field(default_factory=dict)
    strokes: dict[Part, tuple[Drawn, ...]] = field(default_factory=dict)
    kind: str = ""
    ends: int = 0


def head(lines: Sequence[Piece]) -> Head:
    """The head of a document whose lines are given; `ends` is where what follows begins."""
    found = Head()
    top = lines[:_DEPTH]
    nation = next((place for place, line in enumerate(top) if _is_nation(line)), None)
    above = -1 if nation is None else nation
    title = next(
        (
            place
            for place, line in enumerate(top)
            if line.key in _KINDS and place > above and not _in_grid(line)
        ),
        None,
    )
    opening = next((place for place, line in enumerate(top) if line.key.startswith(fold(phrases.TO))), None)
    zone_ends = title if title is not None else opening if opening is not None else _table_ends(lines, nation)
    _letterhead(found, [part for line in lines[:zone_ends] for part in columns(line)])
    found.ends = zone_ends
    if title is not None:
        found.kind = _KINDS[lines[title].key]
        found.parts[Part.KIND] = (lines[title],)
        found.ends = _subject(found, lines, title + 1)
    found.ends = _addressees(found, lines, found.ends)
    return found


def _in_grid(line: Piece) -> bool:
    return line.paragraph.cell is not None and line.paragraph.cell.ruled


def _is_nation(line: Piece) -> bool:
    if not 20 < len(line.key) < 300:
        return False
    return _NATION in line.key or any(
        difflib.SequenceMatcher(None, part.key, _NATION).ratio() > _NEAR
        for part in columns(line)
        if len(part.key) < 60
    )


def _table_ends(lines: Sequence[Piece], nation: int | None) -> int:
    """Where the head's table ends, when neither a type nor Kính gửi follows it."""
    if nation is None:
        return 0
    cell = lines[nation].paragraph.cell
    if cell is None:
        dated = [place for place, line in enumerate(lines[:_DEPTH]) if _DATE.search(line.key)]
        return dated[0] + 1 if dated else nation + 2
    return next(
        (
            place
            for place, line in enumerate(lines)
            if place > nation and (line.paragraph.cell is None or line.paragraph.cell.table != cell.table)
        ),
        len(lines),
    )


def _letterhead(found: Head, zone: list[Piece]) -> None:
    """Cells 1 to 4 and 5b, and the stamps."""
    words = [piece for piece in zone if piece.text and not piece.is_stroke]
    named: dict[Part, list[Piece]] = {
        part: [] for part in (Part.NATION, Part.MOTTO, Part.NUMBER, Part.DATE, Part.STAMP, Part.ABOUT)
    }
    rest: list[Piece] = []
    for place, piece in enumerate(words):
        part = _part_of(piece, named, words[place - 1] if place else None)
        (named[part] if part else rest).append(piece)
    found.parts |= {part: tuple(pieces) for part, pieces in named.items() if pieces}
    nation = next(iter(named[Part.NATION]), None)
    parent, agency = _agency([piece for piece in rest if _beside(piece, nation)])
    found.parts |= {
        part: tuple(pieces) for part, pieces in ((Part.PARENT, parent), (Part.AGENCY, agency)) if pieces
    }
    found.strokes[Part.MOTTO] = _strokes(zone, nation or next(iter(named[Part.MOTTO]), None))
    found.strokes[Part.AGENCY] = _strokes(zone, agency[0] if agency else None)


def _part_of(piece: Piece, named: dict[Part, list[Piece]], before: Piece | None) -> Part | None:
    key = piece.key
    if not named[Part.NATION] and _is_nation(piece):
        return Part.NATION
    if (
        not named[Part.MOTTO]
        and len(key) < _LONG
        and difflib.SequenceMatcher(None, key, _MOTTO).ratio() > _NEAR
    ):
        return Part.MOTTO
    if key in _STAMPS:
        return Part.STAMP
    if not named[Part.NUMBER] and _NUMBER.match(piece.text):
        return Part.NUMBER
    if not named[Part.DATE] and _DATE.search(key) and len(key) < 100:
        return Part.DATE
    if key.startswith((phrases.ABOUT, fold(phrases.ABOUT_IN_FULL))) or (
        before is not None and before in named[Part.ABOUT] and _same_column(piece, before)
    ):
        return Part.ABOUT
    return None


def _same_column(piece: Piece, other: Piece) -> bool:
    one, two = piece.paragraph.cell, other.paragraph.cell
    if one is None or two is None:
        return one is two and not piece.tabbed
    return (one.table, one.column) == (two.table, two.column)


def _beside(piece: Piece, nation: Piece | None) -> bool:
    """May the piece name the agency: not under the nation in its column?"""
    if nation is None or nation.paragraph.cell is None or piece.paragraph.cell is None:
        return True
    return (
        piece.paragraph.cell.table == nation.paragraph.cell.table
        and piece.paragraph.cell.column != nation.paragraph.cell.column
    )


def _agency(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The parent's lines and the agency's own: its name begins with the last line that opens with an organ's word."""
    start = 0
    for place, piece in enumerate(pieces):
        before = pieces[place - 1].text if place else ""
        complete = (
            place > 0
            and not _GOES_ON.search(before)
            and not (place == 1 and fold(before) in _WHOLE and not _ORGAN.match(piece.text))
        )
        if complete and _ORGAN.match(piece.text):
            start = place
    if not start and pieces and not _ORGAN.match(pieces[0].text):  # words do not say: a parent is not bold
        start = next(
            (place for place, piece in enumerate(pieces) if any(run.look.bold for run in piece.letters)), 0
        )
    return pieces[:start], pieces[start:]


def _strokes(zone: Iterable[Piece], beside: Piece | None) -> tuple[Drawn, ...]:
    """Lines drawn in the column of a piece; in a head without a table, all of them."""
    if beside is None:
        return ()
    cell, floating = beside.paragraph.cell, beside.paragraph.floating
    same = [
        piece
        for piece in zone
        if cell is None or _same_column(piece, beside) or (floating and piece.paragraph.cell is None)
    ]
    return tuple((piece, stroke) for piece in same for stroke in piece.strokes)


def _subject(found: Head, lines: Sequence[Piece], start: int) -> int:
    """Cell 5a: the trích yếu under the type, up to its line or the body."""
    place = start
    pieces: list[Piece] = []
    strokes: list[Drawn] = []
    while place < len(lines) and len(pieces) < 8:
        line = lines[place]
        if line.text and not line.is_stroke:
            if strokes or not _may_be_subject(line, pieces):
                break
            pieces.append(line)
        strokes += [(line, stroke) for stroke in line.strokes]
        place += 1
    if pieces:
        found.parts[Part.SUBJECT] = tuple(pieces)
    found.strokes[Part.SUBJECT] = tuple(strokes)
    return place


def _may_be_subject(line: Piece, before: list[Piece]) -> bool:
    if (
        line.paragraph.cell is not None
        or len(line.text) > _LONG
        or line.text.endswith((":", ";"))
        or line.key.startswith(_SUBJECT_ENDS)
    ):
        return False
    if re.match(r"(?:[IVX]+|\d+)[./)] ?\S", line.numbered):
        return False
    if not before or line.paragraph is before[-1].paragraph:
        return True
    return line.paragraph.align == "center" and any(run.look.bold for run in line.letters)


def _addressees(found: Head, lines: Sequence[Piece], start: int) -> int:
    """Cell 9a: Kính gửi with the places under it, when it stands first."""
    place = start
    while place < len(lines) and not lines[place].text:
        place += 1
    if place == len(lines) or not lines[place].key.startswith(fold(phrases.TO)):
        return start
    pieces = [lines[place]]
    alone = lines[place].key.rstrip(": ") == fold(phrases.TO)
    place += 1
    while place < len(lines):
        line = lines[place]
        listed = line.text.startswith(("-", "\u2013", "+")) or line.paragraph.label in {"-", "\u2013"}
        if line.text and not (listed or (alone and len(pieces) == 1 and len(line.text) < 100)):
            break
        if line.text:
            pieces.append(line)
        place += 1
    found.parts[Part.ADDRESSEE] = tuple(pieces)
    return place
