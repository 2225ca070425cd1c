"""The papers of a campaign's document: a page of all findings, and the panel beside the preview."""

from flask import render_template
from flask.typing import ResponseReturnValue

from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.checking import actions
from campaign.checking.phrases import Severity
from campaign.checking.views.blueprint import bp
from campaign.config import share
from campaign.documents.views.blueprint import document_in, page_of
from campaign.documents.views.sending import instead
from campaign.files.word_writer import MissingField, TemplateFault
from campaign.gate import db, guard


@bp.get("/campaigns/<code>/documents/<int:document_id>/check")
@guard(Permission.DOCUMENT_READ)
def check_document(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    """A document and its annexes, as they print today or were issued."""
    document = document_in(campaign, document_id)
    try:
        reports = actions.of_document(db(), document, share("docx_templates"))
    except (TemplateFault, MissingField) as fault:
        return instead(fault.message, page_of(campaign, document))
    return render_template("checking/document.html", campaign=campaign, document=document, reports=reports)


@bp.get("/campaigns/<code>/documents/<int:document_id>/findings")
@guard(Permission.DOCUMENT_READ)
def show_findings(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    """What is found in a document's papers, for its page to fetch: drawing them takes longer than the page may."""
    document = document_in(campaign, document_id)
    try:
        reports, fault = actions.of_document(db(), document, share("docx_templates")), ""
    except (TemplateFault, MissingField) as trouble:
        reports, fault = [], trouble.message
    counts = {severity: sum(report.count(severity) for _, report in reports) for severity in Severity}
    return render_template(
        "checking/_panel.html", campaign=campaign, document=document, reports=reports, fault=fault,
        counts=counts, found=sum(counts.values()), wrong=counts[Severity.WRONG],
    )  # fmt: skip
