"""Signature, Nơi nhận and annexes (D30 Phụ lục I II.7, II.9, III.1)."""

import re
from collections.abc import Iterator

from campaign.checking.phrases import Part, Severity, main, others
from campaign.checking.rules import phrases
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.changes import Remedy
from campaign.checking.rules.findings import Fault, Rule
from campaign.checking.rules.mending import forming, lettering, typing
from campaign.checking.rules.pieces import Piece
from campaign.vietnamese import fold, roman

_AUTHORITIES = ("TM", "KT", "TL", "TUQ", "Q")
_SIGNING = re.compile(
    r"(?P<sign>T\s?/?\.?\s?M|K\s?/?\.?\s?T|T\s?/?\.?\s?U\s?/?\.?\s?Q|T\s?/?\.?\s?L|Q)(?P<dot>\.?)(?P<space>\s*)(?=[^\W\d_])",
    re.IGNORECASE,
)
_SPELLED = re.compile(rf"(?:{phrases.SPELLED_AUTHORITIES})\b", re.IGNORECASE)
_COLLECTIVE = re.compile(rf"(?:{phrases.COLLECTIVE_WORDS})\b", re.IGNORECASE)
_DEPUTY = re.compile(rf"{fold(phrases.DEPUTY)}\b|{fold(phrases.VICE)}\b")
_DEGREE = re.compile(phrases.DEGREES)
_LEARNED = re.compile(rf"\b(?:{phrases.PLAIN_DEGREES_OF})\b", re.IGNORECASE)
_DASH = ("-",)
_FILES = re.compile(rf"-?\s*{phrases.FILED_WORD}\b", re.IGNORECASE)
_FILED = re.compile(rf"-?\s*{phrases.FILED_WORD}\s*:\s*VT\b.*\.", re.IGNORECASE)
_MARK = re.compile(rf"(?<=\.)\s+{phrases.DRAFTER_MARK}$")
_MARK_ALONE = re.compile(rf"(?=.*\(\d+\)){phrases.DRAFTER_MARK}")
_ROMAN_NUMBER = re.compile(r"[IVXLC]+")
_ATTACHED = re.compile(phrases.ATTACHED_FORM, re.IGNORECASE)


def _lines_of_authority(anatomy: Anatomy) -> Iterator[tuple[Piece, re.Match[str], Piece | None]]:
    """Lines that begin with an authority, each with the line below it."""
    pieces = anatomy.of(Part.AUTHORITY)
    for place, piece in enumerate(pieces):
        found = _SIGNING.match(piece.text)
        if found and (found["dot"] or found["space"]) and _letters(found) in _AUTHORITIES:
            yield piece, found, pieces[place + 1] if place + 1 < len(pieces) else None


def _letters(found: re.Match[str]) -> str:
    return "".join(sign for sign in found["sign"].upper() if sign.isalpha())


def _authority_form(anatomy: Anatomy) -> Iterator[Fault]:
    for piece, found, _ in _lines_of_authority(anatomy):
        written = (found["sign"], found["dot"], found["space"])
        if written != (_letters(found), ".", " ") and found["sign"] == found["sign"].upper():
            yield Fault(phrases.OTHERWISE.format(text=piece.text), piece)
    for piece in anatomy.of(Part.AUTHORITY):
        if _SPELLED.match(piece.text):
            yield Fault(phrases.OTHERWISE.format(text=piece.text), piece)


def _signing(text: str) -> str:
    found = _SIGNING.match(text)
    apart = found and (found["dot"] or found["space"])
    return f"{_letters(found)}. {text[found.end() :]}" if found and apart else text


def _collective(anatomy: Anatomy) -> Iterator[Fault]:
    for piece, found, _ in _lines_of_authority(anatomy):
        if _letters(found) == "TM" and not _COLLECTIVE.match(piece.text[found.end() :]):
            yield Fault(phrases.OTHERWISE.format(text=piece.text), piece)


def _acting(anatomy: Anatomy) -> Iterator[Fault]:
    """Under KT. stands a deputy, and what follows KT. is no deputy; under TM., TL., TUQ. stands the signer's position."""
    for piece, found, below in _lines_of_authority(anatomy):
        sign, rest = _letters(found), fold(piece.text[found.end() :])
        if sign == "KT" and _DEPUTY.match(rest):
            yield Fault(phrases.OTHERWISE.format(text=piece.text), piece)
        elif sign != "Q" and below is None:
            yield Fault(phrases.NO_POSITION_BELOW.format(text=piece.text), piece)
        elif (
            sign == "KT"
            and below is not None
            and not _DEPUTY.match(below.key)
            and not _is_minister(rest, below.key)
        ):
            yield Fault(
                phrases.OTHERWISE.format(text=f"{piece.text} / {below.text}"), below, phrases.DEPUTY_ASKED
            )


def _is_minister(head: str, deputy: str) -> bool:
    return head.startswith(fold(phrases.MINISTER)) and deputy.startswith(fold(phrases.VICE_MINISTER))


def _degrees(anatomy: Anatomy) -> Iterator[Fault]:
    """Schools, hospitals, armed forces may have rules of their own."""
    if any(
        _LEARNED.search(piece.text) for part in (Part.AGENCY, Part.AUTHORITY) for piece in anatomy.of(part)
    ):
        return
    for piece in anatomy.of(Part.SIGNER):
        if _DEGREE.match(piece.text):
            yield Fault(phrases.OTHERWISE.format(text=piece.text), piece)


def _signature_missing(anatomy: Anatomy) -> Iterator[Fault]:
    if anatomy.is_full and not anatomy.of(Part.AUTHORITY):
        yield Fault(phrases.MISSING.format(part=Part.AUTHORITY.label))


def _level(anatomy: Anatomy) -> Iterator[Fault]:
    label, authority = anatomy.first(Part.RECIPIENTS), anatomy.first(Part.AUTHORITY)
    one, two = (piece.paragraph.cell if piece else None for piece in (label, authority))
    if anatomy.is_full and one and two and one.table == two.table and one.row != two.row:
        yield Fault(phrases.LEVEL_NOT, label)


# ---------------------------------------------------------------- Nơi nhận


def _copies_missing(anatomy: Anatomy) -> Iterator[Fault]:
    if anatomy.is_full and not anatomy.of(Part.RECIPIENTS):
        yield Fault(phrases.MISSING.format(part=Part.RECIPIENTS.label))


def _copies_label(anatomy: Anatomy) -> Iterator[Fault]:
    label = anatomy.first(Part.RECIPIENTS)
    if label and not re.fullmatch(rf"{phrases.RECIPIENTS}\s?:", label.text, re.IGNORECASE):
        yield Fault(phrases.OTHERWISE.format(text=label.text), label)


def _unmarked(text: str) -> str:
    """A line of the list without the mark of drafter and copies that may follow it (D30 Phụ lục I III.3)."""
    return _MARK.sub("", text)


def _listed(anatomy: Anatomy) -> list[Piece]:
    """Lines of the list; a line that ends with a colon is a label over those under it."""
    return [
        piece
        for piece in anatomy.of(Part.COPIES)
        if not (piece.text.endswith(":") and not piece.numbered.startswith("-"))
        and not _MARK_ALONE.fullmatch(piece.text)
    ]


def _copies_dash(anatomy: Anatomy) -> Iterator[Fault]:
    for piece in _listed(anatomy):
        hanging = piece.paragraph.indent.left + piece.paragraph.indent.first
        if not piece.numbered.startswith(_DASH) or (piece.paragraph.cell and hanging > 4):
            yield Fault(phrases.OTHERWISE.format(text=piece.numbered[:40]), piece)


def _copies_ends(anatomy: Anatomy) -> Iterator[Fault]:
    pieces = _listed(anatomy)
    for place, piece in enumerate(pieces):
        if not _unmarked(piece.text).endswith("." if place == len(pieces) - 1 else ";"):
            yield Fault(phrases.OTHERWISE.format(text=piece.text), piece)


def _dashed(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """A dash typed before the place; a dash that is there at the left edge."""
    piece = lettering.piece_of(fault)
    if piece is None or piece.numbered.startswith(_DASH):
        return forming.unhung(fault, anatomy)
    if (
        piece.paragraph.label or piece.is_capital
    ):  # what is in capitals is no place: a signature laid out without a table
        return None
    return typing.retyped(piece, f"- {piece.text.lstrip('–—+* ')}")


def _copy_ended(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """The sign behind the place, before the mark of drafter and copies."""
    piece = lettering.piece_of(fault)
    if piece is None or piece.is_capital:
        return None
    words = _unmarked(piece.text)
    filed = _FILES.match(piece.numbered)
    if not re.search(r"[\w).;,]$", words):
        return None
    sign = "." if filed or piece is _listed(anatomy)[-1] else ";"
    return typing.retyped(piece, words.rstrip(" .;,") + sign + piece.text[len(words) :])


def _filed(anatomy: Anatomy) -> Iterator[Fault]:
    pieces = _listed(anatomy)
    if not pieces:
        return
    last = pieces[-1]
    if not _FILES.match(last.numbered):
        yield Fault(phrases.NO_FILED, last)
    elif not _FILED.match(f"{_unmarked(last.numbered)}."):
        yield Fault(phrases.OTHERWISE.format(text=last.text), last)


def _as_above(anatomy: Anatomy) -> Iterator[Fault]:
    pieces = _listed(anatomy)
    if anatomy.of(Part.ADDRESSEE) and pieces and fold(phrases.AS_ABOVE) not in pieces[0].key:
        yield Fault(phrases.OTHERWISE.format(text=pieces[0].text), pieces[0])


# ---------------------------------------------------------------- annexes


def _number_of(label: Piece) -> str:
    return label.text[len(phrases.ANNEX) :].strip().removeprefix(phrases.NUMBER).strip()


def _annex_romans(anatomy: Anatomy) -> Iterator[Fault]:
    for annex in anatomy.annexes:
        number = _number_of(annex.label)
        if number and not _ROMAN_NUMBER.fullmatch(number):
            yield Fault(phrases.OTHERWISE.format(text=annex.label.text), annex.label)


def _annex_order(anatomy: Anatomy) -> Iterator[Fault]:
    """Two annexes or more in one file are numbered in order; one alone has no number of need."""
    for place, annex in enumerate(anatomy.annexes if len(anatomy.annexes) > 1 else (), start=1):
        number = _number_of(annex.label)
        if number != roman(place) and (not number or _ROMAN_NUMBER.fullmatch(number)):
            wanted = f"{phrases.ANNEX.capitalize()} {roman(place)}"
            yield Fault(
                phrases.OTHERWISE.format(text=annex.label.text),
                annex.label,
                phrases.ANNEX_NUMBER_ASKED.format(wanted=wanted),
            )


def _annex_title(anatomy: Anatomy) -> Iterator[Fault]:
    for annex in anatomy.annexes:
        if not annex.title:
            yield Fault(phrases.NO_ANNEX_TITLE, annex.label)


def _annex_attached(anatomy: Anatomy) -> Iterator[Fault]:
    for annex in anatomy.annexes:
        if not annex.attached:
            yield Fault(phrases.NO_ATTACHED, annex.label)


def _annex_reference(anatomy: Anatomy) -> Iterator[Fault]:
    for annex in anatomy.annexes:
        text = " ".join(piece.text for piece in annex.attached)
        if text and not _ATTACHED.search(text):
            yield Fault(phrases.OTHERWISE.format(text=text[:80]), annex.attached[0])


RULES = (
    Rule("authority.missing", Part.AUTHORITY, main("7", "b"), phrases.MUST_BE.format(part=Part.AUTHORITY.label), _signature_missing),
    Rule("authority.form", Part.AUTHORITY, main("7", "b"), phrases.AUTHORITY_ASKED, _authority_form, mend=typing.by(_signing)),
    Rule("authority.collective", Part.AUTHORITY, main("7", "b"), phrases.COLLECTIVE_ASKED, _collective),
    Rule("authority.acting", Part.AUTHORITY, main("7", "b"), phrases.HEAD_ASKED, _acting),
    Rule("signer.degree", Part.SIGNER, main("7", "c"), phrases.NO_DEGREE_ASKED, _degrees),
    Rule("recipients.missing", Part.RECIPIENTS, main("9"), phrases.MUST_BE.format(part=Part.RECIPIENTS.label), _copies_missing),
    Rule("recipients.label", Part.RECIPIENTS, main("9", "d"), phrases.COPIES_LABEL_ASKED, _copies_label, mend=typing.sub(rf"^({phrases.RECIPIENTS})\b.*", r"\1:")),
    Rule("recipients.level", Part.RECIPIENTS, main("9", "d"), phrases.LEVEL_ASKED, _level, mend=forming.level_with(Part.RECIPIENTS, Part.AUTHORITY)),
    Rule("copies.dash", Part.COPIES, main("9", "d"), phrases.COPIES_DASH_ASKED, _copies_dash, mend=_dashed),
    Rule("copies.ends", Part.COPIES, main("9", "d"), phrases.COPIES_END_ASKED, _copies_ends, mend=_copy_ended),
    Rule("copies.filed", Part.COPIES, main("9", "d"), phrases.FILED_ASKED_LINE, _filed, mend=typing.sub(rf"^((?:-\s*)?{phrases.FILED_WORD})\s*[.,]?\s*(?=VT\b)", r"\1: ")),
    Rule("copies.as_above", Part.COPIES, main("9", "b"), phrases.AS_ABOVE_ASKED, _as_above),
    Rule("annex.roman", Part.ANNEX, others("1", "a"), phrases.ANNEX_ROMAN_ASKED, _annex_romans),
    Rule("annex.order", Part.ANNEX, others("1", "a"), phrases.ANNEX_NUMBER_ASKED.format(wanted="…"), _annex_order),
    Rule("annex.title", Part.ANNEX, others("1", "b"), phrases.NO_ANNEX_TITLE, _annex_title, Severity.MEND),
    Rule("annex.attached", Part.ATTACHED, others("1", "c"), phrases.ATTACHED_ASKED, _annex_attached, Severity.MEND),
    Rule("annex.reference", Part.ATTACHED, others("1", "c"), phrases.ATTACHED_FORM_ASKED, _annex_reference, Severity.MEND),
)  # fmt: skip
