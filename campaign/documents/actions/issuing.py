"""Issuing a document: its number and day, and its papers and handouts kept as they then are."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.db import Base
from campaign.documents import papers
from campaign.documents.model import Document, IssuedHandouts, IssuedPaper, last_number, of_campaign
from campaign.documents.plan_reads import document_of, leading, plan_of
from campaign.documents.rules.annexes import draw_all
from campaign.documents.rules.editing import drafts, phrases
from campaign.documents.rules.handouts import draw_handouts, pack
from campaign.documents.rules.papers import Paper
from campaign.errors import Problem, Refused, refuse_any
from campaign.files.word_writer import MissingField, TemplateFault
from campaign.glossary import DocumentKind, DocumentStatus
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people.model import Agency


def issue_document(
    session: Session, document: Document, issued_on: date, number: int | None, templates: Path, by: Author
) -> int:
    """Give an approved document its day and number, for good, and keep its papers and handouts; the number is returned.

    Without `number` it is the next of the agency, kind and year (D30 Điều 15). The agency's row is locked until the
    transaction ends, so two clerks never read the same last number; the unique constraint stands behind that.
    Refused, and nothing changed, when a paper cannot be drawn from the Word templates of that folder.
    """
    session.get_one(Agency, document.agency_id, with_for_update=True)
    session.refresh(document)
    refuse_any(drafts.check_issuable(document.status))
    series = (document.agency_id, document.kind, issued_on.year)
    if number is not None:
        refuse_any(drafts.check_number(number, _numbers_taken(session, *series)))
    number = number or last_number(session, *series) + 1
    numbered = replace(document_of(session, document.id), number=number, issued_on=issued_on)
    plan = plan_of(session, document.campaign_id)
    kept: list[Base] = [*_written(draw_all(numbered, plan), document.id, templates)]
    if _hands_out(session, document):
        kept.append(_handed_out(draw_handouts(numbered, plan), document.id, templates))
    document.number, document.number_year, document.issued_on = number, issued_on.year, issued_on
    document.status = DocumentStatus.ISSUED
    session.add_all(kept)
    log(session, by, Verb.ISSUE, document, campaign_id=document.campaign_id, title=document.title)
    return number


def _written(drawn: Sequence[Paper], document_id: int, templates: Path) -> list[IssuedPaper]:
    kept = []
    for position, paper in enumerate(drawn):
        with _refusing(paper):
            data = papers.write(paper, templates)
        kept.append(
            IssuedPaper(
                document_id=document_id,
                position=position,
                file_name=paper.file_name,
                data=data,
                digest=paper.digest,
            )
        )
    return kept


def _hands_out(session: Session, document: Document) -> bool:
    """Invitations go out with an invitation; task sheets with a plan, or with a letter where no plan was begun."""
    if document.kind is DocumentKind.LETTER:
        return leading(of_campaign(session, document.campaign_id), DocumentKind.PLAN) is None
    return document.kind in (DocumentKind.INVITATION, DocumentKind.PLAN)


def _handed_out(drawn: Mapping[int, Paper], document_id: int, templates: Path) -> IssuedHandouts:
    template = papers.office_template(drawn.values(), templates)
    for paper in drawn.values():
        with _refusing(paper):
            if missing := papers.lacking(template, paper):
                raise MissingField(missing)
    return IssuedHandouts(document_id=document_id, template=template, data=pack(drawn))


@contextmanager
def _refusing(paper: Paper) -> Iterator[None]:
    """Refused, by the paper's name, where its Word template is broken or asks for more than there is."""
    try:
        yield
    except (TemplateFault, MissingField) as fault:
        sentence = phrases.NOT_DRAWN.format(paper=paper.file_name, reason=fault.message)
        raise Refused(Problem("", sentence)) from fault


def _numbers_taken(session: Session, agency_id: int, kind: DocumentKind, year: int) -> set[int]:
    query = select(Document.number).where(
        Document.agency_id == agency_id, Document.kind == kind, Document.number_year == year
    )
    return {number for number in session.scalars(query) if number is not None}
