"""What went out with the old day, and the letter that tells everybody of the new one."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import Ceremony, CeremonyMove
from campaign.documents import actions as documents
from campaign.documents.model import Document, of_campaign, recipients_of
from campaign.documents.plan_reads import MAIN, leading
from campaign.documents.rules.editing.drafts import DocumentDraft, SectionDraft
from campaign.documents.rules.editing.starters import starter_recipients
from campaign.glossary import DocumentKind, DocumentStatus
from campaign.history.actions import Author
from campaign.people.model import Agency
from campaign.rescheduling import phrases
from campaign.vietnamese import lower_first, moment, short_date


def issued(session: Session, campaign: Campaign) -> Sequence[Document]:
    """Issued documents that tell of the ceremony beforehand: all but reports."""
    return [
        row
        for row in of_campaign(session, campaign.id)
        if row.status is DocumentStatus.ISSUED and row.kind is not DocumentKind.REPORT
    ]


def draft_notice(
    session: Session, campaign: Campaign, ceremony: Ceremony, move: CeremonyMove, today: date, by: Author
) -> Document:
    """A draft letter to everybody the issued plan went to, with the old and the new time."""
    agency = session.get_one(Agency, campaign.agency_id)
    plan = leading(issued(session, campaign), *MAIN)
    title = phrases.NOTICE_TITLE.format(ceremony=lower_first(ceremony.title))
    draft = DocumentDraft(
        DocumentKind.LETTER, title, today.year, today.month, authority=plan.authority if plan else None,
        position=plan.position if plan else None, signer_name=plan.signer_name if plan else None,
    )  # fmt: skip
    document = documents.create_document(session, campaign, draft, by)
    for text in _paragraphs(agency, ceremony, move, plan):
        documents.add_section(session, document, SectionDraft(text=text, numbered=False), by)
    to = [row for row in recipients_of(session, plan.id) if not _is_filing(row.name)] if plan else []
    documents.set_addressees(session, document, [row.name for row in to], document.version, by)
    lines = starter_recipients(DocumentKind.LETTER)
    documents.set_recipients(session, document, lines, document.version, by)
    return document


def _paragraphs(
    agency: Agency, ceremony: Ceremony, move: CeremonyMove, plan: Document | None
) -> Sequence[str]:
    reason = phrases.REASON_COMMA.format(reason=lower_first(move.reason.rstrip(" .,"))) if move.reason else ""
    words = {"agency": agency.name, "ceremony": lower_first(ceremony.title), "venue": ceremony.venue}
    change = phrases.NOTICE_CHANGE.format(
        **words, reason=reason, before=moment(move.before), after=moment(move.after)
    )
    said = [change, phrases.NOTICE_REST, phrases.NOTICE_CLOSING.format(**words)]
    if plan is None or plan.issued_on is None:
        return said
    cited = phrases.NOTICE_CITED.format(
        kind=plan.kind.label, number=plan.number, symbol=plan.symbol, day=short_date(plan.issued_on)
    )
    basis = phrases.NOTICE_BASIS.format(agency=agency.name, document=cited, title=lower_first(plan.title))
    return [basis, *said]


def _is_filing(name: str) -> bool:
    return name.startswith(phrases.FILING)
