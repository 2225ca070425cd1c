"""How wide words of any weight are in Times New Roman: bold letters by the papers' own table, regular ones by this.

A Vietnamese letter is as wide as the Latin one under its marks.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from campaign.checking.rules import phrases
from campaign.checking.rules.docx import Run
from campaign.documents.rules.widths import MM_PER_POINT
from campaign.documents.rules.widths import width as width_of_bold

# Advance widths in thousandths of the size.
_ADVANCES = {
    180: "'",
    250: " .,\u00a0",
    278: "ijlt:;/",
    333: "If-()r",
    389: "Js",
    444: "acez“”",
    500: "bdghknopquvxy0123456789_",
    556: "PS",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYw",
    778: "m",
    889: "M",
    944: "W",
}
_REGULAR = {letter: advance for advance, letters in _ADVANCES.items() for letter in letters} | {"F": 556}
_USUAL = 500


def width(runs: Iterable[Run]) -> float:
    """Millimetres of the words on one line."""
    return sum(
        _width(run.text.upper() if run.look.caps else run.text, run.look.bold, run.look.size) for run in runs
    )


@lru_cache(maxsize=512)
def _width(text: str, bold: bool, points: float) -> float:
    if bold:
        return width_of_bold(text, points)
    plain = unicodedata.normalize("NFD", text.translate(phrases.PLAIN_D))
    thousandths = sum(_REGULAR.get(sign, _USUAL) for sign in plain if not unicodedata.combining(sign))
    return thousandths / 1000 * points * MM_PER_POINT
