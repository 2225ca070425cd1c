"""For the report: who came, and what became of the tasks."""

from campaign.documents import phrases
from campaign.documents.rules.blocks.assignments import due_cell
from campaign.documents.rules.blocks.drawing import Drawing, dashes, filled, rows, sentence, stopless
from campaign.documents.rules.plan import Delegate, DelegateGroup, Node, Task
from campaign.glossary import Layout, TaskStatus
from campaign.tasks.rules.standing import finished_late, is_finished
from campaign.vietnamese import capitalise_first, count, short_date


def attendance(node: Node, drawing: Drawing) -> Node:
    """Heads invited and present, in all and by group."""
    groups = [group for group in drawing.plan.groups if group.delegates]
    invited, present = _invited(drawing.plan.delegates), _present(drawing.plan.delegates)
    form = phrases.PRESENT_UNKNOWN if present is None else phrases.INVITED_AND_PRESENT
    total = sentence(form.format(invited=count(invited), present=_heads(present)))
    if node.layout is Layout.TABLE:
        table = rows("attendance", map(_group_row, groups))
        last = {"n": "", "group": phrases.TOTAL, "invited": count(invited), "present": _heads(present)}
        return filled(node, total, table=type(table)(table.kind, (*table.rows, last)))
    return filled(node, f"{total}\n{dashes([_group(group) for group in groups])}")


def _group(group: DelegateGroup) -> str:
    return phrases.GROUP_PRESENT.format(**{**_group_row(group), "group": group.name.rstrip(" :")})


def _group_row(group: DelegateGroup) -> dict[str, str]:
    return {
        "group": group.name,
        "invited": count(_invited(group.delegates)),
        "present": _heads(_present(group.delegates)),
    }


def _invited(delegates: tuple[Delegate, ...]) -> int:
    return sum(1 if delegate.headcount is None else delegate.headcount for delegate in delegates)


def _present(delegates: tuple[Delegate, ...]) -> int | None:
    """Heads counted at the door; None when nobody was counted."""
    counted = [delegate.attended for delegate in delegates if delegate.attended is not None]
    return sum(counted) if counted else None


def _heads(present: int | None) -> str:
    return phrases.NOT_COUNTED if present is None else count(present)


def task_results(node: Node, drawing: Drawing) -> Node:
    """How many tasks are done, late, under way, not begun; and a table of each."""
    tasks = drawing.plan.tasks
    done = [task for task in tasks if is_finished(task.status)]
    new = [task for task in tasks if task.status is TaskStatus.OPEN]
    late = [task for task in done if _late(task)]
    open_ = len(tasks) - len(done) - len(new)
    parts = [
        phrases.TASKS_TOTAL.format(total=count(len(tasks))),
        phrases.TASKS_DONE.format(done=count(len(done))),
    ]
    parts[-1] += phrases.TASKS_LATE.format(late=count(len(late))) if late else ""
    parts += [phrases.TASKS_OPEN.format(open=count(open_))] if open_ else []
    parts += [phrases.TASKS_NEW.format(new=count(len(new)))] if new else []
    total = sentence("; ".join(parts))
    if node.layout is Layout.TABLE:
        return filled(node, total, table=rows("task_results", map(_task_row, tasks)))
    listed = dashes([phrases.TASK_OUTCOME.format(**_task_row(task)) for task in tasks])
    return filled(node, f"{total}\n{listed}")


def _late(task: Task) -> bool:
    """Was it reported after its last day, which words may name too?"""
    return finished_late(task.deadline or task.due_on, task.done_on)


def _task_row(task: Task) -> dict[str, str]:
    return {
        "text": capitalise_first(stopless(task.text)),
        "lead": task.lead.short_name,
        "due": due_cell(task),
        "outcome": _outcome(task),
    }


def _outcome(task: Task) -> str:
    if is_finished(task.status) and task.done_on:
        form = phrases.DONE_LATE if _late(task) else phrases.DONE_ON
        return form.format(day=short_date(task.done_on))
    return phrases.STATUS[task.status]
