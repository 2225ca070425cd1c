"""Files: a document as .docx and PDF, its preview, and the papers that go with a campaign's plan."""

from dataclasses import replace

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.config import share
from campaign.documents import actions, papers, plan_reads
from campaign.documents import phrases as paper_phrases
from campaign.documents.model import Document, of_campaign
from campaign.documents.rules.annexes import draw_annexes
from campaign.documents.rules.editing import phrases
from campaign.documents.rules.papers import Paper
from campaign.documents.rules.plan import DocumentDraft
from campaign.documents.rules.registers import draw_register
from campaign.documents.rules.sheets import draw_script
from campaign.documents.views.blueprint import bp, document_in, page_of
from campaign.documents.views.sending import instead, send_handout, send_handouts, send_made
from campaign.fields import read_id
from campaign.files import pdf
from campaign.gate import db, guard, today
from campaign.glossary import Annex, DocumentKind
from campaign.tasks.model import said_of
from campaign.tasks.rules.outcome import last_words
from campaign.vietnamese import safe_file_name

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

    def make() -> tuple[str, bytes]:
        name, paper = actions.paper_of(db(), document, 0, share("docx_templates"))
        return name.removesuffix(".docx") + ".pdf", pdf.from_docx(paper)

    try:
        return send_made(make, page_of(campaign, document))
    except pdf.PdfFault as fault:
        return instead(_NO_PDF[fault.reason], page_of(campaign, document))


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
    """An annex of the campaign's main document: its own where it names it, else drawn to go with it."""
    if name not in {annex.value for annex in Annex}:
        abort(404)
    row = _main_row(campaign)
    if row is not None and name in row.annexes:
        return _send_of(row, row.annexes.index(name) + 1, _list_of(campaign))
    document = replace(_main(campaign, row), annexes=(Annex(name),))
    (paper,) = draw_annexes(document, plan_reads.plan_of(db(), campaign.id))
    return _send(paper, _list_of(campaign))


@bp.get("/task-sheets/<int:unit_id>.docx")
@guard(Permission.DOCUMENT_READ)
def download_task_sheet(campaign: Campaign, unit_id: int) -> ResponseReturnValue:
    """A unit's task sheet as issued with the document (?document=, else the main one); ?today=1 as it would be today."""
    return send_handout(_task_sheets(campaign), unit_id, _list_of(campaign))


@bp.get("/task-sheets.zip")
@guard(Permission.DOCUMENT_READ)
def download_task_sheets(campaign: Campaign) -> ResponseReturnValue:
    """Every unit's task sheet, as download_task_sheet."""
    sheets = _task_sheets(campaign)
    name = safe_file_name(phrases.TASK_SHEETS_FILE.format(code=campaign.code))
    return send_handouts(sheets, name, sheets.zipped, paper_phrases.NO_TASKS, _list_of(campaign))


@bp.get("/script.docx")
@guard(Permission.DOCUMENT_READ)
def download_script(campaign: Campaign) -> ResponseReturnValue:
    """The script, an aid of the office's own that is never issued: always of today's data."""
    document = _main(campaign, _main_row(campaign))
    return _send(draw_script(plan_reads.plan_of(db(), campaign.id), document), _list_of(campaign))


@bp.get("/follow-up.docx")
@guard(Permission.DOCUMENT_READ)
def download_task_register(campaign: Campaign) -> ResponseReturnValue:
    """Every task and how it stands today."""
    told = last_words(said_of(db(), campaign.id))
    paper = draw_register(plan_reads.plan_of(db(), campaign.id), today(), told)
    return _send(paper, url_for("tasks.list_tasks", code=campaign.code))


def _task_sheets(campaign: Campaign) -> papers.Handouts:
    wanted = request.args.get("document")
    row = document_in(campaign, read_id(wanted) or 0) if wanted else _main_row(campaign)
    if row is not None and row.kind not in plan_reads.MAIN:
        abort(404)
    plan = plan_reads.plan_of(db(), campaign.id)
    return actions.handouts_of(db(), row, _main(campaign, row), plan, share("docx_templates"))


def _main_row(campaign: Campaign) -> Document | None:
    return plan_reads.leading(of_campaign(db(), campaign.id), *plan_reads.MAIN)


def _main(campaign: Campaign, row: Document | None) -> DocumentDraft:
    return plan_reads.going_with(db(), campaign, row, DocumentKind.PLAN, today().year)


def _list_of(campaign: Campaign) -> str:
    return url_for(".list_documents", code=campaign.code)


def _send_of(document: Document, position: int, back: str) -> ResponseReturnValue:
    """A document's paper, 0 itself and 1 … its annexes, as a download."""
    return send_made(lambda: actions.paper_of(db(), document, position, share("docx_templates")), back)


def _send(paper: Paper, back: str) -> ResponseReturnValue:
    return send_made(lambda: (paper.file_name, papers.write(paper, share("docx_templates"))), back)
