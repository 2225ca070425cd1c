"""Pages of the format check: any Word file, which is not kept, and the papers of a campaign's document."""

from typing import cast

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.checking.actions import days_off_in
from campaign.checking.forms import CheckForm, Upload
from campaign.checking.phrases import Severity
from campaign.checking.rules import Report, check, telling
from campaign.checking.rules.docx import Docx
from campaign.config import share
from campaign.documents.actions import papers_of
from campaign.documents.model import Document
from campaign.documents.views.blueprint import document_in, page_of
from campaign.documents.views.sending import instead
from campaign.errors import Refused
from campaign.files.word_writer import MissingField, TemplateFault
from campaign.gate import db, guard, me
from campaign.glossary import DocumentStatus
from campaign.vietnamese import capitalise_first

bp = Blueprint("checking", __name__)


@bp.context_processor
def _words() -> dict[str, object]:
    return {"telling": telling, "severities": Severity, "sentence": capitalise_first}


@bp.route("/check", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_READ)
def check_file() -> ResponseReturnValue:
    """Any Word file, looked at and forgotten."""
    form = CheckForm()
    if form.is_submitted() and form.validate():
        upload = cast(Upload, form.file.data)
        try:
            report = _report_on(upload, issuing=form.issuing.data)
        except Refused as refusal:
            form.blame(refusal.problems)
        else:
            return render_template("checking/file.html", form=form, name=upload.name, report=report)
    return pages.show("checking/file.html", form, report=None)


@bp.get("/campaigns/<code>/documents/<int:document_id>/check")
@guard(Permission.DOCUMENT_READ)
def check_document(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    """A document and its annexes, as they print today or were issued."""
    document = document_in(campaign, document_id)
    try:
        reports = _reports_on(document, campaign.agency_id)
    except (TemplateFault, MissingField) as fault:
        return instead(fault.message, page_of(campaign, document))
    return render_template("checking/document.html", campaign=campaign, document=document, reports=reports)


@bp.app_template_global("wrong_formats")
def wrong_formats(document: Document) -> int:
    """How many things in a document's papers are against the decree's letter; 0 where a paper cannot be drawn."""
    try:
        reports = _reports_on(document, document.agency_id)
    except (TemplateFault, MissingField):
        return 0
    return sum(report.count(Severity.WRONG) for _, report in reports)


def _report_on(upload: Upload, *, issuing: bool) -> Report:
    """The report on a file by the calendar of the viewer's office. Refused when it cannot be read.

    A long file takes seconds, and on SQLite a POST that has read anything holds the lock of writers: it is let go first.
    """
    agency_id = me().agency_id
    db().rollback()
    docx = _inspect(upload.data, upload.name)
    days = days_off_in(db(), [docx], agency_id)
    db().rollback()
    return check(docx, days, issuing=issuing)


def _reports_on(document: Document, agency_id: int) -> list[tuple[str, Report]]:
    """File name and report of each paper; an issued one may have nothing left blank."""
    issued = document.status is DocumentStatus.ISSUED
    files = [
        (name, _inspect(data, name)) for name, data in papers_of(db(), document, share("docx_templates"))
    ]
    days = days_off_in(db(), [docx for _, docx in files], agency_id)
    return [(name, check(docx, days, issuing=issued)) for name, docx in files]


def _inspect(data: bytes, name: str) -> Docx:
    from campaign.files.word_inspector import inspect  # noqa: PLC0415 - slow import, not paid at start-up

    return inspect(data, name)
