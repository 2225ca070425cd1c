"""Rules of tasks: what a draft must keep to, and what is late. Pure: days and names are handed in."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from campaign.errors import Problem
from campaign.glossary import TaskStatus
from campaign.tasks import phrases
from campaign.vietnamese import fold, matches


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


@dataclass(frozen=True)
class Wanted:
    """What a list of tasks is narrowed to; the empty one keeps every task."""

    words: str = ""
    unit_id: int | None = None
    status: TaskStatus | None = None
    late: bool = False

    def keeps(self, text: str, unit_ids: Collection[int], status: TaskStatus, *, late: bool) -> bool:
        """Does a task with this text, lead and coordinating units, status and lateness stay on the list?"""
        return (
            matches(self.words, text)
            and self.unit_id in (None, *unit_ids)
            and self.status in (None, status)
            and (late or not self.late)
        )


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
    return problems + doubles(draft.text, draft.lead_unit_id, lead, siblings)


def doubles(text: str, lead_unit_id: int, lead: str, siblings: Iterable[Sibling]) -> list[Problem]:
    """A problem when another task gives the same unit (named `lead`) the same duty, whatever its diacritics."""
    for sibling in siblings:
        if sibling.lead_unit_id == lead_unit_id and fold(sibling.text) == fold(text):
            return [Problem("text", phrases.SAME_TASK.format(unit=lead, number=sibling.number))]
    return []


def is_late(due_on: date | None, status: TaskStatus, today: date) -> bool:
    """A task is late when its day has passed and it is not done; words are never late."""
    return due_on is not None and due_on < today and status is not TaskStatus.DONE


def next_status(status: TaskStatus) -> TaskStatus | None:
    """What a unit says next of its task; None when it is done."""
    steps = list(TaskStatus)
    following = steps.index(status) + 1
    return steps[following] if following < len(steps) else None
