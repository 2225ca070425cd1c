"""Rules of agencies and their signers: letterheads made from a place name, and what a draft must keep to. Pure."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from campaign.errors import Problem
from campaign.glossary import Level, SizeProfile
from campaign.people import phrases
from campaign.people.phrases import PATTERNS, Preset
from campaign.people.rules import check_email, check_validity
from campaign.vietnamese import clean, clean_lines, fold, slug

_SYMBOL = re.compile(r"[\w&]+(-[\w&]+)*")
_MOST_HEADER_LINES = 3


@dataclass(frozen=True)
class AgencyDraft:
    """An agency as typed; header_lines holds one to three lines, parent_line None when the body prints alone."""

    name: str
    short_name: str
    level: Level
    header_lines: str
    symbol: str
    place_name: str
    parent_line: str | None = None
    size_profile: SizeProfile = SizeProfile.LARGE
    contact: str | None = None
    organizer_email: str | None = None


@dataclass(frozen=True)
class SignerDraft:
    """A person who may sign; authority holds the lines above the position, None in one's own authority."""

    position: str
    name: str
    authority: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None


def printed(draft: AgencyDraft) -> AgencyDraft:
    """The draft with its letterhead in capitals, as PL I II.2 prints it."""
    parent = clean(draft.parent_line or "").upper()
    return replace(draft, header_lines=clean_lines(draft.header_lines).upper(), parent_line=parent or None)


def printed_signer(draft: SignerDraft) -> SignerDraft:
    """The draft with authority and position in capitals, as PL I II.7 prints them."""
    authority = clean_lines(draft.authority or "").upper()
    return replace(draft, position=clean(draft.position).upper(), authority=authority or None)


def check_agency(draft: AgencyDraft, names: Iterable[str]) -> list[Problem]:
    """Problems of a draft among the full names of the other agencies."""
    problems = [
        Problem("name", phrases.SAME_AGENCY.format(name=name)) for name in names if fold(name) == fold(draft.name)
    ]  # fmt: skip
    lines = clean_lines(draft.header_lines).splitlines()
    if not 1 <= len(lines) <= _MOST_HEADER_LINES or "" in lines:
        problems.append(Problem("header_lines", phrases.HEADER_LINES.format(count=len(lines))))
    if not _SYMBOL.fullmatch(draft.symbol):
        problems.append(Problem("symbol", phrases.SYMBOL))
    return problems + check_email("organizer_email", draft.organizer_email)


def check_signer(draft: SignerDraft, others: Iterable[SignerDraft]) -> list[Problem]:
    """Problems of a draft among the agency's other signers; one person may sign in several ways."""
    key = _signing(draft)
    problems = [
        Problem("name", phrases.SAME_SIGNER.format(name=f"{other.position} {other.name}"))
        for other in others
        if _signing(other) == key
    ]
    return problems + check_validity(draft.valid_from, draft.valid_to)


def filled(preset: Preset, place: str, field: str = "") -> AgencyDraft:
    """An agency of that kind in `place`; `field` is what a Sở or Phòng is in charge of ("Nội vụ").

    A place that is a number keeps its noun with a capital, "Phường 2" (PL I II.4, PL II II).
    """
    pattern = PATTERNS[preset]
    place, field = clean(place), clean(field)
    noun = pattern.noun.capitalize() if place.isdecimal() else pattern.noun

    def fill(text: str) -> str:
        return clean_lines(text.format(noun=noun, place=place, field=field))

    short_name = fill(pattern.short_name)
    return printed(
        AgencyDraft(
            name=fill(pattern.name),
            short_name=short_name,
            level=pattern.level,
            header_lines=fill(pattern.header_lines),
            symbol=phrases.COMMITTEE_SYMBOL if pattern.parent_line is None else abbreviation(short_name),
            place_name=f"{noun} {place}" if place.isdecimal() else place,
            parent_line=fill(pattern.parent_line) if pattern.parent_line else None,
        )
    )


def abbreviation(name: str) -> str:
    """First letters of a body's name, for its symbol: Sở Giáo dục và Đào tạo is SGDĐT."""
    words = re.findall(r"\w+", name)
    return "".join(word[0].upper() for word in words if word.lower() not in phrases.UNSPOKEN)


def code_of(draft: AgencyDraft, taken: Container[str]) -> str:
    """An unused code for addresses and file names, from the short name and the place: "ubnd-xa-binh-an"."""
    base = slug(f"{draft.short_name} {draft.place_name}") or "agency"
    candidates = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(code for code in candidates if code not in taken)


def _signing(draft: SignerDraft) -> tuple[str, ...]:
    return fold(draft.authority or ""), fold(draft.position), fold(draft.name)
