"""Order and form of the numbers in a body: phần to điểm (D30 Phụ lục I II.6.đ and the table of V)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from campaign.checking.phrases import Part, Severity, main
from campaign.checking.rules import phrases
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.changes import Change, Letters, Remedy, Words
from campaign.checking.rules.findings import Fault, Rule
from campaign.checking.rules.levels import Item, Level, item_of
from campaign.checking.rules.mending import forming, lettering, typing
from campaign.vietnamese import letter, letter_value, roman, roman_value

_HIGHER = {Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION, Level.ARTICLE}
_CHAPTERS = (Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION)
_RIGHT_SIGNS = {Level.ROMAN: ".", Level.CLAUSE: ".", Level.POINT: ")"}


def sequences(anatomy: Anatomy) -> list[tuple[Item, ...]]:
    """Bodies that count for themselves: the document's, and each annex's as far as it is outside tables."""
    return [anatomy.items, *_annex_items(anatomy)]


def _annex_items(anatomy: Anatomy) -> Iterator[tuple[Item, ...]]:
    for annex in anatomy.annexes:
        yield tuple(item_of(piece) for piece in annex.content if piece.paragraph.cell is None)


@dataclass
class _Counters:
    """How far each level has counted; the last clause stays known, for papers that count clauses through."""

    roman: int = 0
    clauses: dict[str, int] = field(default_factory=dict)
    article: int = 0
    point: int = 0
    last_clause: int = 0


def _orders(anatomy: Anatomy) -> Iterator[Fault]:
    for items in sequences(anatomy):
        yield from _order(items)


def _order(items: tuple[Item, ...]) -> Iterator[Fault]:
    """Romans, articles and clauses that do not follow the one before."""
    counted = _Counters()
    for item in items:
        if item.level is Level.PART:
            counted = _Counters(article=counted.article)
        elif item.level is Level.ROMAN:
            yield from _roman(item, counted)
        elif item.level is Level.ARTICLE:
            counted.article += 1
            yield from _follows(item, str(counted.article), str(counted.article - 1))
            counted.article, counted.clauses, counted.last_clause = int(item.mark), {}, 0
        elif item.level in _HIGHER:
            counted.clauses = {}
        elif item.level is Level.CLAUSE:
            yield from _clause(item, counted)


def _roman(item: Item, counted: _Counters) -> Iterator[Fault]:
    try:
        value = roman_value(item.mark)
    except ValueError:
        return
    yield from _follows(item, roman(counted.roman + 1), roman(counted.roman) if counted.roman else "")
    counted.roman, counted.clauses = value, {}


def _clause(item: Item, counted: _Counters) -> Iterator[Fault]:
    """The last number follows within its parent; a first clause may also go on from the section before."""
    parent, _, last = item.mark.rpartition(".")
    value = int(last)
    known = counted.clauses.get(parent, 0)
    goes_on = not parent and not known and value == counted.last_clause + 1
    if not goes_on:
        prefix = f"{parent}." if parent else ""
        yield from _follows(item, f"{prefix}{known + 1}", f"{prefix}{known}" if known else "")
    counted.clauses[parent] = value
    if not parent:
        counted.last_clause = value
        counted.clauses = {"": value}


def _follows(item: Item, wanted: str, before: str) -> Iterator[Fault]:
    found = item.mark.lstrip("0")
    if found != wanted:
        told = (
            phrases.ORDER.format(found=item.mark, before=before)
            if before
            else phrases.FIRST_ORDER.format(found=item.mark)
        )
        yield Fault(told, item.piece, phrases.ORDER_ASKED.format(wanted=wanted))


def _points(anatomy: Anatomy) -> Iterator[Fault]:
    """Letters of điểm follow the Vietnamese alphabet."""
    for items in sequences(anatomy):
        before = ""
        for item in items:
            if item.level in (Level.ROMAN, Level.CLAUSE) or item.level in _HIGHER:
                before = ""
            elif item.level is Level.POINT:
                wanted = letter(letter_value(before) + 1) if _is_letter(before) else letter(1)
                if item.mark != wanted:
                    told = (
                        phrases.ORDER.format(found=item.mark, before=before)
                        if before
                        else phrases.FIRST_ORDER.format(found=item.mark)
                    )
                    yield Fault(told, item.piece, phrases.LETTER_ORDER_ASKED.format(wanted=wanted))
                before = item.mark if _is_letter(item.mark) else wanted


def _is_letter(mark: str) -> bool:
    try:
        return letter_value(mark) > 0
    except ValueError:
        return False


def _signs(anatomy: Anatomy) -> Iterator[Fault]:
    for items in sequences(anatomy):
        for item in items:
            wanted = _RIGHT_SIGNS.get(item.level)
            if (
                wanted
                and item.sign != wanted
                and not (item.level is Level.CLAUSE and "." in item.mark and item.sign == "")
            ):
                yield Fault(
                    phrases.OTHERWISE.format(text=item.mark + item.sign),
                    item.piece,
                    phrases.MARK_ASKED.format(wanted=item.mark + wanted),
                )


# ---------------------------------------------------------------- headings


def _roman_heads(anatomy: Anatomy) -> Iterator[Fault]:
    for item in anatomy.items:
        if item.level is Level.ROMAN:
            if not item.piece.is_capital:
                yield Fault(phrases.HEADING_CAPS, item.piece)
            elif not all(run.look.bold for run in item.piece.letters):
                yield Fault(phrases.HEADING_NOT_BOLD, item.piece)


def _clause_heads(anatomy: Anatomy) -> Iterator[Fault]:
    """A clause with a title: on its own line, with something under it."""
    for item, after in zip(anatomy.items, anatomy.items[1:], strict=False):
        below = after.level in (Level.TEXT, Level.DASH, Level.POINT) or (
            after.level is Level.CLAUSE and after.mark.startswith(f"{item.mark}.")
        )
        if (
            item.level is Level.CLAUSE
            and item.is_heading
            and below
            and not item.piece.text.endswith(":")
            and not any(run.look.bold for run in item.piece.letters)
        ):
            yield Fault(phrases.HEADING_NOT_BOLD, item.piece)


def _chapters(anatomy: Anatomy) -> Iterator[Fault]:
    for item, after in zip_longest(anatomy.items, anatomy.items[1:]):
        if item.level in _CHAPTERS:
            for piece, capitals in ((item.piece, False), (after.piece if after else None, True)):
                bold = piece is not None and all(run.look.bold for run in piece.letters)
                if piece is not None and (
                    piece.paragraph.align != "center" or not bold or piece.is_capital is not capitals
                ):
                    yield Fault(phrases.OTHERWISE.format(text=piece.text[:40]), piece)


def _chapter_numbers(anatomy: Anatomy) -> Iterator[Fault]:
    for item in anatomy.items:
        digits = item.mark.isdigit()
        wrong = digits if item.level in (Level.PART, Level.CHAPTER) else not digits
        if item.level in _CHAPTERS and wrong and re.fullmatch(r"\d+|[IVXLC]+", item.mark):
            yield Fault(phrases.OTHERWISE.format(text=item.piece.text), item.piece)


def _articles(anatomy: Anatomy) -> Iterator[Fault]:
    for item in anatomy.items:
        if item.level is Level.ARTICLE and (
            item.sign != "." or not (item.piece.letters and item.piece.letters[0].look.bold)
        ):
            yield Fault(phrases.OTHERWISE.format(text=item.piece.text[:40]), item.piece)


def _signed(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """A typed mark closed with its own sign; Word's automatic ones are settings of a list, which a person changes."""
    item = _item_of(fault, anatomy)
    if item is None or item.piece.paragraph.label:
        return None
    wanted = item.mark + _RIGHT_SIGNS[item.level]
    return typing.retyped(item.piece, wanted + item.piece.text[len(item.mark + item.sign) :])


def _article_marked(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """ "Điều 1." in bold, its title too where that stands alone."""
    item = _item_of(fault, anatomy)
    if item is None or item.piece.paragraph.label:
        return None
    piece = item.piece
    ends = piece.text.index(item.mark) + len(item.mark)
    head = piece.offset + (len(piece.text) if item.is_heading else ends + len(item.sign))
    changes: tuple[Change, ...] = (Letters(piece.paragraph.place, piece.offset, head, bold=True),)
    if item.sign != ".":
        start = piece.offset + ends
        changes += (Words(piece.paragraph.place, start, start + len(item.sign), "."),)
    return Remedy(changes)


def _item_of(fault: Fault, anatomy: Anatomy) -> Item | None:
    piece = lettering.piece_of(fault)
    return _items_by_place(anatomy).get(piece.paragraph.place) if piece else None


@lru_cache(maxsize=1)
def _items_by_place(anatomy: Anatomy) -> dict[int, Item]:
    return {item.piece.paragraph.place: item for items in sequences(anatomy) for item in items}


_OUTLINE = main("6", "dd")
_HEAD = lettering.lettered(phrases.HEADING_CAPS_ASKED, bold=True, caps=True)
_TITLE = lettering.lettered(phrases.BOLD, bold=True)
_WANTED = phrases.ORDER_ASKED.format(wanted="…")
_LETTER_WANTED = phrases.LETTER_ORDER_ASKED.format(wanted="…")
RULES = (
    Rule("levels.order", Part.LEVELS, _OUTLINE, _WANTED, _orders),
    Rule("levels.points", Part.LEVELS, _OUTLINE, _LETTER_WANTED, _points),
    Rule("levels.signs", Part.LEVELS, _OUTLINE, phrases.MARK_ASKED.format(wanted="1."), _signs, mend=_signed),
    Rule("levels.roman", Part.LEVELS, _OUTLINE, phrases.HEADING_CAPS_ASKED, _roman_heads, mend=_HEAD),
    Rule("levels.clause", Part.LEVELS, _OUTLINE, phrases.HEADING_BOLD_ASKED, _clause_heads, mend=_TITLE),
    Rule("levels.chapter", Part.LEVELS, _OUTLINE, phrases.CHAPTER_ASKED, _chapters, mend=forming.titled),
    Rule("levels.chapter_number", Part.LEVELS, _OUTLINE, phrases.CHAPTER_NUMBER_ASKED, _chapter_numbers),
    Rule(
        "levels.article",
        Part.LEVELS,
        _OUTLINE,
        phrases.ARTICLE_ASKED,
        _articles,
        Severity.MEND,
        _article_marked,
    ),
)
