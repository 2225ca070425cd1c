"""Rules of tasks. Here: what a draft must keep to and how a list is narrowed; beside: standing, reporting, evidence."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from campaign.errors import Problem
from campaign.glossary import DayUnit, TaskStatus, Urgency
from campaign.tasks import phrases
from campaign.vietnamese import fold, matches

FARTHEST = 400  # days a task may lie from its ceremony


@dataclass(frozen=True)
class TaskDraft:
    """A task as typed: unit ids, at most one of due_on, due_words and offset_count, the rest optional.

    An offset counts days from the ceremony of that id, negative before it; its due day is computed when saved.
    """

    text: str
    lead_unit_id: int
    coordinating: Sequence[int] = ()
    due_on: date | None = None
    due_time: time | None = None
    due_words: str | None = None
    ceremony_id: int | None = None
    offset_count: int | None = None
    offset_unit: DayUnit | None = None
    pinned: bool = False
    after_task_id: int | None = None
    urgency: Urgency = Urgency.NORMAL
    person: str | None = None
    basis: str | None = None
    basis_section: str | None = None
    expected_result: str | None = None
    note: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class BulkDraft:
    """What several tasks get at once: a lead unit, a due day, or both."""

    lead_unit_id: int | None = None
    due_on: date | None = None

    def applied(self, draft: TaskDraft) -> TaskDraft:
        """A task's draft with it; a typed day takes the place of words and offset, a new lead stops helping."""
        if self.lead_unit_id is not None:
            helpers = [unit_id for unit_id in draft.coordinating if unit_id != self.lead_unit_id]
            draft = replace(draft, lead_unit_id=self.lead_unit_id, coordinating=helpers)
        if self.due_on is not None:
            draft = replace(
                draft,
                due_on=self.due_on,
                due_words=None,
                ceremony_id=None,
                offset_count=None,
                offset_unit=None,
            )
        return draft


@dataclass(frozen=True)
class Known:
    """What a draft may point to: the agency's units (id -> name), the campaign's ceremonies, and its tasks (id -> the task that goes before)."""

    unit_names: Mapping[int, str]
    ceremony_ids: Collection[int] = ()
    after: Mapping[int, int | None] = field(default_factory=dict)


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


def check(
    draft: TaskDraft, known: Known, siblings: Iterable[Sibling], own_id: int | None = None
) -> list[Problem]:
    """Problems of a draft of the task `own_id` (None: a new one) beside the campaign's other tasks."""
    problems = []
    if not {draft.lead_unit_id, *draft.coordinating} <= known.unit_names.keys():
        return [Problem("lead_unit_id", phrases.UNKNOWN_UNIT)]
    lead = known.unit_names[draft.lead_unit_id]
    if draft.lead_unit_id in draft.coordinating:
        problems.append(Problem("coordinating", phrases.LEAD_ALSO_COORDINATES.format(unit=lead)))
    problems += _due_problems(draft, known)
    if draft.after_task_id is not None and _goes_round(draft.after_task_id, known.after, own_id):
        problems.append(Problem("after_task_id", phrases.GOES_ROUND))
    return problems + doubles(draft.text, draft.lead_unit_id, lead, siblings)


def _due_problems(draft: TaskDraft, known: Known) -> list[Problem]:
    said = [draft.due_on is not None, bool(draft.due_words), draft.offset_count is not None]
    if sum(said) > 1:
        return [Problem("due_words", phrases.TWO_DUES)]
    if draft.due_time is not None and not (draft.due_on or draft.offset_count is not None):
        return [Problem("due_time", phrases.TIME_WITHOUT_DAY)]
    if draft.offset_count is None:
        return []
    if draft.ceremony_id not in known.ceremony_ids:
        return [Problem("ceremony_id", phrases.WHICH_CEREMONY)]
    if draft.offset_unit is None or abs(draft.offset_count) > FARTHEST:
        return [Problem("offset_count", phrases.BAD_OFFSET.format(most=FARTHEST))]
    return []


def _goes_round(first: int, after: Mapping[int, int | None], own_id: int | None) -> bool:
    """Does following what goes before `first` lead out of the campaign, or back to the task itself?"""
    step: int | None = first
    seen = {own_id}
    while step is not None:
        if step in seen or step not in after:
            return True
        seen.add(step)
        step = after[step]
    return False


def doubles(text: str, lead_unit_id: int, lead: str, siblings: Iterable[Sibling]) -> list[Problem]:
    """A problem when another task gives the same unit (named `lead`) the same duty, whatever its diacritics."""
    for sibling in siblings:
        if sibling.lead_unit_id == lead_unit_id and fold(sibling.text) == fold(text):
            return [Problem("text", phrases.SAME_TASK.format(unit=lead, number=sibling.number))]
    return []
