"""Order and form of the numbers in a body: phần to điểm (D30 Phụ lục I II.6.đ and the table of V)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from campaign.checking.phrases import Part, Severity, main
from campaign.checking.rules import phrases
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.findings import Fault, Rule
from campaign.checking.rules.levels import Item, Level, item_of
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


RULES = (
    Rule("levels.order", Part.LEVELS, main("6", "dd"), phrases.ORDER_ASKED.format(wanted="…"), _orders),
    Rule(
        "levels.points", Part.LEVELS, main("6", "dd"), phrases.LETTER_ORDER_ASKED.format(wanted="…"), _points
    ),
    Rule("levels.signs", Part.LEVELS, main("6", "dd"), phrases.MARK_ASKED.format(wanted="1."), _signs),
    Rule(
        "levels.roman", Part.LEVELS, main("6", "dd"), phrases.HEADING_CAPS_ASKED, _roman_heads, mendable=True
    ),
    Rule(
        "levels.clause",
        Part.LEVELS,
        main("6", "dd"),
        phrases.HEADING_BOLD_ASKED,
        _clause_heads,
        mendable=True,
    ),
    Rule("levels.chapter", Part.LEVELS, main("6", "dd"), phrases.CHAPTER_ASKED, _chapters, mendable=True),
    Rule(
        "levels.chapter_number", Part.LEVELS, main("6", "dd"), phrases.CHAPTER_NUMBER_ASKED, _chapter_numbers
    ),
    Rule(
        "levels.article",
        Part.LEVELS,
        main("6", "dd"),
        phrases.ARTICLE_ASKED,
        _articles,
        Severity.MEND,
        mendable=True,
    ),
)
