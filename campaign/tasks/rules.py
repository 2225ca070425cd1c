"""Rules of tasks: what a draft must keep to, and what is late. Pure: days and names are handed in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from campaign.errors import Problem
from campaign.glossary import TaskStatus
from campaign.tasks import phrases
from campaign.vietnamese import fold


@dataclass(frozen=True)
class TaskDraft:
    """A task as typed: unit ids, one of due_on or due_words, the rest optional."""

    text: str
    lead_unit_id: int
    coordinating: Sequence[int] = ()
    due_on: date | None = None
    due_words: str | None = None
    person: str | None = None
    basis: str | None = None
    expected_result: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Sibling:
    """Another task of the campaign, for telling doubles: its number in the plan, lead unit and text."""

    number: int
    lead_unit_id: int
    text: str


def check(draft: TaskDraft, unit_names: Mapping[int, str], siblings: Iterable[Sibling]) -> list[Problem]:
    """Problems of a draft among the agency's units (id -> name) and the campaign's other tasks."""
    problems = []
    if not {draft.lead_unit_id, *draft.coordinating} <= unit_names.keys():
        return [Problem("lead_unit_id", phrases.UNKNOWN_UNIT)]
    lead = unit_names[draft.lead_unit_id]
    if draft.lead_unit_id in draft.coordinating:
        problems.append(Problem("coordinating", phrases.LEAD_ALSO_COORDINATES.format(unit=lead)))
    if draft.due_on and draft.due_words:
        problems.append(Problem("due_words", phrases.TWO_DUES))
    for sibling in siblings:
        if sibling.lead_unit_id == draft.lead_unit_id and fold(sibling.text) == fold(draft.text):
            problems.append(Problem("text", phrases.SAME_TASK.format(unit=lead, number=sibling.number)))
    return problems


def is_late(due_on: date | None, status: TaskStatus, today: date) -> bool:
    """A task is late when its day has passed and it is not done; words are never late."""
    return due_on is not None and due_on < today and status is not TaskStatus.DONE
