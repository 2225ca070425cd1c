"""What an issued document was issued as, beside what today's data would make of it. Nothing is changed."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.orm import Session

from campaign.documents import papers
from campaign.documents.model import Document, IssuedHandouts, IssuedPaper, issued_digests, issued_papers
from campaign.documents.plan_reads import document_of, plan_of
from campaign.documents.rules.annexes import draw_all
from campaign.documents.rules.handouts import draw_handouts, side_by_side, unpack
from campaign.documents.rules.plan import DocumentDraft, Plan
from campaign.errors import Missing
from campaign.glossary import DocumentStatus


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


def papers_of(session: Session, document: Document, templates: Path) -> list[tuple[str, bytes]]:
    """File name and .docx of the document and each of its annexes, as paper_of gives them one by one."""
    kept = issued_papers(session, [document.id])
    if kept:
        return [(paper.file_name, paper.data) for paper in kept[document.id]]
    drawn = draw_all(document_of(session, document.id), plan_of(session, document.campaign_id))
    return [(paper.file_name, papers.write(paper, templates)) for paper in drawn]


def handouts_of(
    session: Session, document: Document | None, draft: DocumentDraft | None, plan: Plan, templates: Path
) -> papers.Handouts:
    """What is handed out with a document: as it was issued, and as today's data would make it on its `draft`.

    A document that is not issued, or was before handouts were kept, has today's alone. 1 query, of issued ones.
    """
    kept = None
    if document is not None and document.status is DocumentStatus.ISSUED:
        kept = session.get(IssuedHandouts, document.id)
    issued = unpack(kept.data) if kept else {}
    today = draw_handouts(draft, plan, tuple(issued))
    template = (kept.template if kept else b"") or papers.office_template(today.values(), templates)
    return papers.Handouts(side_by_side(issued, today), template, kept is not None)


def outdated(session: Session, documents: Mapping[int, DocumentDraft], plan: Plan) -> set[int]:
    """Ids of the issued ones among the documents whose papers would say something else if drawn today. 1 query."""
    numbered = [key for key, document in documents.items() if document.number is not None]
    kept = issued_digests(session, numbered) if numbered else {}
    return {
        key
        for key, digests in kept.items()
        if digests != [paper.digest for paper in draw_all(documents[key], plan)]
    }
