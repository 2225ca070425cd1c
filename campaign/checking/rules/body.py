"""The body of a document: its look, spacing and end (D30 Phụ lục I II.6)."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from campaign.checking.phrases import FORMS, Part, Severity, main, others
from campaign.checking.rules import phrases
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.changes import Remedy
from campaign.checking.rules.docx import Paragraph
from campaign.checking.rules.findings import Fault, Rule
from campaign.checking.rules.levels import Item, Level
from campaign.checking.rules.mending import forming, lettering, typing
from campaign.checking.rules.pieces import Piece, whole
from campaign.vietnamese import fold

_SLACK = 0.6
_GAP = 5.9  # points
_SINGLE, _MOST = 0.98, 1.52
_NATURAL = 1.15  # a single line of Times New Roman is that much higher than its letters
_WRAPS = 0.9  # of the room: from here on alignment shows
_SIZES = {13.0, 13.5, 14.0}
_SENTENCE = 120  # letters: longer than a title
_WORD = re.compile(r"[^\W\d_]{2}")
_CHAPTERS = {Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION}
_LISTED = {Level.DASH, Level.POINT, Level.BASIS}


def running(anatomy: Anatomy) -> list[Item]:
    """Paragraphs of the running text: not the words of chapters, leaders of dots, nor centred lines of capitals ("QUYẾT ĐỊNH:")."""
    found, before = [], None
    for item in anatomy.items:
        titled = item.piece.is_capital or (before is not None and before.level in _CHAPTERS)
        centred = item.piece.paragraph.align == "center" and titled
        if item.level not in _CHAPTERS and not centred and _WORD.search(item.piece.text):
            found.append(item)
        before = item
    return found


def _plain(anatomy: Anatomy) -> list[Item]:
    """Running text whose letters the rule on căn cứ does not speak of."""
    return [item for item in running(anatomy) if item.level is not Level.BASIS]


def _justified(anatomy: Anatomy) -> Iterator[Fault]:
    for item in running(anatomy):
        paragraph = item.piece.paragraph
        if paragraph.align != "both" and item.piece.width > _WRAPS * paragraph.width and not item.is_heading:
            yield Fault(phrases.ALIGNED.get(paragraph.align, paragraph.align), item.piece)


def _sizes(anatomy: Anatomy) -> Iterator[Fault]:
    for item in _plain(anatomy):
        wrong = [run.look.size for run in item.piece.letters if not 13 <= run.look.size <= 14]
        if wrong:
            yield Fault(phrases.SIZE.format(size=f"{wrong[0]:g}"), item.piece)


def _one_size(anatomy: Anatomy) -> Iterator[Fault]:
    """Paragraphs in another of the two sizes than most."""
    usual = _usual_size(anatomy)
    for item in running(anatomy):
        for size in _allowed_sizes(item) - {usual}:
            yield Fault(
                phrases.SIZE.format(size=f"{size:g}"),
                item.piece,
                phrases.ONE_SIZE_ASKED.format(size=f"{usual:g}"),
            )


def _allowed_sizes(item: Item) -> set[float]:
    return {run.look.size for run in item.piece.letters} & _SIZES


@lru_cache(maxsize=1)
def _usual_size(anatomy: Anatomy) -> float:
    """The allowed size most paragraphs have."""
    sizes = [size for item in running(anatomy) for size in _allowed_sizes(item)]
    return max(sorted(_SIZES), key=sizes.count) if sizes else max(_SIZES)


def _as_usual(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    size = _usual_size(anatomy)
    return lettering.lettered(phrases.SIZE.format(size=f"{size:g}"), size=size)(fault, anatomy)


_UPRIGHT = lettering.lettered(phrases.UPRIGHT, italic=False)
_LIGHT = lettering.lettered(phrases.NOT_BOLD, bold=False)


def _first_line(anatomy: Anatomy) -> Iterator[Fault]:
    for item in running(anatomy):
        start = _start(item.piece.paragraph)
        allowed = start is None or any(abs(start - asked) <= _SLACK for asked in forming.INDENTS)
        deeper = item.level in _LISTED and start is not None and forming.INDENTS[0] <= start <= 45
        if not allowed and not deeper and item.piece.paragraph.align != "center":
            yield Fault(
                phrases.FIRST_LINE.format(found=f"{start:.1f}".rstrip("0").rstrip(".").replace(".", ",")),
                item.piece,
            )


def _start(paragraph: Paragraph) -> float | None:
    """Where the first letter or the automatic number stands; None when a tab in the text puts it elsewhere."""
    if paragraph.text.startswith("\t"):
        return None
    return paragraph.indent.left + paragraph.indent.first


def _gaps(anatomy: Anatomy) -> Iterator[Fault]:
    """Between paragraphs of the running text that follow each other."""
    body = {item.piece.paragraph.number: item for item in running(anatomy)}
    before: Paragraph | None = None
    for paragraph in anatomy.docx.paragraphs:
        item = body.get(paragraph.number)
        if item and before and before.number in body:
            gap = _between(before, paragraph)
            if gap < _GAP:
                yield Fault(phrases.GAP.format(gap=f"{gap:g}"), item.piece)
        before = paragraph


def _between(above: Paragraph, below: Paragraph) -> float:
    alike = above.style == below.style
    spaces = ((above.spacing, above.spacing.after), (below.spacing, below.spacing.before))
    return sum(space for spacing, space in spaces if not (alike and spacing.collapses))


def _line_gaps(anatomy: Anatomy) -> Iterator[Fault]:
    for item in running(anatomy):
        spacing = item.piece.paragraph.spacing
        size = max((run.look.size for run in item.piece.letters), default=14)
        multiple = spacing.line if spacing.rule == "auto" else spacing.line / (size * _NATURAL)
        if spacing.rule == "atLeast":
            multiple = max(multiple, 1)
        least = _SINGLE if spacing.rule == "auto" else 0.88
        if not least <= multiple <= _MOST:
            yield Fault(phrases.LINE_GAP.format(line=f"{multiple:.2g}".replace(".", ",")), item.piece)


def _slanted(anatomy: Anatomy) -> Iterator[Fault]:
    """Sentences in italics; notes in brackets and bold sub-headings are usage."""
    for item in _plain(anatomy):
        letters = item.piece.letters
        noted = item.piece.text.startswith(("(", "*", "[")) or all(run.look.bold for run in letters)
        if letters and all(run.look.italic for run in letters) and not noted and len(item.piece.text) > 40:
            yield Fault(phrases.WHOLE_ITALIC, item.piece)


def _heavy(anatomy: Anatomy) -> Iterator[Fault]:
    for item in _plain(anatomy):
        letters = item.piece.letters
        is_title = item.level in (Level.ROMAN, Level.ARTICLE) or item.is_heading
        if (
            letters
            and all(run.look.bold for run in letters)
            and len(item.piece.text) > _SENTENCE
            and not is_title
        ):
            yield Fault(phrases.WHOLE_BOLD, item.piece)


# ---------------------------------------------------------------- căn cứ


def _basis_ends(anatomy: Anatomy) -> Iterator[Fault]:
    pieces = anatomy.of(Part.BASIS)
    for place, piece in enumerate(pieces):
        ends = (".", ",", ":") if place == len(pieces) - 1 else (";",)
        if not piece.text.endswith(ends[0]) and not (
            len(ends) > 1 and len(pieces) == 1 and piece.text.endswith(ends)
        ):
            yield Fault(phrases.OTHERWISE.format(text="… " + piece.text[-30:]), piece)


def _basis_ended(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    piece = lettering.piece_of(fault)
    return (
        typing.ended(piece, "." if piece is anatomy.of(Part.BASIS)[-1] else ";", anatomy) if piece else None
    )


def _basis_laws(anatomy: Anatomy) -> Iterable[Fault]:
    for piece in anatomy.of(Part.BASIS):
        if phrases.LAW_NUMBERED.search(piece.text):
            yield Fault(phrases.OTHERWISE.format(text=piece.text[:60]), piece)


# ---------------------------------------------------------------- the end, and annexes


def _ends(anatomy: Anatomy) -> list[Piece]:
    pieces = [*(item.piece for item in anatomy.items), *_table_ends(anatomy)]
    return [piece for piece in pieces if phrases.END_MARK in piece.text]


def _table_ends(anatomy: Anatomy) -> Iterator[Piece]:
    """Cells of the document's own tables, before its annexes."""
    behind = min((annex.label.paragraph.number for annex in anatomy.annexes), default=10**9)
    yield from (piece for piece in anatomy.cells if piece.paragraph.number < behind)


def _no_end(anatomy: Anatomy) -> Iterator[Fault]:
    if anatomy.is_full and anatomy.items and not _ends(anatomy):
        yield Fault(phrases.NO_END_MARK, anatomy.items[-1].piece)


def _many_ends(anatomy: Anatomy) -> Iterator[Fault]:
    found = _ends(anatomy)
    count = sum(piece.text.count(phrases.END_MARK) for piece in found)
    if anatomy.is_full and count > 1:
        yield Fault(phrases.MANY_END_MARKS.format(count=count), found[0])


def _annex_unmentioned(anatomy: Anatomy) -> Iterator[Fault]:
    if not anatomy.is_document or not anatomy.annexes:
        return
    if not any(
        fold(phrases.ANNEX) in piece.key
        for piece in [*(item.piece for item in anatomy.items), *_table_ends(anatomy)]
    ):
        yield Fault(phrases.ANNEX_UNMENTIONED, whole(anatomy.annexes[0].label.paragraph))


_LOOK = main("6", "e")
RULES = (
    Rule("body.align", Part.BODY, _LOOK, phrases.JUSTIFIED_ASKED, _justified, mend=forming.aligned("both")),
    Rule("body.size", Part.BODY, _LOOK, phrases.BODY_SIZE_ASKED, _sizes, mend=_as_usual),
    Rule("body.one_size", Part.BODY, _LOOK, phrases.BODY_SIZE_ASKED, _one_size, Severity.MEND, _as_usual),
    Rule("body.first_line", Part.BODY, _LOOK, phrases.FIRST_LINE_ASKED, _first_line, mend=forming.indented),
    Rule("body.gap", Part.BODY, _LOOK, phrases.GAP_ASKED, _gaps, mend=forming.spaced),
    Rule("body.line_gap", Part.BODY, _LOOK, phrases.LINE_GAP_ASKED, _line_gaps, mend=forming.lined),
    Rule("body.slant", Part.BODY, _LOOK, phrases.BODY_LOOK_ASKED, _slanted, Severity.MEND, _UPRIGHT),
    Rule("body.bold", Part.BODY, main("6", "dd"), phrases.BODY_LOOK_ASKED, _heavy, Severity.MEND, _LIGHT),
    Rule("basis.ends", Part.BASIS, main("6", "a"), phrases.BASIS_END_ASKED, _basis_ends, mend=_basis_ended),
    Rule("basis.law", Part.BASIS, main("6", "a"), phrases.BASIS_LAW_ASKED, _basis_laws, Severity.MEND),
    Rule("body.end", Part.BODY, FORMS, phrases.END_MARK_ASKED, _no_end, Severity.MEND, typing.end_marked),
    Rule("body.ends", Part.BODY, FORMS, phrases.END_MARK_ONCE, _many_ends, Severity.MEND, typing.others_unmarked),
    Rule("annex.mention", Part.ANNEX, others("1", "a"), phrases.ANNEX_MENTION_ASKED, _annex_unmentioned),
)  # fmt: skip
