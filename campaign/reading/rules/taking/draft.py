"""What somebody confirmed to take of a document, and what stands against it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from campaign.campaigns.rules import CampaignDraft
from campaign.ceremonies.rules import CeremonyDraft, ItemDraft
from campaign.documents.rules.editing import DocumentDraft, RecipientDraft
from campaign.errors import Problem
from campaign.people.rules.units import UnitDraft
from campaign.reading.rules.taking import phrases
from campaign.reading.rules.taking.matching import match, words
from campaign.reading.rules.taking.proposal import Proposal
from campaign.service_days.rules import ProcedureDraft, ServiceDayDraft
from campaign.vietnamese import clean, fold

_WRITTEN, _KNOWN = "w", "u"


@dataclass(frozen=True)
class UnitRef:
    """A unit of a task: by its place among those the document writes, or by its id in the office."""

    written: int | None = None
    known: int | None = None

    def __str__(self) -> str:
        return f"{_WRITTEN}{self.written}" if self.known is None else f"{_KNOWN}{self.known}"


@dataclass(frozen=True)
class UnitTaken:
    """What a written unit becomes: one of the office, or a new one; neither when no task needs it."""

    unit_id: int | None = None
    draft: UnitDraft | None = None


@dataclass(frozen=True)
class TaskTaken:
    """A task; `place` of its duty in the proposal."""

    place: int
    text: str
    lead: UnitRef | None
    helpers: tuple[UnitRef, ...] = ()
    due_on: date | None = None
    due_words: str | None = None


@dataclass(frozen=True)
class GroupTaken:
    """Delegates under one heading, as lines."""

    name: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Taking:
    """All that is taken. With `campaign_id` an existing campaign is extended, else `campaign` makes a new one."""

    campaign: CampaignDraft
    campaign_id: int | None = None
    document: DocumentDraft | None = None
    live: frozenset[int] = frozenset()  # places of sections that follow the data
    bases: tuple[str, ...] = ()
    ceremony: CeremonyDraft | None = None
    programme: tuple[ItemDraft, ...] = ()
    groups: tuple[GroupTaken, ...] = ()
    units: tuple[UnitTaken, ...] = ()
    tasks: tuple[TaskTaken, ...] = ()
    days: tuple[ServiceDayDraft, ...] = ()
    procedures: tuple[ProcedureDraft, ...] = ()
    addressees: tuple[str, ...] = ()
    recipients: tuple[RecipientDraft, ...] = ()
    problems: tuple[Problem, ...] = field(default=())  # of what could not be read at all


def read_ref(text: str) -> UnitRef | None:
    """The unit a choice stands for; None for no choice."""
    found = re.fullmatch(r"(?P<kind>[wu])(?P<number>\d{1,9})", text, re.ASCII)
    if found is None:
        return None
    number = int(found["number"])
    return UnitRef(written=number) if found["kind"] == _WRITTEN else UnitRef(known=number)


def read_helpers(text: str, proposal: Proposal) -> tuple[tuple[UnitRef, ...], list[str]]:
    """The units named in a list with semicolons, and the names nobody knows."""
    places = {_key(unit.written): place for place, unit in enumerate(proposal.units)}
    found: dict[UnitRef, None] = {}
    unknown = []
    for name in filter(None, (clean(piece).strip(" .,") for piece in re.split(r"[;\n]", text))):
        if _key(name) in places:
            found[UnitRef(written=places[_key(name)])] = None
        elif known := match(name, proposal.office.units):
            found[UnitRef(known=known.unit_id)] = None
        else:
            unknown.append(name)
    return tuple(found), unknown


def check(taking: Taking, proposal: Proposal) -> list[Problem]:
    """What stands against taking it; `Problem.field` is the path of a row's field, such as "tasks-3-lead"."""
    problems = list(taking.problems)
    needed: set[int] = set()
    for task in taking.tasks:
        if task.lead is None:
            problems.append(Problem(f"tasks-{task.place}-lead", phrases.NO_LEAD))
        needed |= {ref.written for ref in (task.lead, *task.helpers) if ref and ref.written is not None}
    for place in sorted(needed):
        unit = taking.units[place] if place < len(taking.units) else UnitTaken()
        if unit.unit_id is None and unit.draft is None:
            problems.append(Problem(f"units-{place}-unit", phrases.UNIT_OPEN))
    problems += _same_names(taking.units, proposal)
    if taking.ceremony is None and taking.programme:
        problems.append(Problem("ceremony-take", phrases.PROGRAMME_ALONE))
    if not _anything(taking):
        problems.append(Problem("", phrases.NOTHING_TAKEN))
    return problems


def _same_names(units: Sequence[UnitTaken], proposal: Proposal) -> list[Problem]:
    """New units that would have the name of another."""
    taken = {fold(unit.name) for unit in proposal.office.units}
    problems = []
    for place, unit in enumerate(units):
        if unit.draft is None:
            continue
        if fold(unit.draft.name) in taken:
            problems.append(Problem(f"units-{place}-name", phrases.UNIT_EXISTS.format(name=unit.draft.name)))
        taken.add(fold(unit.draft.name))
    return problems


def _anything(taking: Taking) -> bool:
    return bool(
        taking.document or taking.bases or taking.ceremony or taking.groups or taking.tasks
        or taking.days or taking.procedures
    )  # fmt: skip


def _key(name: str) -> tuple[str, ...]:
    return tuple(word.text for word in words(name))
