"""Issuing a document with its format in view: what is wrong by the decree's letter goes out only with a reason."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from campaign.checking import phrases
from campaign.checking.actions.reports import of_document, wrong
from campaign.documents import actions as documents
from campaign.documents.model import Document
from campaign.errors import Problem, Refused
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb


@dataclass(frozen=True)
class Issue:
    """Day of an issue; its number where the clerk gave one; why, where the format is wrong."""

    issued_on: date
    number: int | None = None
    reason: str | None = None


def issue_document(session: Session, document: Document, issue: Issue, templates: Path, by: Author) -> int:
    """Issue as documents.issue_document does, and judge the very papers that were kept; the number is returned.

    Refused, and nothing changed, when they are wrong by the decree and no reason is given. A reason nobody needed is dropped.
    """
    with session.begin_nested():
        number = documents.issue_document(session, document, issue.issued_on, issue.number, templates, by)
        count = len(wrong(of_document(session, document, templates)))
        if count and not issue.reason:
            raise Refused(Problem("reason", phrases.REASON_NEEDED.format(count=count)))
        if count:
            document.issue_reason = issue.reason
            log(session, by, Verb.UPDATE, document, campaign_id=document.campaign_id, title=document.title)
    return number
