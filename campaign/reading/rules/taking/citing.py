"""A citation as written ("Kế hoạch số 824/KH-UBND ngày 29/12/2022 của … về …") as a legal basis, and back."""

import re
from datetime import date

from campaign.documents.rules.citations import full
from campaign.documents.rules.plan import Basis
from campaign.reading.rules.taking import phrases
from campaign.reading.rules.text import plain, squeeze, words
from campaign.vietnamese import capitalise_first

_KIND = re.compile(phrases.CITED_KIND)
_NUMBER = re.compile(phrases.CITED_NUMBER)
_DAY = re.compile(phrases.CITED_DAY)
_ISSUER = re.compile(phrases.CITED_ISSUER)
_MOST_KIND_WORDS = 3


def read_basis(text: str) -> Basis:
    """The legal basis a citation names. What the product would not cite in the same words is kept as kind and rest."""
    bare = squeeze(text).strip(" .;,")
    basis = _taken_apart(bare)
    return basis if _said(full(basis)) == _said(bare) else _whole(bare)


def _taken_apart(text: str) -> Basis:
    small = plain(text)
    kind = _KIND.match(small)
    if kind is None or text[: kind.end()].strip().lower() in phrases.LAWS:
        return _whole(text)
    at = kind.end()
    number = _NUMBER.match(small, at)
    at = number.end() if number else at
    day = _DAY.match(small, at)
    issued_on = _date(day) if day else None
    at = day.end() if day and issued_on else at
    issuer = _ISSUER.match(small, at)
    at = issuer.end("issuer") if issuer else at
    return Basis(
        kind=capitalise_first(text[: kind.end()].strip()),
        subject=text[at:].strip(" ,"),
        number=text[number.start("number") : number.end("number")] if number else None,
        issued_on=issued_on,
        issuer=text[issuer.start("issuer") : issuer.end("issuer")].strip(" ,") if issuer else None,
    )


def _said(text: str) -> list[str]:
    """The words of a citation, days however they are written: "06/03/2025", "ngày 6 tháng 3 năm 2025"."""
    pieces = (piece for word in words(text) for piece in word.split("/"))
    return [piece.lstrip("0") for piece in pieces if piece not in phrases.OF_DAYS]


def _date(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _whole(text: str) -> Basis:
    """Kind and everything after it; the first words are the kind where none is known."""
    found = _KIND.match(plain(text))
    if found and found.end() < len(text):
        return Basis(capitalise_first(text[: found.end()].strip()), text[found.end() :].strip())
    first = text.split(" ", _MOST_KIND_WORDS - 1)
    rest = first[-1] if len(first) == _MOST_KIND_WORDS else ""
    head = " ".join(first[: _MOST_KIND_WORDS - 1]) if rest else text
    return Basis(capitalise_first(head), rest)
