"""The weekly progress report, of a whole campaign or of one unit: a báo cáo (D30 Phụ lục III mẫu 1.4), a draft to sign. Pure."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from campaign.documents import phrases
from campaign.documents.rules import letterhead, papers
from campaign.documents.rules.annexes import document_named
from campaign.documents.rules.blocks.assignments import due_cell, is_collective
from campaign.documents.rules.blocks.drawing import dashes, rows, stopless
from campaign.documents.rules.editing import phrases as filing
from campaign.documents.rules.inline import escape
from campaign.documents.rules.papers import Paper
from campaign.documents.rules.plan import Agency, DocumentDraft, Node, Plan, Recipient, Table, Task, Unit
from campaign.documents.rules.weeks import Extension, Week
from campaign.errors import Problem
from campaign.glossary import Relation, TaskClass, TaskStatus, UpdateKind
from campaign.tasks.rules.outcome import last_words, outcome
from campaign.tasks.rules.standing import ASIDE, class_of
from campaign.vietnamese import (
    capitalise_first,
    count,
    fold,
    lower_first,
    quotes,
    safe_file_name,
    short_date,
)

_TEMPLATE = "bao-cao-tien-do.docx"
_COUNT, _ALL, _OWN = "task_counts", "week_results", "own_results"  # tables of the template


@dataclass(frozen=True)
class _Report:
    """What the sections are drawn from."""

    week: Week
    told: Mapping[int, str]
    unit: Unit | None

    def of(self, task: Task) -> str:
        """A task on a line of its own, with its unit where several report."""
        text = capitalise_first(stopless(task.text))
        return text if self.unit else phrases.OF_UNIT.format(unit=task.lead.name, text=text)

    def outcome(self, task: Task) -> str:
        """What came of it so far, on one line."""
        told = " ".join(self.told.get(task.id, "").split())
        return outcome(task.status, task.done_on, task.percent, stopless(told))

    def table(self, tasks: Iterable[Task], say: Callable[[Task], str]) -> Table:
        """The tasks with what `say` tells of each."""
        return rows(
            _OWN if self.unit else _ALL,
            (
                {
                    "text": capitalise_first(stopless(task.text)),
                    "lead": capitalise_first(task.lead.short_name),
                    "due": due_cell(task),
                    "outcome": say(task),
                }
                for task in tasks
            ),
        )


def draw_progress(
    week: Week, plan: Plan, blank: DocumentDraft, main: DocumentDraft | None, unit: Unit | None = None
) -> Paper:
    """The week's report, without number and day; `blank` is a báo cáo nobody has begun, `main` the plan it follows.

    With `unit` it is that unit's own report to the office, under the unit's letterhead. Sections without data are left out.
    """
    report = _Report(week, last_words(week.said), unit)
    document = replace(
        _of_unit(blank, plan, unit) if unit and not is_collective(unit.name) else _of_office(blank),
        title=_title(plan, week),
        draft_year=week.until.year,
        draft_month=week.until.month,
    )
    document = replace(document, outline=_outline(report, plan, document, main))
    paper = papers.draw(document, plan)
    title = f"{letterhead.balanced(quotes(_named(plan)))}\n{_week_words(week)}"
    scope = unit.name if unit else plan.code
    name = phrases.FILE_OF_PROGRESS.format(first=f"{week.first:%d-%m-%Y}", scope=scope)
    return replace(
        paper,
        template=_TEMPLATE,
        context={**paper.context, "title": title},
        file_name=safe_file_name(f"{name}.docx"),
        problems=() if week.tasks else (Problem("", phrases.NO_TASKS),),
    )


def unit_symbol(short_name: str) -> str:
    """The letters of a unit in its documents' symbol: "VHXH" of "Phòng VH-XH", "VP" of "Văn phòng" (D30 Phụ lục I II.3.b)."""
    words = re.findall(r"\w+", short_name)
    kept = [word for place, word in enumerate(words) if place or fold(word) != fold(phrases.SIGN_WITHOUT[0])]
    said = [word for word in kept or words if fold(word) != fold(phrases.SIGN_WITHOUT[1])]
    return "".join(word if word.isupper() else word[0].upper() for word in said)


def _title(plan: Plan, week: Week) -> str:
    return f"{_named(plan)} {_week_words(week)}"


def _named(plan: Plan) -> str:
    return phrases.PROGRESS_TITLE.format(title=lower_first(plan.title))


def _week_words(week: Week) -> str:
    return phrases.PROGRESS_WEEK.format(first=short_date(week.first), last=short_date(week.last))


def _of_office(blank: DocumentDraft) -> DocumentDraft:
    names = (
        phrases.TO_LEADERS.format(agency=blank.agency.short_name),
        phrases.TO_UNITS,
        filing.FILING,
    )
    return replace(blank, recipients=tuple(map(Recipient, names)))


def _of_unit(blank: DocumentDraft, plan: Plan, unit: Unit) -> DocumentDraft:
    """The report under the unit's own name, to the office; of a body that is not the office's the parent is not known."""
    parent = "\n".join(plan.agency.header_lines) if unit.relation is Relation.ASSIGN else None
    agency = Agency(unit.name, unit.short_name, (unit.name.upper(),), plan.agency.place_name, parent)
    heads = (head for words, head in phrases.HEADS_OF_UNITS if fold(unit.name).startswith(fold(words)))
    return replace(
        blank,
        agency=agency,
        symbol=phrases.REPORT_SYMBOL.format(unit=unit_symbol(unit.short_name)),
        authority=None,
        position=next(heads, phrases.HEAD_OF_ANY_UNIT),
        signer_name=None,
        addressees=(plan.agency.name,),
        recipients=(Recipient(filing.AS_ABOVE), Recipient(filing.FILING)),
    )


def _outline(
    report: _Report, plan: Plan, document: DocumentDraft, main: DocumentDraft | None
) -> tuple[Node, ...]:
    week = report.week
    days = phrases.PROGRESS_NEXT_DAYS.format(
        first=short_date(week.next_first), last=short_date(week.next_last)
    )
    listed = (
        (phrases.PROGRESS_DONE, "", week.done, report.outcome),
        (phrases.PROGRESS_MOVED, "", week.moved, report.outcome),
        (phrases.PROGRESS_LATE, "", week.late, lambda task: _late(report, task)),
        (phrases.PROGRESS_NEXT, days, week.coming, report.outcome),
    )
    said = (
        (phrases.PROGRESS_EXTENSIONS, [_extension(report, each) for each in week.extensions]),
        (phrases.PROGRESS_ASIDE, [_aside(report, task) for task in week.put_aside]),
    )
    return (
        Node(text=escape(_opening(plan, document, main, week)), numbered=False),
        _summary(report),
        *(
            Node(heading=heading, text=text, table=report.table(tasks, say))
            for heading, text, tasks, say in listed
            if tasks
        ),
        *(Node(heading=heading, text=dashes(items)) for heading, items in said if items),
        Node(text=escape(phrases.PROGRESS_CLOSING.format(agency=document.agency.name)), numbered=False),
    )


def _opening(plan: Plan, document: DocumentDraft, main: DocumentDraft | None, week: Week) -> str:
    words = phrases.PROGRESS_OPENING.format(
        agency=document.agency.name,
        title=quotes(lower_first(plan.title)),
        first=short_date(week.first),
        last=short_date(week.last),
    )
    if main is None or main.number is None:
        return words
    followed = phrases.PROGRESS_FOLLOWING.format(document=document_named(main), agency=main.agency.name)
    return followed + words


def _summary(report: _Report) -> Node:
    """How many tasks there are in each of the four classes, and beside them; by unit where several report."""
    week = report.week
    counted = Counter(_class(task, week.until) for task in week.tasks)
    lines = [
        phrases.PROGRESS_COUNT.format(label=kind.label, count=count(counted[kind]) if counted[kind] else "0")
        for kind in (*TaskClass, *sorted(ASIDE))
        if counted[kind] or isinstance(kind, TaskClass)
    ]
    text = phrases.PROGRESS_COUNTED.format(day=short_date(week.until), total=count(len(week.tasks)))
    leads = list(dict.fromkeys(task.lead for task in week.tasks))
    table = None
    if report.unit is None and len(leads) > 1:
        table = rows(_COUNT, [_counts(unit, week) for unit in leads])
    whole = f"{escape(text)}\n{dashes(lines)}"
    if table:
        whole += f"\n{phrases.PROGRESS_BY_UNIT}"
    return Node(heading=phrases.PROGRESS_SUMMARY, text=whole, table=table)


def _counts(unit: Unit, week: Week) -> dict[str, str]:
    own = [task for task in week.tasks if task.lead == unit]
    counted = Counter(_class(task, week.until) for task in own)
    named = {kind.value: str(counted[kind]) for kind in TaskClass}
    return {"lead": capitalise_first(unit.name), "total": str(len(own)), **named}


def _class(task: Task, day: date) -> TaskClass | TaskStatus:
    return class_of(task.deadline, task.status, task.done_on, day) or task.status


def _late(report: _Report, task: Task) -> str:
    days = (report.week.until - (task.deadline or report.week.until)).days
    return phrases.LATE_AND.format(late=phrases.LATE_BY.format(days=days), outcome=report.outcome(task))


def _extension(report: _Report, extension: Extension) -> str:
    asked, answer = extension.asked, extension.answer
    day = short_date(asked.until) if asked.until else ""
    reason = " ".join(stopless(asked.text).split())
    form = phrases.ASKED_BECAUSE if reason else phrases.ASKED
    said = [report.of(extension.task), form.format(day=day, reason=reason)]
    if answer is None:
        said.append(phrases.UNANSWERED)
    elif answer.kind is UpdateKind.REFUSE:
        said.append(phrases.REFUSED)
    else:
        said.append(phrases.GRANTED.format(day=short_date(answer.until or asked.until or answer.day)))
    return ", ".join(said)


def _aside(report: _Report, task: Task) -> str:
    reason = " ".join(stopless(report.told.get(task.id, "")).split())
    kind = task.status.label.lower()
    words = phrases.PUT_ASIDE.format(kind=kind, reason=lower_first(reason)) if reason else kind
    return f"{report.of(task)}, {words}"
