"""Remedies of the lines under a component: drawn where there is none, made as long as asked where there is one."""

from campaign.checking.phrases import Part
from campaign.checking.rules import phrases
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.changes import Line, Remedy, Words
from campaign.checking.rules.docx import Stroke, Way
from campaign.checking.rules.findings import Fault, Mend
from campaign.checking.rules.pieces import Piece

_PART = 0.42  # of the words above: between a third and a half, after rounding too


def stroked(part: Part, *, whole: bool) -> Mend:
    """A line as long as the longest line of the words (`whole`), or as a good third of it."""

    def mend(_fault: Fault, anatomy: Anatomy) -> Remedy | None:
        pieces = anatomy.of(part)
        if not pieces or pieces[-1].tabbed:
            return None
        room = pieces[-1].paragraph
        longest = min(max(piece.width for piece in pieces), room.width)
        length = round(longest if whole else longest * _PART, 1)
        drawn = anatomy.strokes.get(part, ())
        changes = _drawn(*drawn[0], length) if drawn else _new(pieces[-1], length)
        return Remedy(tuple(changes), phrases.STROKE.format(length=round(length), text=round(longest)))

    return mend


def _new(piece: Piece, length: float) -> list[Line | Words]:
    """A line in the middle of the room the words stand in."""
    indent, room = piece.paragraph.indent, piece.paragraph.width
    spare = max(room - indent.left - indent.right - length, 0) / 2
    return [Line(piece.paragraph.place, length, indent.left + spare, indent.right + spare, new=True)]


def _drawn(piece: Piece, stroke: Stroke, length: float) -> list[Line | Words]:
    if stroke.way is Way.TYPED:
        return [_typed(piece, stroke, length)]
    if stroke.way is Way.CELL:  # the foot of the cell itself: as long as the cell
        return []
    spare = max(piece.paragraph.width - length, 0) / 2
    return [Line(piece.paragraph.place, length, spare, spare)]


def _typed(piece: Piece, stroke: Stroke, length: float) -> Words:
    """As many signs in a row as make the length."""
    count = max(4, round(len(piece.text) * length / (stroke.length or length)))
    end = piece.offset + len(piece.text)
    return Words(piece.paragraph.place, piece.offset, end, piece.text[0] * count)
