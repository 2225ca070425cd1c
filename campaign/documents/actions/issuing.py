"""Issuing a document: its number and day, and its papers kept as they then are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.documents import papers
from campaign.documents.model import Document, IssuedPaper, issued_digests, last_number
from campaign.documents.plan_reads import document_of, plan_of
from campaign.documents.rules.annexes import draw_all
from campaign.documents.rules.editing import drafts, phrases
from campaign.documents.rules.papers import Paper
from campaign.documents.rules.plan import DocumentDraft, Plan
from campaign.errors import Missing, Problem, Refused, refuse_any
from campaign.files.word_writer import MissingField, TemplateFault
from campaign.glossary import DocumentKind, DocumentStatus
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people.model import Agency


def issue_document(
    session: Session, document: Document, issued_on: date, number: int | None, templates: Path, by: Author
) -> int:
    """Give an approved document its day and number, for good, and keep its papers; the number is returned.

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
    kept = _written(draw_all(numbered, plan_of(session, document.campaign_id)), document.id, templates)
    document.number, document.number_year, document.issued_on = number, issued_on.year, issued_on
    document.status = DocumentStatus.ISSUED
    session.add_all(kept)
    log(session, by, Verb.ISSUE, document, campaign_id=document.campaign_id, title=document.title)
    return number


def paper_of(session: Session, document: Document, position: int, templates: Path) -> tuple[str, bytes]:
    """File name and .docx of a document's paper: 0 is the document, 1 … its annexes.

    As it was issued, else drawn from today's data: TemplateFault and MissingField as papers.write. Missing when there
    is no such annex.
    """
    kept = session.get(IssuedPaper, (document.id, position))
    if kept is not None:
        return kept.file_name, kept.data
    drawn = draw_all(document_of(session, document.id), plan_of(session, document.campaign_id))
    if position >= len(drawn):
        raise Missing(f"paper {position} of document {document.id}")
    return drawn[position].file_name, papers.write(drawn[position], templates)


def outdated(session: Session, documents: Mapping[int, DocumentDraft], plan: Plan) -> set[int]:
    """Ids of the issued ones among the documents whose papers would say something else if drawn today. 1 query."""
    numbered = [key for key, document in documents.items() if document.number is not None]
    kept = issued_digests(session, numbered) if numbered else {}
    return {
        key
        for key, digests in kept.items()
        if digests != [paper.digest for paper in draw_all(documents[key], plan)]
    }


def _written(drawn: Sequence[Paper], document_id: int, templates: Path) -> list[IssuedPaper]:
    kept = []
    for position, paper in enumerate(drawn):
        try:
            data = papers.write(paper, templates)
        except (TemplateFault, MissingField) as fault:
            sentence = phrases.NOT_DRAWN.format(paper=paper.file_name, reason=fault.message)
            raise Refused(Problem("", sentence)) from fault
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


def _numbers_taken(session: Session, agency_id: int, kind: DocumentKind, year: int) -> set[int]:
    query = select(Document.number).where(
        Document.agency_id == agency_id, Document.kind == kind, Document.number_year == year
    )
    return {number for number in session.scalars(query) if number is not None}
