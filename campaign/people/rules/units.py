"""Rules of units: what a draft must keep to, and the usual units an office can start from. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from campaign import phrases as shared
from campaign.errors import Problem
from campaign.glossary import Level, Relation
from campaign.people import phrases
from campaign.people.phrases import Starter
from campaign.people.rules import check_email, check_validity
from campaign.vietnamese import fold

# Luật 72/2025/QH15: the district level ended, and the communes of today began, on this day.
TWO_TIERS_FROM = date(2025, 7, 1)
LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)

# Hours at which a unit may want its reminders; none goes in the night (mailing).
DIGEST_HOURS = range(6, 21)
USUAL_DIGEST_HOUR = 7

_PHONE = re.compile(r"\+?[\d .()/-]{3,40}")


@dataclass(frozen=True)
class UnitDraft:
    """A unit as typed; its place in plans is kept beside it and changed by moving it."""

    name: str
    short_name: str
    relation: Relation = Relation.ASSIGN
    email: str | None = None
    phone: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    digest_hour: int = USUAL_DIGEST_HOUR


def check_unit(draft: UnitDraft, names: Iterable[str]) -> list[Problem]:
    """Problems of a draft among the names of the agency's other units."""
    problems = [
        Problem("name", phrases.SAME_UNIT.format(name=name)) for name in names if fold(name) == fold(draft.name)
    ]  # fmt: skip
    if draft.phone and not _PHONE.fullmatch(draft.phone):
        problems.append(Problem("phone", phrases.BAD_PHONE.format(text=draft.phone)))
    if draft.digest_hour not in DIGEST_HOURS:
        sentence = shared.BAD_NUMBER.format(low=DIGEST_HOURS[0], high=DIGEST_HOURS[-1])
        problems.append(Problem("digest_hour", sentence))
    return problems + check_email("email", draft.email) + check_validity(draft.valid_from, draft.valid_to)


def starter_of(level: Level, agency_name: str) -> Starter | None:
    """The list of usual units an office can start from, told by its name where a level has two; none for a province."""
    if level is Level.COMMUNE:
        return Starter.WARD if phrases.WARD in agency_name.lower() else Starter.COMMUNE
    return Starter.DISTRICT if level is Level.DISTRICT else None


def usual_units(starter: Starter, names: Iterable[str]) -> list[UnitDraft]:
    """Drafts of the usual units whose names are not among `names`, dated by the reform of 01/7/2025."""
    known = {fold(name) for name in names}
    ended = starter is Starter.DISTRICT
    return [
        UnitDraft(
            name=usual.name,
            short_name=usual.short_name,
            relation=usual.relation,
            valid_from=None if ended else TWO_TIERS_FROM,
            valid_to=LAST_DAY_OF_DISTRICTS if ended else None,
        )
        for usual in phrases.USUAL_UNITS[starter]
        if fold(usual.name) not in known
    ]


def is_past(valid_to: date | None, today: date) -> bool:
    """Has the unit's or signer's time passed?"""
    return valid_to is not None and valid_to < today
