"""Draws a campaign's dossier: every paper and calendar. Nothing is changed, and all of it is drawn before any is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.documents import papers
from campaign.documents.model import IssuedPaper, issued_papers, of_campaign
from campaign.documents.plan_reads import documents_of, plan_of
from campaign.documents.rules.annexes import draw_all, draw_annexes
from campaign.documents.rules.editing.drafts import default_symbol
from campaign.documents.rules.papers import Paper
from campaign.documents.rules.plan import DocumentDraft, Plan
from campaign.documents.rules.sheets import draw_script, draw_task_sheet
from campaign.dossier import phrases
from campaign.dossier.rules import File, Folder, arranged
from campaign.errors import Unavailable
from campaign.files.word_writer import MissingField, TemplateFault
from campaign.glossary import Annex, DocumentKind
from campaign.invitations.rules import draw_invitations
from campaign.people.model import Agency, signers_of
from campaign.schedule.actions import calendars


@dataclass(frozen=True)
class _Folio:
    """What papers are drawn from: the plan, the campaign's documents with what is kept of them once issued, and the two
    that other papers go with."""

    plan: Plan
    documents: Mapping[int, DocumentDraft]
    kept: Mapping[int, Sequence[IssuedPaper]]
    main: DocumentDraft
    invitation: DocumentDraft


def dossier(session: Session, campaign: Campaign, templates: Path, year: int) -> list[tuple[str, bytes]]:
    """(path, bytes) of every paper and calendar of the campaign; `year` is printed where no plan gives one.

    Unavailable names the paper whose template asks for more than there is.
    """
    folio = _folio(session, campaign, year)
    drawn = [
        *_documents(folio, templates),
        *_written(Folder.INVITATIONS, _invitations(folio), templates),
        *_written(Folder.SHEETS, _sheets(folio), templates),
        *(File(Folder.CALENDARS, name, data) for name, data in calendars(session, campaign)),
    ]
    return arranged(drawn)


def _folio(session: Session, campaign: Campaign, year: int) -> _Folio:
    plan = plan_of(session, campaign.id)
    ids = [row.id for row in of_campaign(session, campaign.id)]
    by_id = documents_of(session, ids)
    documents = list(by_id.values())
    blank = _blank(session, campaign, plan, year)
    return _Folio(
        plan,
        by_id,
        issued_papers(session, ids),
        _leading(documents, DocumentKind.PLAN) or _leading(documents, DocumentKind.LETTER) or blank,
        _leading(documents, DocumentKind.INVITATION)
        or replace(
            blank, kind=DocumentKind.INVITATION, symbol=_symbol(session, campaign, DocumentKind.INVITATION)
        ),
    )


def _leading(documents: Sequence[DocumentDraft], kind: DocumentKind) -> DocumentDraft | None:
    """The document of that kind other papers go with: the issued one, else the newest."""
    found = [document for document in documents if document.kind is kind]
    issued = [document for document in found if document.issued_on is not None]
    return next(reversed(issued or found), None)


def _blank(session: Session, campaign: Campaign, plan: Plan, year: int) -> DocumentDraft:
    """A plan nobody has begun: its number and day print as blanks, its signer is the agency's first."""
    draft = DocumentDraft(
        plan.agency, DocumentKind.PLAN, plan.title, _symbol(session, campaign, DocumentKind.PLAN), year
    )
    signer = next(iter(signers_of(session, campaign.agency_id)), None)
    if signer is None:
        return draft
    return replace(draft, authority=signer.authority, position=signer.position, signer_name=signer.name)


def _symbol(session: Session, campaign: Campaign, kind: DocumentKind) -> str:
    return default_symbol(kind, session.get_one(Agency, campaign.agency_id).symbol)


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


def _invitations(folio: _Folio) -> Sequence[Paper]:
    return draw_invitations(folio.invitation, folio.plan) if folio.plan.ceremony else ()


def _sheets(folio: _Folio) -> Iterator[Paper]:
    """The script, and the sheet of each unit that has a task."""
    drawn = [draw_script(folio.plan, folio.main)]
    drawn += [draw_task_sheet(unit, folio.plan, folio.main) for unit in folio.plan.units]
    return (paper for paper in drawn if not paper.problems)


def _written(folder: Folder, drawn: Iterable[Paper], templates: Path) -> Iterator[File]:
    for paper in drawn:
        try:
            data = papers.write(paper, templates)
        except (TemplateFault, MissingField) as fault:
            raise Unavailable(phrases.FAULT.format(paper=paper.file_name, reason=fault.message)) from fault
        yield File(folder, paper.file_name, data)
