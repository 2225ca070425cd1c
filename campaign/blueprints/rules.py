"""Rules of blueprints: what a draft must keep to, guessing units for roles, and what using one would make. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from campaign.blueprints import phrases
from campaign.errors import Problem
from campaign.glossary import DayOffShift, DayUnit
from campaign.tasks.rules import FARTHEST
from campaign.vietnamese import fold
from campaign.workdays import DaysOff, Offset, due_day, offset_of, working_days_between

SHORT_NOTICE = 2  # working days that a task needs at least


@dataclass(frozen=True)
class BlueprintDraft:
    """A blueprint's own fields as typed."""

    name: str
    note: str | None = None


@dataclass(frozen=True)
class BlueprintTaskDraft:
    """A task of a blueprint as typed: an offset from the ceremony, or words, or neither."""

    text: str
    lead_role: str
    helper_roles: Sequence[str] = ()
    offset_count: int | None = None
    offset_unit: DayUnit | None = None
    due_time: time | None = None
    due_words: str | None = None
    expected_result: str | None = None


@dataclass(frozen=True)
class Planned:
    """A task that using a blueprint would make: `key` is the blueprint task's id, `double` when the campaign has it already."""

    key: int
    draft: BlueprintTaskDraft
    day: date | None
    warnings: Sequence[str]
    double: bool


def check(draft: BlueprintDraft, names: Iterable[str]) -> list[Problem]:
    """Problems of a blueprint beside the names of the office's others."""
    if fold(draft.name) in map(fold, names):
        return [Problem("name", phrases.SAME_NAME)]
    return []


def check_task(draft: BlueprintTaskDraft) -> list[Problem]:
    """Problems of a task of a blueprint."""
    problems = []
    if fold(draft.lead_role) in map(fold, draft.helper_roles):
        problems.append(Problem("helper_roles", phrases.LEAD_ALSO_HELPS))
    if draft.offset_count is not None and draft.due_words:
        problems.append(Problem("due_words", phrases.TWO_DUES))
    if draft.offset_count is not None and abs(draft.offset_count) > FARTHEST:
        problems.append(Problem("offset_count", phrases.TOO_FAR.format(most=FARTHEST)))
    if draft.due_time is not None and draft.offset_count is None:
        problems.append(Problem("due_time", phrases.TIME_WITHOUT_DAY))
    return problems


def roles_of(drafts: Iterable[BlueprintTaskDraft]) -> list[str]:
    """Every role, once, in the order tasks name them; two spellings that fold alike are one role."""
    found: dict[str, str] = {}
    for draft in drafts:
        for role in (draft.lead_role, *draft.helper_roles):
            found.setdefault(fold(role), role)
    return list(found.values())


def guess(role: str, remembered: Mapping[str, int], units: Mapping[int, Sequence[str]]) -> int | None:
    """The unit a role most likely means: the one it had last, else the one whose name is in it, else whose words it shares most.

    `units` gives each unit's names. None when nothing speaks for one.
    """
    key = fold(role)
    if remembered.get(key) in units:
        return remembered[key]
    for unit_id, names in units.items():
        if any(fold(name) == key for name in names):
            return unit_id
    usual = [fold(word) for hint, words in phrases.USUAL_UNITS.items() if fold(hint) in key for word in words]
    for word in usual:
        for unit_id, names in units.items():
            if any(word in fold(name) for name in names):
                return unit_id
    return None


def planned(
    drafts: Mapping[int, BlueprintTaskDraft],
    ceremony_day: date | None,
    present: Iterable[str],
    calendar: tuple[DaysOff, DayOffShift],
    today: date,
) -> list[Planned]:
    """What using the blueprint would make for a ceremony on that day, beside the texts of the tasks the campaign has."""
    days_off, shift = calendar
    have = {fold(text) for text in present}
    return [
        Planned(key, draft, day, _warnings(day, days_off, today), fold(draft.text) in have)
        for key, draft in drafts.items()
        for day in (_day(draft, ceremony_day, days_off, shift),)
    ]


def counted(
    day: date | None, ceremony_day: date | None, days_off: DaysOff
) -> tuple[int | None, DayUnit | None]:
    """How a saved blueprint counts a task's day: in working days from the ceremony; nothing without both days."""
    if day is None or ceremony_day is None:
        return None, None
    count = offset_of(ceremony_day, day, DayUnit.WORKING, days_off).count
    return (count, DayUnit.WORKING) if abs(count) <= FARTHEST else (None, None)


def _day(
    draft: BlueprintTaskDraft, ceremony_day: date | None, days_off: DaysOff, shift: DayOffShift
) -> date | None:
    if ceremony_day is None or draft.offset_count is None or draft.offset_unit is None:
        return None
    return due_day(ceremony_day, Offset(draft.offset_count, draft.offset_unit), days_off, shift)


def _warnings(day: date | None, days_off: DaysOff, today: date) -> list[str]:
    """Late on the day it is planned, or with hardly any working day left."""
    if day is None:
        return []
    if day < today:
        return [phrases.ALREADY_LATE]
    left = working_days_between(today, day, days_off)
    return [phrases.HARDLY_TIME.format(days=left)] if left < SHORT_NOTICE else []
