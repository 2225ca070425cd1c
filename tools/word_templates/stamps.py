"""The stamps of a document: urgency under its number, circulation in the top margin of its first page."""

from campaign.glossary import Urgency
from tools.word_templates.kit import box, p, row, row_tag, table, when
from tools.word_templates.looks import CELL_LEFT, CELL_RIGHT

HEAD_WIDTHS = (CELL_LEFT, CELL_RIGHT)
# LibreOffice sets an empty line over a table that opens a document with footnotes; a paragraph of one point forestalls it.
START = p("DauTrang")
# Cell 10b: sizes in mm of the stamps of urgency (D30 Phụ lục I III.2.b).
_STAMPS = ((Urgency.EXPRESS, 30), (Urgency.VERY_URGENT, 40), (Urgency.URGENT, 20))
_RED = "FF0000"
_CIRCULATION_WIDTH = 56


def urgency() -> list[str]:
    """Cell 10b, under number and subject at the left edge: rows for the red stamp, none where there is none."""
    rows = []
    for place, (level, width) in enumerate(_STAMPS):
        stamp = p("TruocDau") + box("DauKhan", "{{ urgency }}", width, color=_RED) + START
        rows += [
            row_tag(HEAD_WIDTHS, f'{"elif" if place else "if"} urgency == "{level.label.upper()}"'),
            row(HEAD_WIDTHS, [stamp, START]),
        ]
    return [*rows, row_tag(HEAD_WIDTHS, "endif")]


def circulation() -> str:
    """Cell 11, in the top margin of the first page, over the nation's name (D30 Phụ lục I mục IV)."""
    stamp = box("LuuHanh", "{{ circulation }}", _CIRCULATION_WIDTH, align="center") + START
    return when("circulation", table(HEAD_WIDTHS, [row(HEAD_WIDTHS, [START, stamp])])) + START
