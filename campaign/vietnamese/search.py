"""The search key: text without case, marks or the many shapes of one apostrophe or dash."""

import re
import unicodedata

from campaign.vietnamese.text import without_invisible

_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_HYPHENS = re.compile(r"\s*-[\s-]*")
_PLAIN = str.maketrans(
    {"đ": "d", "\u00ad": None}
    | dict.fromkeys("\u2018\u2019\u201b\u02bc\u02b9\u02bb\u2032\u0060\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u2033", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)


def fold(text: str) -> str:
    """The search key: no case, no marks, đ as d, one apostrophe, one hyphen without blanks round it, single spaces.

    Equal for NFC and NFD and for hòa/hoà, ủy/uỷ, Đắk/Đăk/Dak; folding twice changes nothing.
    """
    text = unicodedata.normalize("NFD", without_invisible(text)).casefold()
    text = _MARKS.sub("", unicodedata.normalize("NFD", text)).translate(_PLAIN)
    return " ".join(_HYPHENS.sub("-", text).split())


def matches(query: str, text: str) -> bool:
    """Whether every word of the query, in any order and even half typed, stands in the text; an empty query does."""
    folded = fold(text)
    return all(word.strip("-") in folded for word in fold(query).split())
