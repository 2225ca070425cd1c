"""Vietnamese alphabetical order, for words and for the names of people."""

import re
import unicodedata

from campaign.vietnamese.search import fold
from campaign.vietnamese.text import clean

Letters = tuple[str, ...]
Tones = tuple[tuple[int, ...], ...]
SortKey = tuple[Letters, Tones, str]
NameKey = tuple[Letters, Tones, Letters, Tones, str]

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(rank) for rank, letter in enumerate(_ALPHABET)}
# huyền, hỏi, ngã, sắc, nặng; a word without any (ngang) has the empty tuple, which comes first
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_WITHOUT_TONES = str.maketrans(dict.fromkeys(_TONES))
_PIECES = re.compile(r"[0-9]+|.", re.DOTALL)


def collation_key(text: str) -> SortKey:
    """Sort key: all letters first (a ă â b c d đ …), then tones (ngang huyền hỏi ngã sắc nặng), then small before capital.

    Blanks and signs come before numbers, numbers before letters, and a number by its value (Tổ 2 before Tổ 10).
    The order of ICU's `vi`, but hòa and hoà are one word.
    """
    letters, tones = _levels(text)
    return letters, tones, clean(text).swapcase()


def name_key(full_name: str) -> NameKey:
    """Sort key of a person's name: the last word (tên) first, then family and middle names.

    For names of another build (Y Bhim Kển) hand in the name to sort by instead.
    """
    *rest, last = clean(full_name).split() or [""]
    before = " ".join(rest)
    return *_levels(last), *_levels(before), clean(full_name).swapcase()


def _levels(text: str) -> tuple[Letters, Tones]:
    marked = unicodedata.normalize("NFD", clean(text).lower())
    toneless = unicodedata.normalize("NFC", marked.translate(_WITHOUT_TONES))
    # A tone belongs to its syllable, not to the vowel it is printed on: old and new spelling compare equal.
    tones = tuple(tuple(_TONES[mark] for mark in word if mark in _TONES) for word in marked.split())
    return tuple(rank for piece in _PIECES.findall(toneless) for rank in _ranks(piece)), tones


def _ranks(piece: str) -> list[str]:
    """Sortable weights of one character or run of digits: blank, sign, number, letter, foreign script."""
    if piece == " ":
        return ["0"]
    if piece[0] in "0123456789":
        value = piece.lstrip("0")
        return [f"2{len(value):06}{value}"]
    plain = piece if piece in _RANK else fold(piece)
    return [_rank(character) for character in plain]


def _rank(character: str) -> str:
    if character in _RANK:
        return "3" + _RANK[character]
    return ("4" if character.isalnum() else "1") + character
