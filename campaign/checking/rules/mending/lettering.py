"""Remedies of letters: font, size, weight, slant, case, color. Words stay as they are."""

from collections.abc import Callable, Iterator
from typing import Any

from campaign.checking.rules import phrases
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.changes import Change, Letters, Remedy, Words
from campaign.checking.rules.docx import Run
from campaign.checking.rules.findings import Fault, Mend
from campaign.checking.rules.pieces import Piece, is_read
from campaign.vietnamese.legacy import decoded, is_unicode, of_font, shows_capitals

FONT = "Times New Roman"
BLACK = "000000"


def letters_of(piece: Piece, **look: Any) -> Letters:
    """All letters of a piece made to look so."""
    return Letters(piece.paragraph.place, piece.start, piece.start + len(piece.raw), **look)


def piece_of(fault: Fault) -> Piece | None:
    """The piece a fault is of, if it is of one."""
    return fault.at if isinstance(fault.at, Piece) else None


def lettered(after: str, **look: Any) -> Mend:
    """All letters of the faulty piece made to look so."""

    def mend(fault: Fault, _anatomy: Anatomy) -> Remedy | None:
        piece = piece_of(fault)
        return Remedy((letters_of(piece, **look),), after) if piece else None

    return mend


def resized(low: float, high: float) -> Mend:
    """Letters too small or too large made the nearest size that is allowed."""

    def mend(fault: Fault, _anatomy: Anatomy) -> Remedy | None:
        piece = piece_of(fault)
        if piece is None:
            return None
        wrong = [run.look.size for run in piece.letters if not low <= run.look.size <= high]
        right = [run.look.size for run in piece.letters if low <= run.look.size <= high]
        size = right[0] if right else low if wrong and wrong[0] < low else high
        return Remedy((letters_of(piece, size=size),), phrases.SIZE.format(size=f"{size:g}"))

    return mend


def spans(piece: Piece, wrong: Callable[[Run], bool]) -> Iterator[tuple[int, int, Run]]:
    """Where in its paragraph the readable runs of a piece stand that are wrong."""
    start = piece.start
    for run in piece.runs:
        if is_read(run) and wrong(run):
            yield start, start + len(run.text), run
        start += len(run.text)


def refonted(fault: Fault, _anatomy: Anatomy) -> Remedy | None:
    """Readable letters set in the decree's font; what an old font encoded is written in Unicode. Signs of symbol fonts stay."""
    piece = piece_of(fault)
    if piece is None:
        return None
    changes: list[Change] = []
    for start, end, run in spans(piece, lambda run: run.look.font != FONT):
        place, encoding = piece.paragraph.place, of_font(run.look.font)
        shouting = True if shows_capitals(run.look.font) and not run.look.caps else None
        changes.append(Letters(place, start, end, font=FONT, caps=shouting))
        if encoding and not is_unicode(run.text) and (words := decoded(run.text, encoding)) != run.text:
            changes.append(Words(place, start, end, words))
    return Remedy(tuple(changes), phrases.FONT.format(font=FONT))


def blackened(fault: Fault, _anatomy: Anatomy) -> Remedy | None:
    """Coloured letters made black."""
    piece = piece_of(fault)
    if piece is None:
        return None
    place = piece.paragraph.place
    found = spans(piece, lambda run: bool(run.look.color))
    return Remedy(tuple(Letters(place, start, end, color=BLACK) for start, end, _ in found), phrases.BLACK)


def capitalised(fault: Fault, _anatomy: Anatomy) -> Remedy | None:
    """Printed in capitals; the letters typed stay."""
    piece = piece_of(fault)
    return Remedy((letters_of(piece, caps=True),), phrases.CAPITALS) if piece else None
