"""Annexes: papers that are no document type of their own and go with one as Phụ lục (D30 Phụ lục III, mẫu 2.1)."""

from collections.abc import Callable

from campaign.documents import phrases
from campaign.documents.rules import letterhead
from campaign.documents.rules.blocks.assignments import by_unit, task_row
from campaign.documents.rules.blocks.gathering import delegate_rows, programme_row
from campaign.documents.rules.papers import Context, Paper, ceremony_facts, draw
from campaign.documents.rules.plan import DocumentDraft, Plan
from campaign.errors import Problem
from campaign.glossary import Annex
from campaign.vietnamese import lower_first, quotes, roman, safe_file_name

_CAPITALS = 44  # characters of a line in capitals


def draw_all(document: DocumentDraft, plan: Plan) -> tuple[Paper, ...]:
    """All papers of a document: itself, then its annexes in order."""
    return (draw(document, plan), *draw_annexes(document, plan))


def draw_annexes(document: DocumentDraft, plan: Plan) -> tuple[Paper, ...]:
    """The annexes of a document in order; they bear Roman numbers only when there are several (D30 Phụ lục I III.1)."""
    several = len(document.annexes) > 1
    return tuple(
        _annex(
            document,
            plan,
            annex,
            phrases.ANNEX_NUMBERED.format(number=roman(n)) if several else phrases.ANNEX,
        )
        for n, annex in enumerate(document.annexes, start=1)
    )


def document_named(document: DocumentDraft) -> str:
    """ "Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2023", with blanks for what a draft does not know."""
    number = "      " if document.number is None else f"{document.number:02}"
    day = letterhead.day_of(document)
    return phrases.DOCUMENT_NAMED.format(
        kind=document.kind.label, number=number, symbol=document.symbol, day=day
    )


def _annex(document: DocumentDraft, plan: Plan, annex: Annex, label: str) -> Paper:
    template, draw_rows = _ANNEXES[annex]
    ceremony = lower_first(plan.ceremony.title) if plan.ceremony else ""
    title = quotes(phrases.ANNEX_TITLES[annex].format(ceremony=ceremony).strip())
    rows, problem = draw_rows(plan)
    context = {
        "annex": label,
        "title": letterhead.balanced(title, _CAPITALS),
        "attached": phrases.ATTACHED.format(document=document_named(document), agency=document.agency.name),
        **rows,
    }
    name = safe_file_name(phrases.FILE_OF_ANNEX.format(annex=label, title=title) + ".docx")
    problems = (Problem("", problem),) if problem else ()
    return Paper(template, context, name, document.size_profile, problems, title_field="attached")


def _programme(plan: Plan) -> tuple[Context, str]:
    items = plan.ceremony.programme if plan.ceremony else ()
    context = {**ceremony_facts(plan.ceremony), "rows": [programme_row(item) for item in items]}
    return context, "" if items else phrases.NO_PROGRAMME if plan.ceremony else phrases.NO_CEREMONY


def _delegates(plan: Plan) -> tuple[Context, str]:
    groups = delegate_rows(plan)
    return {"groups": groups}, "" if groups else phrases.NO_DELEGATES


def _assignments(plan: Plan) -> tuple[Context, str]:
    tasks = [task for _, led in by_unit(plan) for task in led]
    listed = [{"n": str(n), **task_row(task)} for n, task in enumerate(tasks, start=1)]
    return {"rows": listed}, "" if listed else phrases.NO_TASKS


_ANNEXES: dict[Annex, tuple[str, Callable[[Plan], tuple[Context, str]]]] = {
    Annex.PROGRAMME: ("phu-luc-chuong-trinh.docx", _programme),
    Annex.DELEGATES: ("phu-luc-dai-bieu.docx", _delegates),
    Annex.ASSIGNMENTS: ("phu-luc-phan-cong.docx", _assignments),
}
