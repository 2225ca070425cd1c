"""The years a file speaks of, to know which days off to ask for."""

import re
from collections.abc import Iterable

from campaign.checking.rules.docx import Docx

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MOST = 30  # a plan speaks of a few; a list of laws of many


def years_of(files: Iterable[Docx]) -> list[int]:
    """The years named in any of the files, in order; of very many the latest."""
    texts = (paragraph.text for docx in files for paragraph in docx.paragraphs)
    return sorted({int(year) for text in texts for year in _YEAR.findall(text)})[-_MOST:]
