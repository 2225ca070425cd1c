"""Issuing a document. The page stands here, right of documents, for it must know what the check finds."""

from datetime import date
from typing import cast

from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.checking import actions
from campaign.checking.rules.findings import Finding
from campaign.checking.views.blueprint import bp
from campaign.config import share
from campaign.documents.forms import IssueForm
from campaign.documents.model import Document, last_number
from campaign.documents.rules.editing import phrases
from campaign.documents.views.blueprint import document_in, page_of
from campaign.files.word_writer import MissingField, TemplateFault
from campaign.gate import db, guard, today
from campaign.glossary import DocumentStatus
from campaign.people.model import User


@bp.route("/campaigns/<code>/documents/<int:document_id>/issue", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_ISSUE)
def issue_document(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    document = document_in(campaign, document_id)
    form = IssueForm()
    if not form.is_submitted():
        form.issued_on.data = today()

    def issue(by: User) -> None:
        given = actions.Issue(cast(date, form.day()), cast(int | None, form.number.data), form.reason.data)
        actions.issue_document(db(), document, given, share("docx_templates"), by)

    if pages.saved(form, issue):
        sentence = phrases.ISSUED.format(number=f"{document.number:02}/{document.symbol}")
        return pages.done(sentence, page_of(campaign, document))
    day = form.day() or today()
    next_number = last_number(db(), document.agency_id, document.kind, day.year) + 1
    return pages.show(
        "documents/issue.html",
        form,
        campaign=campaign,
        document=document,
        next_number=next_number,
        year=day.year,
        wrong=_wrong(document, cast(int | None, form.number.data) or next_number, day),
    )


def _wrong(document: Document, number: int, day: date) -> list[Finding]:
    """What would be wrong by the decree; nothing where a paper cannot be drawn, which issuing itself refuses."""
    if document.status is not DocumentStatus.APPROVED:
        return []
    try:
        return actions.wrong(actions.as_issued(db(), document, number, day, share("docx_templates")))
    except (TemplateFault, MissingField):
        return []
