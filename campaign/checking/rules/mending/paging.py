"""Remedies of paper, margins and page numbers."""

from collections.abc import Callable

from campaign.checking.rules import phrases
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.changes import (
    Apart,
    Change,
    Count,
    FirstUnnumbered,
    Margin,
    NumberLook,
    NumbersAbove,
    Paper,
    Remedy,
)
from campaign.checking.rules.docx import Section
from campaign.checking.rules.findings import Fault, Mend
from campaign.checking.rules.mending.lettering import FONT, piece_of

A4 = (210.0, 297.0)


def always(*changes: Change) -> Mend:
    """The same whatever the file."""
    return lambda _fault, _anatomy: Remedy(changes)


def a4(_fault: Fault, anatomy: Anatomy) -> Remedy:
    """Every section on A4, turned as it is."""
    return Remedy(
        tuple(
            Paper(place, *(reversed(A4) if section.width > section.height else A4))
            for place, section in enumerate(anatomy.docx.sections)
            if sorted((round(section.width), round(section.height))) != list(A4)
        )
    )


def margin(
    turned: Callable[[Section], str], low: float, high: float, right: Callable[[Section], bool]
) -> Mend:
    """The nearest margin that is allowed, where a section is not `right`; `turned` names the side of its page."""

    def mend(_fault: Fault, anatomy: Anatomy) -> Remedy:
        changes = []
        for place, section in enumerate(anatomy.docx.sections):
            side = turned(section)
            found = getattr(section.margins, side)
            if not right(section) and not low <= found <= high:
                changes.append(Margin(place, side, low if found < low else high))
        told = phrases.MARGIN_SET.format(size=f"{changes[0].size:g}") if changes else ""
        return Remedy(tuple(changes), told)

    return mend


def counted(*, anew: bool = False, decimal: bool = False) -> Mend:
    """Pages counted from 1, in Arabic figures."""

    def mend(_fault: Fault, anatomy: Anatomy) -> Remedy:
        places = range(len(anatomy.docx.sections)) if decimal else (0,)
        return Remedy(tuple(Count(place, anew=anew, decimal=decimal) for place in places))

    return mend


def set_apart(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """An annex in a section of its own that counts from 1."""
    label = piece_of(fault)
    if label is None or label.paragraph.cell is not None:
        return None
    section, place = label.paragraph.section, label.paragraph.place
    above = (each for each in anatomy.docx.paragraphs[:place] if each.section == section)
    begins = section > 0 and not any(each.number for each in above)
    return Remedy((Count(section, anew=True) if begins else Apart(place),))


NUMBERED = always(NumbersAbove())
UNNUMBERED = always(FirstUnnumbered())
CENTRED = always(NumberLook(align="center"))
SIZED = always(NumberLook(size=14))
UPRIGHT = always(NumberLook(italic=False))
REFONTED = always(NumberLook(font=FONT))
