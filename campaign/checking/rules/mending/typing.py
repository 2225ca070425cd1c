"""Remedies of what is typed: the few signs the decree fixes (":", ";", "./.", "05/KH-UBND"), needless blanks. No word changes."""

import difflib
import re
from collections.abc import Callable

from campaign.checking.phrases import Part
from campaign.checking.rules import phrases
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.changes import Compose, Remedy, Words
from campaign.checking.rules.docx import Paragraph
from campaign.checking.rules.findings import Fault, Mend
from campaign.checking.rules.mending.lettering import letters_of, piece_of
from campaign.checking.rules.pieces import Piece
from campaign.vietnamese import capitalise_first, fold

Retype = Callable[[str], str]
_SHOWN = 40  # letters of a line that are told
_GROUP = re.compile(r"\s*[-\u2013]\s*")
_NUMBERED = re.compile(
    rf"(?P<word>{phrases.NUMBER}\s*:?\s*)(?P<number>\d+|\s+(?=/))\s*[/-]?\s*(?P<symbol>[^\W\d_].*)",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ABBREVIATIONS = {short.upper(): short for short in phrases.KINDS.values()}
_BLANKS = (
    (re.compile(r"(?<=\S) {2,3}(?=\S)"), " "),
    (re.compile(r"(?<=[^\W\d_]) +(?=(?:[,;:!?]|\.(?:/\.)?)(?:\s|$))"), ""),
    (re.compile(r"(?<=\() +(?=\w)"), ""),
    (re.compile(r"(?<=\w) +(?=\))"), ""),
)
_POINT = re.compile(rf"[{phrases.LIST_LETTERS}]{{1,2}}[.)/]")
_ENDED = re.compile(r"[.;,]$")
_ENDS_IN_WORD = re.compile(r"[\w)\u201d\"]$")
_TO_BE_FILLED = re.compile(
    rf"(?:{phrases.NUMBER}|{phrases.DAY}|{phrases.MONTH}|{phrases.YEAR})\b:? {{2,}}| {{2,}}/", re.IGNORECASE
)


def retyped(piece: Piece, new: str) -> Remedy | None:
    """The words of a piece written so, sign by sign where they differ; None when they are so already.

    None too when a letter or figure other than a leading zero would come or go: no correction changes what is said.
    """
    if new == piece.text or _said(new) != _said(piece.text):
        return None
    place, start = piece.paragraph.place, piece.offset
    steps = difflib.SequenceMatcher(None, piece.text, new, autojunk=False).get_opcodes()
    changes = tuple(
        Words(place, start + low, start + high, new[new_low:new_high])
        for what, low, high, new_low, new_high in steps
        if what != "equal"
    )
    return Remedy(changes, phrases.OTHERWISE.format(text=_end_of(new, changes[-1].end - start)))


def _said(text: str) -> str:
    """Letters and figures alone, whatever their case and marks."""
    return "".join(sign for sign in fold(text) if sign.isalnum() and sign != "0")


def _end_of(text: str, change: int) -> str:
    """The part of a text that shows its last change."""
    if len(text) <= 2 * _SHOWN:
        return text
    start = max(0, change - _SHOWN)
    return ("… " if start else "") + text[start : change + _SHOWN].strip()


def by(retype: Retype) -> Mend:
    """The faulty piece written as `retype` would."""

    def mend(fault: Fault, _anatomy: Anatomy) -> Remedy | None:
        piece = piece_of(fault)
        return retyped(piece, retype(piece.text)) if piece else None

    return mend


def sub(pattern: str, new: str) -> Mend:
    """The first match in the faulty piece written as `new`."""
    found = re.compile(pattern, re.IGNORECASE)
    return by(lambda text: found.sub(new, text, count=1))


def composed(fault: Fault, _anatomy: Anatomy) -> Remedy | None:
    """Letters joined with their marks."""
    return Remedy((Compose(fault.at.place),)) if isinstance(fault.at, Paragraph) else None


# ---------------------------------------------------------------- number and day


def symbol_joined(text: str) -> str:
    """ "05 KH - UBND" as "05/KH-UBND"; as it is where the symbol cannot be told."""
    found = _NUMBERED.fullmatch(text)
    symbol = _GROUP.sub("-", found["symbol"]) if found else ""
    return f"{found['word']}{found['number']}/{symbol}" if found and _SYMBOL.fullmatch(symbol) else text


def symbol_raised(text: str) -> str:
    """The groups of the symbol in capitals, but for abbreviations such as QyĐ."""
    start, slash, symbol = text.rpartition("/")
    groups = (_ABBREVIATIONS.get(group.upper(), group.upper()) for group in symbol.split("-"))
    return start + slash + "-".join(groups)


def place_named(text: str) -> str:
    """The place before the day with its capitals: each word, but for the second of a kind such as "Thành phố"."""
    place, comma, rest = text.partition(",")
    return capitals_of_place(place) + comma + rest if comma else text


def capitals_of_place(place: str) -> str:
    """The name of a place as it is written."""
    kind = next((each for each in phrases.PLACE_KINDS if place[1:].startswith(f"{each[1:]} ")), "")
    words = place[len(kind) :].split(" ")
    return kind + " ".join(capitalise_first(word) for word in words)


# ---------------------------------------------------------------- lists


def ended(piece: Piece, sign: str, anatomy: Anatomy) -> Remedy | None:
    """The piece with that sign at its end, in place of another; None where its sentence may go on below."""
    if not _ENDED.search(piece.text) and (not _ENDS_IN_WORD.search(piece.text) or _goes_on(piece, anatomy)):
        return None
    return retyped(piece, piece.text.rstrip(" .;,") + sign)


def _goes_on(piece: Piece, anatomy: Anatomy) -> bool:
    """Does the next paragraph with words begin small, as after a line broken by hand?"""
    below = anatomy.docx.paragraphs[piece.paragraph.place + 1 :]
    after = next((each.text.lstrip() for each in below if each.number and not each.label), "")
    return after[:1].islower() and not _POINT.match(after)


def blanks_taken(text: str) -> str:
    """Without needless blanks; those left for a number or a day to be filled in stay."""
    if _TO_BE_FILLED.search(text):
        return text
    for pattern, new in _BLANKS:
        text = pattern.sub(new, text)
    return text


def end_marked(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """ "./." in place of the full stop, where the end is sure: above a foot that was found."""
    piece = piece_of(fault)
    if piece is None or not _ENDED.search(piece.text) or not anatomy.of(Part.AUTHORITY):
        return None
    return retyped(piece, piece.text.rstrip(" .;,/") + phrases.END_MARK)


def others_unmarked(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """Of several "./." the first becomes a full stop, unless its paragraph is all there is."""
    piece = piece_of(fault)
    return retyped(piece, piece.text.replace(phrases.END_MARK, ".", 1)) if piece and anatomy.items else None


# ---------------------------------------------------------------- case


def small(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """Printed as typed where only the look is in capitals; else one of the phrases whose small letters are known."""
    piece = piece_of(fault)
    if piece is None:
        return None
    if any(run.look.caps for run in piece.runs) and piece.text != piece.text.upper():
        return Remedy((letters_of(piece, caps=False),), phrases.SMALL)
    known = _known(piece, anatomy)
    if known is None:
        return None
    written = retyped(piece, known)
    caps = any(run.look.caps for run in piece.runs)
    changes = (*((letters_of(piece, caps=False),) if caps else ()), *(written.changes if written else ()))
    return Remedy(changes, phrases.OTHERWISE.format(text=known))


def _known(piece: Piece, anatomy: Anatomy) -> str | None:
    """How a text typed in capitals is written in small letters, when that is sure."""
    if piece.key == fold(phrases.MOTTO):
        return phrases.MOTTO
    if any(piece.paragraph is each.label.paragraph for each in anatomy.annexes):
        label, _, number = (
            piece.text.rpartition(" ") if piece.key != fold(phrases.ANNEX) else (piece.text, "", "")
        )
        return (
            f"{phrases.ANNEX.capitalize()} {number}".strip() if fold(label) == fold(phrases.ANNEX) else None
        )
    if piece.key.startswith(fold(phrases.RECIPIENTS)):
        return piece.text.capitalize()
    return None


def named(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """A person's name in small letters: every syllable with a capital (D30 Phụ lục II)."""
    piece = piece_of(fault)
    if piece is None or piece.text != piece.text.upper():
        return small(fault, anatomy)
    name = " ".join(word.capitalize() for word in piece.text.split(" "))
    written = retyped(piece, name)
    return Remedy(written.changes, written.after) if written else None
