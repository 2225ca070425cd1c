"""Remedies of paragraphs: alignment, indents, spacing, and the rows they stand in."""

from functools import lru_cache

from campaign.checking.phrases import Part
from campaign.checking.rules import phrases
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.changes import Beside, Form, Remedy
from campaign.checking.rules.docx import Paragraph
from campaign.checking.rules.findings import Fault, Mend
from campaign.checking.rules.mending.lettering import letters_of, piece_of

INDENTS = (10.0, 12.7)
GAP = 6.0
SINGLE, MOST = 1.0, 1.5


def aligned(align: str) -> Mend:
    """Set to one side, the middle or both; the middle is that of the room, without indents."""

    def mend(fault: Fault, _anatomy: Anatomy) -> Remedy | None:
        piece = piece_of(fault)
        return Remedy((form_aligned(piece.paragraph, align),), phrases.ALIGNED[align]) if piece else None

    return mend


def form_aligned(paragraph: Paragraph, align: str) -> Form:
    """A paragraph set so; in the middle it keeps no indents."""
    indented = align == "center" and not paragraph.label and (paragraph.indent.left or paragraph.indent.first)
    return Form(paragraph.place, align=align, left=0 if indented else None, first=0 if indented else None)


def indented(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """The first letter, or the number hanging before it, where most paragraphs have it."""
    piece = piece_of(fault)
    if piece is None:
        return None
    start = _usual_start(anatomy)
    hanging = min(piece.paragraph.indent.first, 0)
    form = Form(piece.paragraph.place, left=start - hanging if hanging else 0, first=hanging or start)
    return Remedy((form,), phrases.FIRST_LINE.format(found=f"{start:g}".replace(".", ",")))


@lru_cache(maxsize=1)
def _usual_start(anatomy: Anatomy) -> float:
    starts = [item.piece.paragraph.indent.left + item.piece.paragraph.indent.first for item in anatomy.items]
    return max(INDENTS, key=lambda asked: sum(abs(start - asked) < 1 for start in starts))


def spaced(fault: Fault, _anatomy: Anatomy) -> Remedy | None:
    """Set off from the paragraph above."""
    piece = piece_of(fault)
    return (
        Remedy((Form(piece.paragraph.place, before=GAP),), phrases.GAP.format(gap=f"{GAP:g}"))
        if piece
        else None
    )


def lined(fault: Fault, _anatomy: Anatomy) -> Remedy | None:
    """The nearest line spacing that is allowed."""
    piece = piece_of(fault)
    if piece is None:
        return None
    spacing = piece.paragraph.spacing
    size = max((run.look.size for run in piece.letters), default=14)
    wide = spacing.line > MOST if spacing.rule == "auto" else spacing.line > MOST * size
    line = MOST if wide else SINGLE
    told = phrases.LINE_GAP.format(line=f"{line:g}".replace(".", ","))
    return Remedy((Form(piece.paragraph.place, line=line),), told)


def single_spaced(_fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """Nothing between Quốc hiệu and Tiêu ngữ."""
    nation, motto = anatomy.first(Part.NATION), anatomy.first(Part.MOTTO)
    if nation is None or motto is None:
        return None
    return Remedy(
        (
            Form(nation.paragraph.place, after=0, line=SINGLE),
            Form(motto.paragraph.place, before=0, line=SINGLE),
        ),
        phrases.SPACED.format(gap="0"),
    )


def about_set_off(_fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """Six points between the number and the subject of a letter."""
    number, about = anatomy.first(Part.NUMBER), anatomy.first(Part.ABOUT)
    if number is None or about is None:
        return None
    changes = (Form(number.paragraph.place, after=0), Form(about.paragraph.place, before=GAP))
    return Remedy(changes, phrases.ABOUT_GAP.format(gap=f"{GAP:g}"))


def unhung(fault: Fault, _anatomy: Anatomy) -> Remedy | None:
    """A line that has its dash, brought to the left edge of its cell."""
    piece = piece_of(fault)
    if piece is None or not piece.numbered.startswith("-"):
        return None
    hanging = min(piece.paragraph.indent.first, 0)
    return Remedy((Form(piece.paragraph.place, left=-hanging, first=hanging),))


def level_with(part: Part, other: Part) -> Mend:
    """A component moved into the row of another, within their table."""

    def mend(_fault: Fault, anatomy: Anatomy) -> Remedy | None:
        moved, kept = anatomy.first(part), anatomy.first(other)
        if moved is None or kept is None:
            return None
        return Remedy((Beside(moved.paragraph.place, kept.paragraph.place),))

    return mend


def titled(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """ "Chương I" in small bold letters in the middle, the title under it in bold capitals."""
    piece = piece_of(fault)
    if piece is None:
        return None
    word = next((item for item in anatomy.items if item.piece is piece), None)
    is_word = word is not None and word.level.name in ("PART", "CHAPTER", "SECTION", "SUBSECTION")
    if is_word and piece.is_capital and not any(run.look.caps for run in piece.runs):
        return None  # typed in capitals: its number may be Roman, its title may name people
    return Remedy(
        (
            form_aligned(piece.paragraph, "center"),
            letters_of(piece, bold=True, caps=not is_word),
        ),
        phrases.CHAPTER_ASKED,
    )
