"""A whole file taken apart: what it is, its head, its body, its foot, and the annexes behind it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from campaign.checking.phrases import Form, Part
from campaign.checking.rules import phrases
from campaign.checking.rules.anatomy import Anatomy, Annex
from campaign.checking.rules.docx import Docx, Paragraph
from campaign.checking.rules.levels import Item, item_of
from campaign.checking.rules.locating.foot import foot
from campaign.checking.rules.locating.head import Head, head
from campaign.checking.rules.pieces import Piece, lines, whole
from campaign.vietnamese import fold
from campaign.workdays import DaysOff

_ANNEX = re.compile(rf"{fold(phrases.ANNEX)}(?: (?:so )?[ivxlc\d]+)?")
_BASIS = tuple(fold(word) for word in phrases.BASIS_STARTS)
_RUN_IN = re.compile(phrases.RUN_IN)
_SENTENCE = 2000  # letters of a căn cứ that are read
_LAWS = {fold(name) for name in phrases.LAWS}


def locate(docx: Docx, days: DaysOff | None = None, *, issuing: bool = False) -> Anatomy:
    """The components of a file; `issuing`: blanks of a draft are faults."""
    printed = list(lines(paragraph for paragraph in docx.paragraphs if not paragraph.floating))
    found = head(printed)
    if Part.NATION not in found.parts and any(paragraph.floating for paragraph in docx.paragraphs):
        boxed = list(lines(docx.paragraphs))  # a letterhead laid out with text boxes
        printed, found = (boxed, again) if Part.NATION in (again := head(boxed)).parts else (printed, found)
    first = next((line for line in printed if line.text), None)
    form = _form(found, first, printed)
    if form is Form.ANNEX:
        found = Head()
    parts, start, end = foot(printed[found.ends :]) if form in (Form.NAMED, Form.LETTER) else ({}, 0, 0)
    body = printed[found.ends : found.ends + start] if form in (Form.NAMED, Form.LETTER) else []
    behind = (
        printed[found.ends + end :]
        if form in (Form.NAMED, Form.LETTER)
        else printed
        if form is Form.ANNEX
        else []
    )
    stamps = tuple(
        piece
        for piece in lines(paragraph for paragraph in docx.paragraphs if paragraph.floating)
        if piece.text.upper() in phrases.STAMPS
    )
    items = tuple(_items(_whole(body)))
    parts = {**found.parts, **parts, Part.STAMP: (*found.parts.get(Part.STAMP, ()), *stamps)}
    parts[Part.BASIS] = tuple(item.piece for item in items if item.level.name == "BASIS")
    return Anatomy(
        docx, form, found.kind, parts, found.strokes, items,
        tuple(whole(paragraph) for paragraph in docx.paragraphs if paragraph.cell and paragraph.cell.ruled and paragraph.number),
        tuple(_annexes(behind)), days or DaysOff(), issuing,
    )  # fmt: skip


def _form(found: Head, first: Piece | None, printed: Sequence[Piece]) -> Form:
    if first is not None and _ANNEX.fullmatch(first.key):
        return Form.ANNEX
    top = {line.key for line in printed[:30]}
    if fold(found.kind) in _LAWS or any(fold(phrases.PARTY) in key for key in top):
        return Form.LAW
    if found.kind:
        return Form.NAMED
    addressed = Part.ABOUT in found.parts or Part.ADDRESSEE in found.parts
    return (
        Form.LETTER
        if addressed and (Part.NATION in found.parts or Part.NUMBER in found.parts)
        else Form.OTHER
    )


def _whole(body: Sequence[Piece]) -> Iterator[Piece]:
    """Whole paragraphs of the body outside tables, those without words left out."""
    seen: set[int] = set()
    for line in body:
        paragraph = line.paragraph
        if paragraph.cell is None and paragraph.number and paragraph.number not in seen:
            seen.add(paragraph.number)
            yield whole(paragraph)


def _items(body: Iterator[Piece]) -> Iterator[Item]:
    """The căn cứ stand first; only the authority that issues, in capitals in the middle, may stand above them."""
    listing = True
    for piece in body:
        basis = (
            piece.key.startswith(_BASIS)
            and not piece.text.endswith(":")
            and not _RUN_IN.search(piece.text[:_SENTENCE])
        )
        above = piece.is_capital and piece.paragraph.align == "center"
        yield item_of(piece, basis=listing and basis)
        listing = listing and (basis or above)


def _annexes(behind: Sequence[Piece]) -> Iterator[Annex]:
    """Annexes from their labels; each goes on to the next."""
    places = [
        place for place, line in enumerate(behind) if _ANNEX.fullmatch(line.key) and _is_label(line.paragraph)
    ]
    for place, end in pairwise([*places, len(behind)]):
        yield _annex(behind[place], [line for line in behind[place + 1 : end] if line.text])


def _is_label(paragraph: Paragraph) -> bool:
    return paragraph.cell is None or not paragraph.cell.ruled


def _annex(label: Piece, following: list[Piece]) -> Annex:
    place = 0
    while (
        place < min(len(following), 6)
        and not following[place].key.startswith("(")
        and _is_title(following[place], place)
    ):
        place += 1
    title, rest = following[:place], following[place:]
    attached: list[Piece] = []
    if rest and rest[0].key.startswith("("):
        ends = next((at for at, line in enumerate(rest[:4]) if line.text.endswith(")")), 0)
        attached, rest = rest[: ends + 1], rest[ends + 1 :]
    return Annex(label, tuple(title), tuple(attached), tuple(line for line in rest if not line.is_stroke))


def _is_title(line: Piece, place: int) -> bool:
    if line.is_stroke or line.paragraph.cell is not None or len(line.text) > 250:
        return False
    return place == 0 or line.paragraph.align == "center"
