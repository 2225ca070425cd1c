"""The register of tasks as a spreadsheet, in columns after the register by which deadlines are followed (D30 Phụ lục IV)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from campaign import phrases as shared
from campaign.campaigns.model import Campaign
from campaign.files import sheet
from campaign.files.sheet import Column, Value
from campaign.people.model import Unit, units_of
from campaign.tasks import phrases
from campaign.tasks.model import Task, coordinating, of_campaign, said_of
from campaign.tasks.rules.outcome import last_words, outcome
from campaign.tasks.rules.standing import class_of, is_late
from campaign.vietnamese import safe_file_name

COLUMNS = (
    Column(shared.ROW_NUMBER, 5, "number"),
    Column(phrases.TEXT, 36),
    Column(phrases.LEAD, 20),
    Column(phrases.COORDINATING, 20),
    Column(phrases.PERSON, 16),
    Column(phrases.DUE, 13, "date"),
    Column(phrases.PROGRESS, 16),
    Column(phrases.CLASS, 16),
    Column(phrases.DONE_ON, 13, "date"),
    Column(phrases.OUTCOME, 30),
    Column(phrases.EXPECTED_RESULT, 20),
    Column(phrases.BASIS, 16),
    Column(phrases.NOTE, 16),
)


@dataclass(frozen=True)
class Listed:
    """Tasks to be written, with their numbers in the plan, the units that help (both by task id) and all units by id."""

    tasks: Sequence[Task]
    numbers: Mapping[int, int]
    helpers: Mapping[int, Sequence[int]]
    units: Mapping[int, Unit]


def listed_of(session: Session, campaign: Campaign) -> Listed:
    """Every task of the campaign; three queries."""
    tasks = of_campaign(session, campaign.id)
    return Listed(
        tasks=tasks,
        numbers={task.id: number for number, task in enumerate(tasks, start=1)},
        helpers=coordinating(session, [task.id for task in tasks]),
        units={unit.id: unit for unit in units_of(session, campaign.agency_id)},
    )


def register_sheet(session: Session, campaign: Campaign, listed: Listed, today: date) -> bytes:
    """The .xlsx of those tasks as they stand on `today`; one query."""
    told = last_words(said_of(session, campaign.id))
    rows = [_entry(task, listed, told.get(task.id, ""), today) for task in listed.tasks]
    return sheet.write(phrases.REGISTER, COLUMNS, rows)


def register_file(code: str) -> str:
    """What the spreadsheet of a campaign is called."""
    return safe_file_name(phrases.REGISTER_FILE.format(code=code))


def _entry(task: Task, listed: Listed, told: str, today: date) -> tuple[Value, ...]:
    late = is_late(task.deadline, task.status, today)
    found = class_of(task.deadline, task.status, task.done_on, today)
    return (
        listed.numbers[task.id], task.text, listed.units[task.lead_unit_id].name,
        "; ".join(listed.units[unit_id].name for unit_id in listed.helpers[task.id]), task.person,
        task.due_on or task.due_words,
        phrases.LATE.format(status=task.status.label) if late else task.status.label,
        found.label if found else "", task.done_on, outcome(task.status, task.done_on, task.percent, told),
        task.expected_result, task.basis, task.note,
    )  # fmt: skip
