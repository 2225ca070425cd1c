"""The register of tasks: who does what by when and how it stands on a day (after the register of D30 Phụ lục IV)."""

from collections.abc import Mapping
from datetime import date

from campaign.documents import phrases
from campaign.documents.rules import letterhead
from campaign.documents.rules.blocks.assignments import due_cell
from campaign.documents.rules.blocks.drawing import stopless
from campaign.documents.rules.papers import Paper
from campaign.documents.rules.plan import Plan, Task
from campaign.errors import Problem
from campaign.tasks.rules.outcome import outcome
from campaign.tasks.rules.standing import class_of
from campaign.vietnamese import capitalise_first, legal_date, quotes, safe_file_name

_TITLE, _ROOM = 90, 252  # characters of a title's line, and millimetres for text, on paper that lies


def draw_register(plan: Plan, today: date, told: Mapping[int, str]) -> Paper:
    """Every task in the plan's order, units by their full names, each in its official class as of `today`.

    `told`: what was last reported of each task, by its id.
    """
    day = legal_date(today)
    context = {
        **letterhead.agency_head(plan.agency),
        "date_line": phrases.PLACE_AND_DAY.format(place=plan.agency.place_name, day=day),
        "title": phrases.REGISTER_TITLE,
        "campaign": letterhead.balanced(quotes(plan.title), _TITLE),
        "as_of": phrases.REGISTER_AS_OF.format(day=day),
        "rows": [
            {"n": str(n), **register_row(task, today, told.get(task.id, ""))}
            for n, task in enumerate(plan.tasks, start=1)
        ],
    }
    name = safe_file_name(phrases.FILE_OF_REGISTER.format(title=plan.title) + ".docx")
    problems = () if plan.tasks else (Problem("", phrases.NO_TASKS),)
    return Paper("bang-theo-doi.docx", context, name, problems=problems, title_field="campaign", room=_ROOM)


def register_row(task: Task, today: date, told: str = "") -> dict[str, str]:
    """Columns of a task of which that was last reported; one that is paused or dropped is in no class and says so."""
    found = class_of(task.deadline or task.due_on, task.status, task.done_on, today)
    return {
        "text": capitalise_first(stopless(task.text)),
        "lead": task.lead.name,
        "coordinating": "; ".join(unit.name for unit in task.coordinating),
        "due": due_cell(task),
        "progress": found.label if found else task.status.label,
        "result": task.expected_result or "",
        "outcome": outcome(task.status, task.done_on, task.percent, stopless(told)),
        "note": task.note or "",
    }
