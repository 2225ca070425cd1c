"""Which level of a document's outline a line of its body is, by the mark it begins with (D30 Phụ lục I II.6.đ)."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from campaign.checking.rules import phrases
from campaign.checking.rules.pieces import Piece


class Level(Enum):
    """Levels from the highest down; TEXT has no mark."""

    PART = auto()
    CHAPTER = auto()
    SECTION = auto()
    SUBSECTION = auto()
    ARTICLE = auto()
    ROMAN = auto()
    CLAUSE = auto()
    POINT = auto()
    DASH = auto()
    BASIS = auto()
    TEXT = auto()


@dataclass(frozen=True)
class Item:
    """A paragraph of the body. `mark` is what its number says: "II", "3", "1.2", "đ"; `sign` how it is closed: ".", ")"."""

    piece: Piece
    level: Level
    mark: str = ""
    sign: str = ""

    @property
    def is_heading(self) -> bool:
        """Is it a title on a line of its own: short, not ended as a sentence?"""
        text = self.piece.text
        return (
            self.level is not Level.TEXT
            and self.level is not Level.DASH
            and len(text) <= 160
            and not text.endswith((".", ";", "!", "?"))
        )


_WORDED = tuple(
    (level, re.compile(rf"{words} (?P<mark>\w+)", re.IGNORECASE))
    for level, words in zip(
        (Level.PART, Level.CHAPTER, Level.SUBSECTION, Level.SECTION), phrases.LEVEL_WORDS, strict=True
    )
)
_ARTICLE = re.compile(rf"{phrases.ARTICLE_WORD} (?P<mark>\d+)(?P<sign>[.:)]?)(?=\s|$)")
_ROMAN = re.compile(r"(?P<mark>[IVX]+)(?P<sign>[./)]|-(?=\s)) ?(?=\S)")
_CLAUSE = re.compile(r"(?P<mark>(?:0?[1-9]\d?)(?:\.[1-9]\d?)*)(?P<sign>[./)-]+)\s")
_DECIMAL = re.compile(r"(?P<mark>[1-9]\d?(?:\.[1-9]\d?)+)(?P<sign>)\s(?=\D)")
_POINT = re.compile(rf"(?P<mark>[{phrases.LIST_LETTERS}]{{1,2}})(?P<sign>[.)/-]+)\s")
_MARKED = (
    (Level.ARTICLE, _ARTICLE),
    (Level.ROMAN, _ROMAN),
    (Level.CLAUSE, _CLAUSE),
    (Level.CLAUSE, _DECIMAL),
    (Level.POINT, _POINT),
)
_DASH = re.compile(r"[-\u2013\u2014+*\u2022\u25aa\u27a2]\s?")


def item_of(piece: Piece, *, basis: bool = False) -> Item:
    """The level of a paragraph; `basis`: it stands in the list of căn cứ."""
    text = piece.numbered
    if basis:
        return Item(piece, Level.BASIS)
    for level, pattern in _WORDED:
        if found := pattern.fullmatch(text.rstrip(".: ")):
            return Item(piece, level, found["mark"])
    for level, pattern in _MARKED:
        if found := pattern.match(text):
            return Item(piece, level, found["mark"], found["sign"])
    return Item(piece, Level.DASH if _DASH.match(text) else Level.TEXT)
