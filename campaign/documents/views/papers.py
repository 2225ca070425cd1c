"""Files: a document as .docx and PDF, its preview, and the papers drawn from the campaign's data alone."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.config import share
from campaign.documents import actions, papers, plan_reads
from campaign.documents.model import Document, of_campaign
from campaign.documents.rules.annexes import draw_annexes
from campaign.documents.rules.editing import phrases
from campaign.documents.rules.editing.drafts import default_symbol
from campaign.documents.rules.papers import Paper
from campaign.documents.rules.plan import DocumentDraft, Plan
from campaign.documents.rules.sheets import draw_script, draw_task_sheet
from campaign.documents.views.blueprint import bp, document_in, page_of
from campaign.files import pdf
from campaign.files.word_writer import MissingField, TemplateFault
from campaign.gate import agency_of, db, guard, today
from campaign.glossary import Annex, DocumentKind, DocumentStatus
from campaign.pages import send

_NO_PDF = {"missing": phrases.NO_PDF, "slow": phrases.PDF_TOO_SLOW, "failed": phrases.PDF_FAILED}


@bp.get("/<int:document_id>/preview")
@guard(Permission.DOCUMENT_READ)
def preview_document(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    """The paper alone, for the frame beside the outline and for a second screen."""
    document = document_in(campaign, document_id)
    return render_template("documents/preview.html", campaign=campaign, document=document)


@bp.get("/<int:document_id>/document.docx")
@guard(Permission.DOCUMENT_READ)
def download_document(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    document = document_in(campaign, document_id)
    return _send_of(document, 0, page_of(campaign, document))


@bp.get("/<int:document_id>/document.pdf")
@guard(Permission.DOCUMENT_READ)
def download_pdf(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    document = document_in(campaign, document_id)
    try:
        name, paper = actions.paper_of(db(), document, 0, share("docx_templates"))
        made = pdf.from_docx(paper)
    except (TemplateFault, MissingField) as fault:
        return _instead(fault.message, page_of(campaign, document))
    except pdf.PdfFault as fault:
        return _instead(_NO_PDF[fault.reason], page_of(campaign, document))
    return send(BytesIO(made), name.removesuffix(".docx") + ".pdf")


@bp.get("/<int:document_id>/annexes/<name>.docx")
@guard(Permission.DOCUMENT_READ)
def download_annex(campaign: Campaign, document_id: int, name: str) -> ResponseReturnValue:
    """One annex of a document, numbered as the document numbers it."""
    document = document_in(campaign, document_id)
    if name not in document.annexes:
        abort(404)
    return _send_of(document, document.annexes.index(name) + 1, page_of(campaign, document))


@bp.get("/annexes/<name>.docx")
@guard(Permission.DOCUMENT_READ)
def download_loose_annex(campaign: Campaign, name: str) -> ResponseReturnValue:
    """An annex of the campaign's plan: the plan's own where it names it, else drawn to go with it."""
    if name not in {annex.value for annex in Annex}:
        abort(404)
    row = _plan_row(campaign)
    if row is not None and name in row.annexes:
        return _send_of(row, row.annexes.index(name) + 1, _list_of(campaign))
    plan = plan_reads.plan_of(db(), campaign.id)
    document = _plan_document(campaign) or _blank(campaign, plan)
    (paper,) = draw_annexes(replace(document, annexes=(Annex(name),)), plan)
    return _send(paper, _list_of(campaign))


@bp.get("/task-sheets/<int:unit_id>.docx")
@guard(Permission.DOCUMENT_READ)
def download_task_sheet(campaign: Campaign, unit_id: int) -> ResponseReturnValue:
    plan = plan_reads.plan_of(db(), campaign.id)
    unit = next((unit for unit in plan.units if unit.id == unit_id), None)
    return _send(draw_task_sheet(unit or abort(404), plan, _plan_document(campaign)), _list_of(campaign))


@bp.get("/script.docx")
@guard(Permission.DOCUMENT_READ)
def download_script(campaign: Campaign) -> ResponseReturnValue:
    return _send(
        draw_script(plan_reads.plan_of(db(), campaign.id), _plan_document(campaign)), _list_of(campaign)
    )


def _plan_document(campaign: Campaign) -> DocumentDraft | None:
    row = _plan_row(campaign)
    return plan_reads.document_of(db(), row.id) if row else None


def _plan_row(campaign: Campaign) -> Document | None:
    """The plan that loose papers say they go with: the campaign's issued one, else its newest; None without any."""
    plans = [each for each in of_campaign(db(), campaign.id) if each.kind is DocumentKind.PLAN]
    issued = [each for each in plans if each.status is DocumentStatus.ISSUED]
    chosen: Sequence[Document] = issued or plans
    return chosen[-1] if chosen else None


def _blank(campaign: Campaign, plan: Plan) -> DocumentDraft:
    """A plan nobody has begun: its number and day print as blanks."""
    symbol = default_symbol(DocumentKind.PLAN, agency_of(campaign).symbol)
    return DocumentDraft(plan.agency, DocumentKind.PLAN, plan.title, symbol, today().year)


def _list_of(campaign: Campaign) -> str:
    return url_for(".list_documents", code=campaign.code)


def _send_of(document: Document, position: int, back: str) -> ResponseReturnValue:
    """A document's paper, 0 itself and 1 … its annexes, as a download."""
    try:
        name, data = actions.paper_of(db(), document, position, share("docx_templates"))
    except (TemplateFault, MissingField) as fault:
        return _instead(fault.message, back)
    return send(BytesIO(data), name)


def _send(paper: Paper, back: str) -> ResponseReturnValue:
    """The paper as a download; where the office's own template asks for what is not there, say so and go back."""
    try:
        made = papers.write(paper, share("docx_templates"))
    except (TemplateFault, MissingField) as fault:
        return _instead(fault.message, back)
    return send(BytesIO(made), paper.file_name)


def _instead(sentence: str, back: str) -> ResponseReturnValue:
    flash(sentence, "error")
    return redirect(back, 303)
