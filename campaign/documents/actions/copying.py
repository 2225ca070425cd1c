"""A new draft that says what a document says: where an issued one must be amended, or used again."""

from sqlalchemy.orm import Session

from campaign.documents.model import (
    Addressee,
    Document,
    Recipient,
    Section,
    addressees_of,
    recipients_of,
    sections_of,
)
from campaign.documents.rules.editing import moves
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb

# What a new draft starts without; every other column is what the document says.
_BLANK_AGAIN = {"id", "version", "created_at", "updated_at", "deleted_at", "status", "draft_year", "draft_month", "number",
                "number_year", "issued_on", "issue_reason"}  # fmt: skip
_OF_SECTION = ("position", "key", "heading", "text", "numbered", "run_in", "block", "layout")


def copy_document(session: Session, document: Document, draft_year: int, by: Author) -> Document:
    """A new draft with the outline, parties, signer and annexes of `document`; number and day are blank again."""
    columns = set(Document.__table__.columns.keys()) - _BLANK_AGAIN
    same = {name: getattr(document, name) for name in columns}
    copy = Document(**same, draft_year=draft_year)
    session.add(copy)
    log(session, by, Verb.CREATE, copy, campaign_id=copy.campaign_id, title=copy.title)
    _copy_outline(session, document, copy)
    session.add_all(
        Addressee(document_id=copy.id, position=row.position, name=row.name)
        for row in addressees_of(session, document.id)
    )
    session.add_all(
        Recipient(document_id=copy.id, position=row.position, name=row.name, note=row.note)
        for row in recipients_of(session, document.id)
    )
    session.flush()
    return copy


def _copy_outline(session: Session, document: Document, copy: Document) -> None:
    """Sections keep their keys, so references in the texts go on pointing to them."""
    sections = {section.id: section for section in sections_of(session, document.id)}
    tree = moves.tree_of((section.id, section.parent_id) for section in sections.values())
    new_ids: dict[int | None, int | None] = {None: None}
    for old_id, _ in moves.walk(tree):
        old = sections[old_id]
        same = {name: getattr(old, name) for name in _OF_SECTION}
        section = Section(document_id=copy.id, parent_id=new_ids[old.parent_id], **same)
        session.add(section)
        session.flush()
        new_ids[old_id] = section.id
