"""Sheets of the office's own, with no number: a unit's task sheet, the script of the master of ceremonies."""

from collections.abc import Iterator
from dataclasses import replace

from campaign.documents import phrases
from campaign.documents.rules import inline, letterhead
from campaign.documents.rules.annexes import document_named
from campaign.documents.rules.blocks.assignments import in_sentence, task_row
from campaign.documents.rules.blocks.drawing import dashes
from campaign.documents.rules.blocks.gathering import clock, delegate_words
from campaign.documents.rules.outline import Line
from campaign.documents.rules.papers import Context, Paper, body_context, ceremony_facts
from campaign.documents.rules.plan import Delegate, DocumentDraft, Plan, ProgrammeItem, Task, Unit
from campaign.errors import Problem
from campaign.glossary import SizeProfile
from campaign.vietnamese import fold, lower_first, quotes, safe_file_name


def draw_task_sheet(unit: Unit, plan: Plan, document: DocumentDraft | None = None) -> Paper:
    """A unit's duties on a page: what it leads and what it helps with. `document` is the plan they come from, if any."""
    lead = [task for task in plan.tasks if task.lead == unit]
    helps = [task for task in plan.tasks if unit in task.coordinating]
    agency = document.agency if document else plan.agency
    title = phrases.SHEET_TITLES[unit.relation]
    context = {
        **letterhead.agency_head(agency),
        "agency": agency.name,
        "title": title,
        "unit": in_sentence(unit.name),
        "campaign": letterhead.balanced(quotes(plan.title)),
        "basis": _basis(document),
        "date_line": letterhead.date_line(document) if document else "",
        "lead_words": phrases.SHEET_LEAD[unit.relation].format(unit=in_sentence(unit.name)) if lead else "",
        "lead_tasks": _rows(lead),
        "help_words": _help_words(unit, after_lead=bool(lead)) if helps else "",
        "help_tasks": _rows(helps),
        **(letterhead.signature(document) if document else _NO_SIGNATURE),
    }
    name = safe_file_name(phrases.FILE_OF_SHEET.format(title=title, unit=unit.name) + ".docx")
    problems = () if lead or helps else (Problem("", phrases.NO_TASKS),)
    return Paper(_TASK_SHEET, context, name, _size(document), problems, title_field="campaign")


def _basis(document: DocumentDraft | None) -> str:
    if document is None:
        return ""
    return phrases.SHEET_BASIS.format(
        document=document_named(document),
        agency=document.agency.name,
        title=quotes(lower_first(document.title)),
    )


def _help_words(unit: Unit, *, after_lead: bool) -> str:
    if after_lead:
        return phrases.SHEET_ALSO_HELP
    return phrases.SHEET_HELP[unit.relation].format(unit=in_sentence(unit.name))


def _rows(tasks: list[Task]) -> list[dict[str, str]]:
    return [{"n": str(n), **task_row(task)} for n, task in enumerate(tasks, start=1)]


def _size(document: DocumentDraft | None) -> SizeProfile:
    return document.size_profile if document else SizeProfile.LARGE


def draw_script(plan: Plan, document: DocumentDraft | None = None) -> Paper:
    """The words of the master of ceremonies, step by step; where none are written, words by what the step's title says."""
    items = plan.ceremony.programme if plan.ceremony else ()
    context = {
        **letterhead.agency_head(plan.agency),
        **ceremony_facts(plan.ceremony),
        "ceremony": quotes(plan.ceremony.title if plan.ceremony else plan.title),
        "title": phrases.SCRIPT_TITLE,
        "items": [_step(n, item, plan) for n, item in enumerate(items, start=1)],
    }
    missing = phrases.NO_PROGRAMME if plan.ceremony else phrases.NO_CEREMONY
    name = phrases.FILE_OF_ANNEX.format(annex=phrases.SCRIPT_TITLE, title=context["ceremony"])
    problems = () if items else (Problem("", missing),)
    file_name = safe_file_name(f"{name}.docx")
    return Paper(_SCRIPT, context, file_name, _size(document), problems, title_field="ceremony")


def _step(n: int, item: ProgrammeItem, plan: Plan) -> Context:
    period = phrases.FROM_TO.format(start=clock(item.starts_at), end=clock(item.ends_at))
    time = f"{period}, {phrases.BEFORE_THE_HOUR}" if item.before_start else period
    return {
        "n": str(n),
        "time": time.replace(" ", letterhead.JOINED),
        "title": quotes(item.title),
        "performer": item.performer or "",
        "cue": item.cue or "",
        "words": body_context(tuple(_words(item, plan))),
    }


def _words(item: ProgrammeItem, plan: Plan) -> Iterator[Line]:
    """The lines to be said; a line [[delegates]] becomes the introduction of delegates.

    A step that introduces them has it even when its script does not place it.
    """
    introduction = f"[[{phrases.DELEGATES_KEY}]]"
    text = item.script or default_words(item, plan)
    if fold(phrases.INTRODUCTION) in fold(item.title) and introduction not in text:
        text += f"\n{introduction}"
    whole = "\n".join(introduce(plan) if line.strip() == introduction else line for line in text.splitlines())
    for kind, line in inline.lines(whole):
        yield Line(kind, inline.spans(line, inline.bracketed))


def default_words(item: ProgrammeItem, plan: Plan) -> str:
    """Words for a step the office has written none for, as markup."""
    ceremony = plan.ceremony.title if plan.ceremony else plan.title
    said = {
        "agency": plan.agency.name,
        "ceremony": lower_first(ceremony),
        "ceremony_start": ceremony,
        "title": lower_first(item.title.rstrip(" .;")),
        "performer": item.performer or "",
    }
    said = {name: inline.escape(words) for name, words in said.items()}
    for sign, lines in phrases.DEFAULT_SCRIPTS:
        if fold(sign) in fold(item.title):
            return "\n".join(line.format(**said) for line in lines)
    form = phrases.SCRIPT_WITH_PERFORMER if item.performer else phrases.SCRIPT_WITHOUT_PERFORMER
    return form.format(**said)


def introduce(plan: Plan) -> str:
    """Delegates introduced by name first, then the others by what they are, each in order of protocol (NĐ 111/2018 Điều 13)."""
    ceremony = inline.escape(lower_first(plan.ceremony.title)) if plan.ceremony else ""
    by_name = [spoken(each) for each in plan.delegates if each.introduced]
    others = [spoken(each) for each in plan.delegates if not each.introduced]
    parts = []
    if by_name:
        parts += [phrases.INTRODUCE.format(ceremony=ceremony), dashes(by_name)]
    if others:
        form = phrases.INTRODUCE_ALSO if by_name else phrases.INTRODUCE
        parts += [form.format(ceremony=ceremony), dashes(others)]
    return "\n".join(parts)


def spoken(delegate: Delegate) -> str:
    """A delegate as the master of ceremonies says it: heads are not counted aloud."""
    return delegate_words(replace(delegate, headcount=None))


_TASK_SHEET, _SCRIPT = "phieu-giao-nhiem-vu.docx", "kich-ban.docx"
_NO_SIGNATURE: Context = {"authority_lines": [], "position": "", "signer_name": ""}
