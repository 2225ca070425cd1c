"""To whom a document goes: Kính gửi and Nơi nhận, each replaced as a whole."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from campaign.db import expect_version, touch
from campaign.documents.actions.lifecycle import open_for_change
from campaign.documents.model import Addressee, Document, Recipient, addressees_of, recipients_of
from campaign.documents.rules.editing import drafts
from campaign.documents.rules.editing.drafts import RecipientDraft
from campaign.documents.rules.editing.lines import write_recipients
from campaign.errors import refuse_any
from campaign.history.actions import Author
from campaign.history.model import Entry
from campaign.history.phrases import Verb


def set_addressees(
    session: Session, document: Document, names: Sequence[str], version: int, by: Author
) -> None:
    """Replace the places of Kính gửi of a document read at `version`."""
    expect_version(document, version)
    refuse_any(drafts.check_addressees(names))
    before = addressees_of(session, document.id)
    was, now = "\n".join(row.name for row in before), "\n".join(names)
    if was == now:
        return
    for row in before:
        session.delete(row)
    session.add_all(
        Addressee(document_id=document.id, position=place, name=name) for place, name in enumerate(names, 1)
    )
    _changed(session, document, "addressees", [was, now], by)


def set_recipients(
    session: Session, document: Document, recipients: Sequence[RecipientDraft], version: int, by: Author
) -> None:
    """Replace the lines of Nơi nhận of a document read at `version`."""
    expect_version(document, version)
    refuse_any(drafts.check_recipients(recipients))
    before = recipients_of(session, document.id)
    was = write_recipients((row.name, row.note) for row in before)
    now = write_recipients((draft.name, draft.note) for draft in recipients)
    if was == now:
        return
    for row in before:
        session.delete(row)
    session.add_all(
        Recipient(document_id=document.id, position=place, name=draft.name, note=draft.note)
        for place, draft in enumerate(recipients, 1)
    )
    _changed(session, document, "recipients", [was, now], by)


def _changed(session: Session, document: Document, what: str, change: list[str], by: Author) -> None:
    """The document is a draft again, its version grows, and the history tells the lines, which are rows beneath it."""
    open_for_change(document)
    touch(document)
    entry = Entry(
        user_id=by.id, by=by.full_name, campaign_id=document.campaign_id, noun=document.__tablename__,
        record_id=document.id, title=document.title, verb=Verb.UPDATE, changes={what: change},
    )  # fmt: skip
    session.add(entry)
    session.flush()
