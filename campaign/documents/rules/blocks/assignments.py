"""Assignments: the tasks of every unit, in the words its relation to the agency asks for."""

from collections.abc import Iterator, Mapping, Sequence

from campaign.documents import phrases
from campaign.documents.rules.blocks.drawing import Drawing, filled, rows, sentence, stopless
from campaign.documents.rules.inline import escape
from campaign.documents.rules.plan import Node, Plan, Task, Unit
from campaign.glossary import Layout, Relation
from campaign.vietnamese import capitalise_first, fold, lower_first, short_date


def assignments(node: Node, drawing: Drawing) -> Node:
    """One subsection for each unit that leads a task, in the plan's order of units; or one table of all tasks."""
    if node.layout is Layout.TABLE:
        tasks = [task for _, group in by_unit(drawing.plan) for task in group]
        return filled(node, table=rows("assignments", map(task_row, tasks)))
    return filled(node, children=[_unit(node, unit, tasks) for unit, tasks in by_unit(drawing.plan)])


def by_unit(plan: Plan) -> Iterator[tuple[Unit, list[Task]]]:
    """Units that lead, in the plan's order, each with its tasks; units the plan does not list come last."""
    leads = list(dict.fromkeys([*plan.units, *(task.lead for task in plan.tasks)]))
    for unit in leads:
        if tasks := [task for task in plan.tasks if task.lead == unit]:
            yield unit, tasks


def _unit(node: Node, unit: Unit, tasks: Sequence[Task]) -> Node:
    key = f"{node.key}.unit-{unit.id}"
    words = [sentence(task_words(task)) for task in tasks]
    alone = escape(_given(phrases.STANDING_ALONE, unit))
    if node.layout is Layout.RUN_IN:
        return Node(key, alone, " ".join(words), run_in=True)
    if node.layout is Layout.NUMBERED:
        made = tuple(
            Node(f"{key}.task-{task.id or n}", text=text)
            for n, (task, text) in enumerate(zip(tasks, words, strict=True), start=1)
        )
        return Node(key, alone, children=made)
    return Node(
        key,
        escape(_given(phrases.ASSIGN, unit)),
        "\n".join(f"- {text}" for text in words),
    )


def _given(forms: Mapping[Relation, str], unit: Unit) -> str:
    """The words that give a unit its tasks, in the form its relation asks for."""
    return capitalise_first(forms[unit.relation].format(unit=in_sentence(unit.name)))


def in_sentence(name: str) -> str:
    """A unit's name inside a sentence: "Các phòng" begins small there, a proper name keeps its capital (D30 Phụ lục II)."""
    return lower_first(name) if is_collective(name) else name


def is_collective(name: str) -> bool:
    """Is it several bodies under one name ("Các phòng, ban"), which is no proper name?"""
    return any(f"{name.casefold()} ".startswith(f"{word} ") for word in phrases.COLLECTIVE)


def task_words(task: Task) -> str:
    """The duty as one sentence without its stop: coordinating units named, due date in brackets, neither said twice."""
    text, said = stopless(task.text), fold(task.text)
    if task.coordinating and fold(phrases.COORDINATE) not in said:
        text = phrases.LEAD_WITH.format(units=names(task.coordinating)) + lower_first(_without_lead(text))
    due = due_words(task)
    if due and not _says_due(task, said):
        text = f"{text} ({due})"
    return capitalise_first(text)


def due_words(task: Task) -> str:
    """When the task is due, inside a sentence: "hoàn thành trước ngày 20/3/2023", "thường xuyên", or nothing."""
    if task.due_on:
        return phrases.BEFORE.format(day=short_date(task.due_on))
    return lower_first(stopless(task.due_words or ""))


def due_cell(task: Task) -> str:
    """When the task is due, in a table."""
    if task.due_on:
        return phrases.BEFORE_DAY.format(day=short_date(task.due_on))
    return capitalise_first(stopless(task.due_words or ""))


def names(units: Sequence[Unit]) -> str:
    """Names of units in a row inside a sentence; semicolons when a name holds a comma of its own."""
    comma = any("," in unit.name for unit in units)
    return ("; " if comma else ", ").join(in_sentence(unit.name) for unit in units)


def task_row(task: Task) -> dict[str, str]:
    """Columns of a task: text, lead, with, due, result."""
    return {
        "text": capitalise_first(stopless(task.text)),
        "lead": capitalise_first(task.lead.short_name),
        "coordinating": capitalise_first(
            ", ".join(in_sentence(unit.short_name) for unit in task.coordinating)
        ),
        "due": due_cell(task),
        "result": task.expected_result or "",
    }


def _says_due(task: Task, said: str) -> bool:
    words = short_date(task.due_on) if task.due_on else task.due_words or ""
    return fold(words) in said


def _without_lead(text: str) -> str:
    """The duty without the word the sentence is about to begin with."""
    opening = text[: len(phrases.LEAD)]
    return text[len(phrases.LEAD) :].lstrip(" ,") if fold(opening) == fold(phrases.LEAD) else text
