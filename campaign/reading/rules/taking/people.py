"""A delegate as a document lists one: a position or a quota, with the number of heads it names."""

import re

from campaign.documents.phrases import COUNTED
from campaign.reading.rules.taking import phrases
from campaign.reading.rules.text import plain, squeeze
from campaign.vietnamese import capitalise_first, fold

_FIRST = re.compile(phrases.HEADCOUNT_FIRST)
_LAST = re.compile(phrases.HEADCOUNT_LAST)


def read_delegate(text: str) -> tuple[str, int | None]:
    """Title and heads: "30 đoàn viên các xã" and "Lãnh đạo Công an (02 đại biểu)" have a number, most have none."""
    bare = squeeze(text).strip(" .;,")
    first = _FIRST.match(plain(bare))
    if first and int(first["count"]):
        title = capitalise_first(bare[first.start("title") :])
        if any(fold(title).startswith(fold(counted)) for counted in COUNTED):
            return title, int(first["count"])
    last = _LAST.match(plain(bare))
    if last and int(last["count"]):
        return capitalise_first(bare[: last.end("title")]), int(last["count"])
    return capitalise_first(bare), None
