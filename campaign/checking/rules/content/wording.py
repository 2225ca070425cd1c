"""Slips of the pen: quotes, doubled words, blanks, ends of list items, abbreviations nobody explained, citations cut short."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from campaign.checking.phrases import RESPONSIBILITY, Part, Severity, main
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.changes import Remedy
from campaign.checking.rules.content import phrases
from campaign.checking.rules.content.texts import running, texts
from campaign.checking.rules.findings import Fault, Rule
from campaign.checking.rules.levels import Item, Level
from campaign.checking.rules.mending import typing
from campaign.checking.rules.pieces import Piece

_CITED = re.compile(phrases.CITED)
_LISTED = {Level.DASH, Level.POINT, Level.CLAUSE}
_REACH = 300  # letters after a number within which its day and issuer stand


def _quotes(anatomy: Anatomy) -> Iterator[Fault]:
    """A quotation may run over paragraphs: what one leaves open the next may close."""
    waiting: Piece | None = None
    for piece in (*_titles(anatomy), *texts(anatomy)):
        left = _left_open(piece.text)
        if left < 0 and waiting is not None:
            waiting = None
            continue
        if waiting is not None:
            yield Fault(phrases.QUOTES, waiting)
            waiting = None
        if left < 0 or _odd_straight(piece.text):
            yield Fault(phrases.QUOTES, piece)
        elif left > 0:
            waiting = piece
    if waiting is not None:
        yield Fault(phrases.QUOTES, waiting)


def _titles(anatomy: Anatomy) -> Iterator[Piece]:
    """The trích yếu, whose lines are one text."""
    for part in (Part.SUBJECT, Part.ABOUT):
        if pieces := anatomy.of(part):
            runs = tuple(run for piece in pieces for run in piece.runs)
            yield Piece(pieces[0].paragraph, runs)


def _left_open(text: str) -> int:
    """Quotes opened and not closed; -1 when one is closed that was not opened."""
    depth = 0
    for sign in text:
        depth += {"“": 1, "”": -1}.get(sign, 0)
        if depth < 0:
            return -1
    return depth


def _odd_straight(text: str) -> bool:
    return len(re.findall(r'(?<!\d)"', text)) % 2 == 1


def _doubled(anatomy: Anatomy) -> Iterator[Fault]:
    for piece in texts(anatomy):
        for found in phrases.PHRASE_TWICE.finditer(piece.text):
            first, second = found["words"].lower().split()
            if first != second and first not in phrases.TWICE:
                yield Fault(phrases.DOUBLED.format(words=found[0]), piece)
        for found in phrases.WORD_TWICE.finditer(piece.text):
            if found["word"].lower() not in phrases.TWICE and not _meets(piece.text, found):
                yield Fault(phrases.DOUBLED.format(words=found[0]), piece)


def _meets(text: str, found: re.Match[str]) -> bool:
    """Does one word end and the next begin with the same syllable?"""
    before = re.findall(r"[^\W\d_]+", text[: found.start()].lower())
    after = re.findall(r"[^\W\d_]+", text[found.end() :].lower())
    lefts, rights = phrases.MEETING.get(found["word"].lower(), ("", ""))
    ends = bool(before) and before[-1] in lefts.split()
    return ends and bool(after) and after[0] in rights.split()


def _blanks(anatomy: Anatomy) -> Iterator[Fault]:
    for piece in texts(anatomy):
        found = phrases.BAD_SPACE.search(piece.text) or phrases.DOUBLE_SPACE.search(piece.text)
        if found:
            around = piece.text[max(0, found.start() - 12) : found.end() + 12]
            yield Fault(phrases.SPACED, piece, detail=phrases.WHERE.format(words=around))


def _groups(anatomy: Anatomy) -> Iterator[tuple[list[Item], bool]]:
    """Items of one level that follow each other, nothing between them; of points and clauses, those of one sentence.

    With each whether a list around it goes on, so that its last item may end as any other.
    """
    group: list[Item] = []
    for item in (*anatomy.items, None):
        if group and not _follows(item, group[-1]):
            if group[-1].level is Level.DASH or any(each.piece.text.endswith(";") for each in group[:-1]):
                yield group, item is not None and item.level is Level.POINT
            group = []
        if item is not None and item.level in _LISTED:
            group.append(item)


def _follows(item: Item | None, before: Item) -> bool:
    """Is it the next of the same list? A table may stand between two points."""
    if item is None or item.level is not before.level:
        return False
    numbers = item.piece.paragraph.number, before.piece.paragraph.number
    return item.level is Level.DASH or numbers[0] == numbers[1] + 1


def _list_ends(anatomy: Anatomy) -> Iterator[Fault]:
    for group, goes_on in _groups(anatomy):
        listed = _is_listed(group)
        for place, item in enumerate(group):
            if all(run.look.bold for run in item.piece.letters):
                continue  # a title
            text = item.piece.text.rstrip('”")')
            wrong = (".", ",") if place < len(group) - 1 else () if goes_on else (";",)
            if not text.endswith(phrases.ENDS) and not item.piece.text.endswith(phrases.ENDS):
                yield Fault(phrases.UNENDED.format(words=item.piece.text[-25:]), item.piece)
            elif listed and item.piece.text.endswith(wrong):
                yield Fault(phrases.ITEM_ENDS.format(words=item.piece.text[-25:]), item.piece)


def _is_listed(group: list[Item]) -> bool:
    """Do most of its items but the last end as items of one sentence?"""
    return 2 * sum(item.piece.text.endswith(";") for item in group[:-1]) > len(group) - 1


def _ended(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """The sign the items beside it have."""
    if not isinstance(fault.at, Piece):
        return None
    return typing.ended(fault.at, _signs_by_place(anatomy)[fault.at.paragraph.place], anatomy)


@lru_cache(maxsize=1)
def _signs_by_place(anatomy: Anatomy) -> dict[int, str]:
    """The sign each item of a list ends with, by the place of its paragraph."""
    signs: dict[int, str] = {}
    for group, _ in _groups(anatomy):
        inside = ";" if _is_listed(group) else "."
        signs |= {item.piece.paragraph.place: inside for item in group}
        signs[group[-1].piece.paragraph.place] = "."
    return signs


def _abbreviations(anatomy: Anatomy) -> Iterator[Fault]:
    """Outside tables, whose cells are narrow; words all in capitals are no abbreviations."""
    everything = " ".join(piece.text for piece in texts(anatomy))
    told: set[str] = set()
    for piece in running(anatomy):
        for short in phrases.ABBREVIATION.findall(_without_shouting(piece.text)):
            known = (
                short in phrases.COMMON
                or set(re.split("&", short)) <= phrases.COMMON
                or phrases.ROMAN.fullmatch(short)
            )
            if (
                not known
                and short not in told
                and not re.search(phrases.EXPANDED.format(re.escape(short)), everything)
            ):
                told.add(short)
                yield Fault(phrases.SHORT.format(short=short), piece, phrases.SHORT_ASKED.format(short=short))


def _without_shouting(text: str) -> str:
    """The text without words beside each other that are written in capitals; abbreviations have no marks."""
    kept: list[str] = []
    for shouted, words in groupby(text.split(), key=lambda word: word.strip("“”\"'().,;:").isupper()):
        group = list(words)
        if not (shouted and len(group) > 1 and not "".join(group).strip("“”").isascii()):
            kept += group
    return " ".join(kept)


def _citations(anatomy: Anatomy) -> Iterator[Fault]:
    """At its first mention a document has its day and its issuer."""
    seen: set[str] = set()
    for piece in running(anatomy):
        for found in _CITED.finditer(piece.text):
            number = found["number"].rstrip(".,;-/")
            if number in seen:
                continue
            seen.add(number)
            rest = phrases.CLAUSE_ENDS.split(piece.text[found.end() : found.end() + _REACH])[0]
            issuer = phrases.CITED_ISSUER.search(rest) or phrases.CITED_ISSUER_BEFORE.search(
                piece.text[: found.start()]
            )
            told = ((phrases.CITED_DAY.search(rest), phrases.LACKS_DAY), (issuer, phrases.LACKS_ISSUER))
            lacks = [what for there, what in told if not there]
            if lacks:
                yield Fault(
                    phrases.CITED_WITHOUT.format(
                        cited=found[0].rstrip(".,;-/"), what=phrases.AND.join(lacks)
                    ),
                    piece,
                )


_SPACED = typing.by(typing.blanks_taken)
RULES = (
    Rule("words.quotes", Part.WORDS, RESPONSIBILITY, phrases.QUOTES_ASKED, _quotes, Severity.MEND),
    Rule("words.doubled", Part.WORDS, RESPONSIBILITY, phrases.DOUBLED_ASKED, _doubled, Severity.NOTE),
    Rule("words.blanks", Part.WORDS, RESPONSIBILITY, phrases.SPACED_ASKED, _blanks, Severity.NOTE, _SPACED),
    Rule(
        "words.list_ends",
        Part.WORDS,
        RESPONSIBILITY,
        phrases.ITEM_ENDS_ASKED,
        _list_ends,
        Severity.NOTE,
        _ended,
    ),
    Rule(
        "words.abbreviation", Part.WORDS, RESPONSIBILITY, phrases.SHORT_ASKED, _abbreviations, Severity.NOTE
    ),
    Rule("words.citation", Part.WORDS, main("6", "b"), phrases.CITED_ASKED, _citations, Severity.MEND),
)
