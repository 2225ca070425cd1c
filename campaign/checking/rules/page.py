"""Paper, margins, page numbers (D30 Phụ lục I, Mục I) and the letters of the whole file."""

import re
from collections.abc import Callable, Iterable, Iterator

from campaign.checking.phrases import Part, Severity, general, others
from campaign.checking.rules import phrases
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.docx import PageNumber, Run, Section
from campaign.checking.rules.findings import Fault, Mend, Rule
from campaign.checking.rules.mending import lettering, paging, typing
from campaign.checking.rules.pieces import Piece, whole

_A4 = paging.A4
_MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
_SLACK = 0.5  # mm lost between centimetres, inches and twips
_FONT = lettering.FONT
_OLD_FONT = re.compile(r"\.Vn|VNI-|VN[IU]?[ _-]", re.IGNORECASE)
_DARKEST = 0x22  # a grey this dark is printed black
_RED_STAMPS = 3


def _paper(anatomy: Anatomy) -> Iterator[Fault]:
    for section in anatomy.docx.sections:
        sides = sorted((section.width, section.height))
        if any(abs(side - asked) > 1 for side, asked in zip(sides, _A4, strict=True)):
            yield Fault(phrases.PAPER.format(width=round(section.width), height=round(section.height)))


def _landscape(anatomy: Anatomy) -> Iterator[Fault]:
    """A page on its side without a table on it."""
    tabled = {
        paragraph.section for paragraph in anatomy.docx.paragraphs if paragraph.cell and paragraph.cell.ruled
    }
    for place, section in enumerate(anatomy.docx.sections):
        if section.width > section.height and place not in tabled:
            yield Fault(phrases.LANDSCAPE)


def _margin(side: str) -> Callable[[Anatomy], Iterator[Fault]]:
    low, high = _MARGINS[side]
    at = _lying(side)

    def faults(anatomy: Anatomy) -> Iterator[Fault]:
        for section in anatomy.docx.sections:
            found = getattr(section.margins, at(section))
            if not _fits_as_turned(section) and not low - _SLACK <= found <= high + _SLACK:
                yield Fault(phrases.MARGIN.format(side=phrases.SIDES[side], found=f"{found:.0f}"))

    return faults


def _fits_as_turned(section: Section) -> bool:
    """Has a page on its side the margins of an upright one, edge by edge? The decree does not say which edge is bound."""
    return section.width > section.height and all(
        low - _SLACK <= getattr(section.margins, side) <= high + _SLACK
        for side, (low, high) in _MARGINS.items()
    )


def _lying(side: str) -> Callable[[Section], str]:
    """Where that side of an upright page lies in a section: on its side, its top is the upright page's left."""
    turned = {"left": "top", "right": "bottom", "top": "right", "bottom": "left"}[side]
    return lambda section: turned if section.width > section.height else side


def _numbers(anatomy: Anatomy) -> list[tuple[Section, PageNumber]]:
    return [(section, number) for section in anatomy.docx.sections for number in section.numbers]


def _no_numbers(anatomy: Anatomy) -> Iterator[Fault]:
    if not any(not number.first for _, number in _numbers(anatomy)):
        yield Fault(phrases.NO_NUMBERS)


def _numbers_below(anatomy: Anatomy) -> Iterator[Fault]:
    if any(not number.in_header for _, number in _numbers(anatomy)):
        yield Fault(phrases.NUMBERS_BELOW)


def _number_on_first(anatomy: Anatomy) -> Iterator[Fault]:
    first = anatomy.docx.sections[0]
    shown = [number for number in first.numbers if number.first == first.differs]
    if shown:
        yield Fault(phrases.NUMBER_ON_FIRST)


def _number_align(anatomy: Anatomy) -> Iterator[Fault]:
    for align in {number.align for _, number in _numbers(anatomy) if not number.first} - {"center"}:
        yield Fault(phrases.ALIGNED.get(align, align))


def _number_size(anatomy: Anatomy) -> Iterator[Fault]:
    for size in {number.look.size for _, number in _numbers(anatomy) if not 13 <= number.look.size <= 14}:
        yield Fault(phrases.SIZE.format(size=f"{size:g}"))


def _number_slant(anatomy: Anatomy) -> Iterator[Fault]:
    if any(number.look.italic for _, number in _numbers(anatomy)):
        yield Fault(phrases.ITALIC)


def _number_font(anatomy: Anatomy) -> Iterator[Fault]:
    for font in {number.look.font for _, number in _numbers(anatomy)} - {_FONT}:
        yield Fault(phrases.FONT.format(font=font))


def _number_format(anatomy: Anatomy) -> Iterator[Fault]:
    if any(section.number_format != "decimal" for section, _ in _numbers(anatomy)):
        yield Fault(phrases.NUMBER_FORMAT)


def _number_start(anatomy: Anatomy) -> Iterator[Fault]:
    start = anatomy.docx.sections[0].start
    if start not in (None, 1) and anatomy.docx.sections[0].numbers:
        yield Fault(phrases.NUMBER_STARTS.format(start=start))


def _annex_restarts(anatomy: Anatomy) -> Iterator[Fault]:
    """An annex behind its document begins a section that counts its pages from 1."""
    if not anatomy.is_document:
        return
    for annex in anatomy.annexes:
        place = annex.label.paragraph.section
        restarts = place > 0 and anatomy.docx.sections[place].start == 1
        if not restarts:
            yield Fault(phrases.NUMBERS_GO_ON, annex.label)


# ---------------------------------------------------------------- letters of the whole file


def _letters(anatomy: Anatomy) -> Iterator[tuple[Piece, Run]]:
    for paragraph in anatomy.docx.paragraphs:
        for run in whole(paragraph).letters:
            yield whole(paragraph), run


def _fonts(anatomy: Anatomy) -> Iterator[Fault]:
    for piece, run in _letters(anatomy):
        if run.look.font != _FONT:
            words = phrases.OLD_FONT if _OLD_FONT.match(run.look.font) else phrases.FONT
            yield Fault(words.format(font=run.look.font), piece)


def _colors(anatomy: Anatomy) -> Iterator[Fault]:
    for piece, run in _letters(anatomy):
        if not _is_black(run.look.color) and piece.text.upper() not in phrases.STAMPS:
            yield Fault(phrases.COLOR.format(color=run.look.color), piece)


def _is_black(color: str) -> bool:
    if not color:
        return True
    return bool(re.fullmatch(r"[0-9A-F]{6}", color)) and all(
        int(color[place : place + 2], 16) <= _DARKEST for place in (0, 2, 4)
    )


def _underlines(anatomy: Anatomy) -> Iterator[Fault]:
    for piece, run in _letters(anatomy):
        if run.look.underline and "@" not in run.text and "://" not in run.text and "www." not in run.text:
            yield Fault(phrases.UNDERLINED, piece)


def _apart(anatomy: Anatomy) -> Iterable[Fault]:
    return (
        Fault(phrases.APART, paragraph)
        for paragraph in anatomy.docx.paragraphs
        if paragraph.number in anatomy.docx.decomposed
    )


def _tracked(anatomy: Anatomy) -> Iterator[Fault]:
    if anatomy.docx.changes:
        yield Fault(phrases.TRACKED.format(count=anatomy.docx.changes))


def _margin_rules() -> Iterator[Rule]:
    for side, (low, high) in _MARGINS.items():
        asked = phrases.MARGIN_ASKED.format(side=phrases.SIDES[side], low=low, high=high)
        mend = paging.margin(_lying(side), low, high, _fits_as_turned)
        yield Rule(f"page.{side}", Part.PAGE, general("3"), asked, _margin(side), mend=mend)


def _numbering(
    code: str, asked: str, faults: Callable[[Anatomy], Iterable[Fault]], mend: Mend, **more: Severity
) -> Rule:
    return Rule(f"page_number.{code}", Part.PAGE_NUMBER, general("7"), asked, faults, mend=mend, **more)


ALWAYS = (
    Rule("page.paper", Part.PAGE, general("1"), phrases.A4, _paper, mend=paging.a4),
    Rule("page.landscape", Part.PAGE, general("2"), phrases.PORTRAIT, _landscape),
    *_margin_rules(),
    Rule("letters.font", Part.LETTERS, general("4"), phrases.FONT_ASKED, _fonts, mend=lettering.refonted),
    Rule("letters.color", Part.LETTERS, general("4"), phrases.BLACK, _colors, mend=lettering.blackened),
    Rule(
        "letters.underline",
        Part.LETTERS,
        general("5"),
        phrases.NOT_UNDERLINED,
        _underlines,
        Severity.MEND,
        mend=lettering.lettered("", underline=False),
    ),
    Rule(
        "letters.apart",
        Part.LETTERS,
        general("4"),
        phrases.TOGETHER,
        _apart,
        Severity.MEND,
        mend=typing.composed,
    ),
)
NUMBERS = (
    _numbering("missing", phrases.NUMBERS_ASKED, _no_numbers, paging.NUMBERED, severity=Severity.MEND),
    _numbering("below", phrases.NUMBERS_ABOVE, _numbers_below, paging.NUMBERED),
    _numbering("first", phrases.NO_NUMBER_ON_FIRST, _number_on_first, paging.UNNUMBERED),
    _numbering("align", phrases.ALIGNED["center"], _number_align, paging.CENTRED),
    _numbering("size", phrases.SIZES.format(sizes="13 - 14"), _number_size, paging.SIZED),
    _numbering("slant", phrases.UPRIGHT, _number_slant, paging.UPRIGHT),
    _numbering("font", phrases.FONT_ASKED, _number_font, paging.REFONTED),
    _numbering("format", phrases.ARABIC, _number_format, paging.counted(decimal=True)),
    _numbering("start", phrases.STARTS_AT_1, _number_start, paging.counted(anew=True)),
    Rule(
        "page_number.annex",
        Part.PAGE_NUMBER,
        others("1", "dd"),
        phrases.NUMBERS_RESTART,
        _annex_restarts,
        mend=paging.set_apart,
    ),
    Rule("letters.tracked", Part.WORDS, general("5"), phrases.TRACKED_ASKED, _tracked, Severity.MEND),
)
