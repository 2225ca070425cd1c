"""Draws a campaign's dossier: every paper and calendar. Nothing is changed, and all of it is drawn before any is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.documents import papers
from campaign.documents.actions import handouts_of
from campaign.documents.model import IssuedPaper, issued_papers, of_campaign
from campaign.documents.plan_reads import MAIN, blank, documents_of, leading, plan_of
from campaign.documents.rules.annexes import draw_all, draw_annexes
from campaign.documents.rules.papers import Paper
from campaign.documents.rules.plan import DocumentDraft, Plan
from campaign.documents.rules.registers import draw_register
from campaign.documents.rules.sheets import draw_script
from campaign.dossier import phrases
from campaign.dossier.rules import File, Folder, arranged
from campaign.errors import Unavailable
from campaign.files.word_writer import MissingField, TemplateFault
from campaign.glossary import Annex, DocumentKind
from campaign.schedule.actions import calendars
from campaign.tasks.actions import register
from campaign.tasks.model import said_of
from campaign.tasks.rules.outcome import last_words


@dataclass(frozen=True)
class _Folio:
    """What papers are drawn from: the plan, the campaign's documents with what is kept of them once issued, the one that
    loose papers go with, and what is handed out."""

    plan: Plan
    documents: Mapping[int, DocumentDraft]
    kept: Mapping[int, Sequence[IssuedPaper]]
    main: DocumentDraft
    invitations: papers.Handouts
    task_sheets: papers.Handouts


def dossier(session: Session, campaign: Campaign, templates: Path, today: date) -> list[tuple[str, bytes]]:
    """(path, bytes) of every paper and calendar of the campaign; registers stand as of `today`, whose year is printed
    where no plan gives one.

    Unavailable names the paper whose template asks for more than there is.
    """
    folio = _folio(session, campaign, templates, today.year)
    drawn = [
        *_documents(folio, templates),
        *_handed_out(Folder.INVITATIONS, folio.invitations, _letters(folio)),
        *_written(Folder.SHEETS, _script(folio), templates),
        *_handed_out(Folder.SHEETS, folio.task_sheets, folio.task_sheets.papers()),
        *_registers(session, campaign, folio.plan, templates, today),
        *(File(Folder.CALENDARS, name, data) for name, data in calendars(session, campaign)),
    ]
    return arranged(drawn)


def _folio(session: Session, campaign: Campaign, templates: Path, year: int) -> _Folio:
    plan = plan_of(session, campaign.id)
    rows = of_campaign(session, campaign.id)
    ids = [row.id for row in rows]
    by_id = documents_of(session, ids)

    def led(*kinds: DocumentKind) -> tuple[DocumentDraft, papers.Handouts]:
        row = leading(rows, *kinds)
        draft = by_id[row.id] if row else blank(session, campaign, kinds[0], year)
        return draft, handouts_of(session, row, draft, plan, templates)

    main, task_sheets = led(*MAIN)
    _, invitations = led(DocumentKind.INVITATION)
    return _Folio(plan, by_id, issued_papers(session, ids), main, invitations, task_sheets)


def _documents(folio: _Folio, templates: Path) -> Iterator[File]:
    """Every document followed by its annexes, an issued one as it was issued; then the annexes no document names."""
    for key, document in folio.documents.items():
        if key in folio.kept:
            yield from (File(Folder.DOCUMENTS, paper.file_name, paper.data) for paper in folio.kept[key])
        else:
            yield from _written(Folder.DOCUMENTS, draw_all(document, folio.plan), templates)
    yield from _written(Folder.DOCUMENTS, _loose_annexes(folio), templates)


def _loose_annexes(folio: _Folio) -> Iterator[Paper]:
    """Annexes to go with the main document, where they have something to show."""
    named = {annex for document in folio.documents.values() for annex in document.annexes}
    for annex in Annex:
        if annex not in named:
            (paper,) = draw_annexes(replace(folio.main, annexes=(annex,)), folio.plan)
            if not paper.problems:
                yield paper


def _script(folio: _Folio) -> Iterator[Paper]:
    script = draw_script(folio.plan, folio.main)
    if not script.problems:
        yield script


def _registers(
    session: Session, campaign: Campaign, plan: Plan, templates: Path, today: date
) -> Iterator[File]:
    """The register of tasks on paper and as a spreadsheet, where there are tasks."""
    paper = draw_register(plan, today, last_words(said_of(session, campaign.id)))
    if paper.problems:
        return
    yield from _written(Folder.SHEETS, [paper], templates)
    listed = register.listed_of(session, campaign)
    sheet = register.register_sheet(session, campaign, listed, today)
    yield File(Folder.SHEETS, register.register_file(campaign.code), sheet)


def _letters(folio: _Folio) -> list[Paper]:
    """Letters as they were issued, and today's where there is a ceremony to invite to."""
    return [each.paper for each in folio.invitations.each if each.issued or folio.plan.ceremony]


def _handed_out(folder: Folder, handouts: papers.Handouts, listed: Iterable[Paper]) -> Iterator[File]:
    for paper in listed:
        with _naming(paper):
            data = handouts.write(paper)
        yield File(folder, paper.file_name, data)


def _written(folder: Folder, drawn: Iterable[Paper], templates: Path) -> Iterator[File]:
    for paper in drawn:
        with _naming(paper):
            data = papers.write(paper, templates)
        yield File(folder, paper.file_name, data)


@contextmanager
def _naming(paper: Paper) -> Iterator[None]:
    """Unavailable, by the paper's name, where its Word template is broken or asks for more than there is."""
    try:
        yield
    except (TemplateFault, MissingField) as fault:
        raise Unavailable(phrases.FAULT.format(paper=paper.file_name, reason=fault.message)) from fault
