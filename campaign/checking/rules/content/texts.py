"""The texts a reader reads: the body, its tables, the annexes; not the letterhead, not the foot."""

from collections.abc import Iterator

from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.pieces import Piece, whole


def texts(anatomy: Anatomy) -> Iterator[Piece]:
    """Every paragraph of them once, in no promised order."""
    seen: set[int] = set()
    for piece in (*running(anatomy), *anatomy.cells):
        if piece.paragraph.number not in seen:
            seen.add(piece.paragraph.number)
            yield piece


def running(anatomy: Anatomy) -> Iterator[Piece]:
    """The running text: body and annexes outside tables."""
    yield from (item.piece for item in anatomy.items)
    for annex in anatomy.annexes:
        yield from (whole(line.paragraph) for line in annex.content if line.paragraph.cell is None)
