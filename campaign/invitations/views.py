"""Pages of invitations: what each letter says and lacks, one letter, all of them as one zip or one print file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.config import share
from campaign.documents import papers, plan_reads
from campaign.documents import phrases as paper_phrases
from campaign.documents.model import Document, of_campaign
from campaign.documents.rules.editing.drafts import default_symbol
from campaign.documents.rules.papers import Paper
from campaign.documents.rules.plan import Delegate, DocumentDraft, Plan
from campaign.files.word_writer import MissingField, Template, TemplateFault, merge, write_zip
from campaign.gate import agency_of, db, guard, today
from campaign.glossary import DocumentKind, DocumentStatus
from campaign.invitations.rules import draw_invitations
from campaign.pages import send
from campaign.people.model import signers_of
from campaign.vietnamese import safe_file_name

bp = Blueprint("invitations", __name__, url_prefix="/campaigns/<code>/invitations")


@dataclass(frozen=True)
class Batch:
    """The letters of a campaign's delegates, all on one invitation document."""

    chosen: Document | None
    documents: list[Document]
    plan: Plan
    letters: list[tuple[Delegate, Paper]]

    @property
    def template(self) -> Template:
        """The template all letters share; raises TemplateFault when the office's own is broken."""
        return papers.template_of(self.letters[0][1], share("docx_templates"))

    @property
    def records(self) -> list[dict[str, object]]:
        """What the template is filled with, letter by letter."""
        return [papers.rich(paper.context) for _, paper in self.letters]

    def file_name(self, ending: str) -> str:
        """What a file with all letters is called."""
        return safe_file_name(f"{DocumentKind.INVITATION.label} - {self.plan.title}.{ending}")


@bp.get("")
@guard(Permission.DOCUMENT_READ)
def list_invitations(campaign: Campaign) -> ResponseReturnValue:
    batch = _batch(campaign)
    fault, lacking = _try_out(batch)
    return render_template(
        "invitations/list.html",
        campaign=campaign,
        batch=batch,
        fault=fault,
        lacking=lacking,
        groups={each.id: group.name for group in batch.plan.groups for each in group.delegates},
        problems=batch.letters[0][1].problems if batch.letters else (),
    )


@bp.get("/<int:delegate_id>.docx")
@guard(Permission.DOCUMENT_READ)
def download_invitation(campaign: Campaign, delegate_id: int) -> ResponseReturnValue:
    """One letter."""
    batch = _batch(campaign)
    paper = next((paper for delegate, paper in batch.letters if delegate.id == delegate_id), None)
    if paper is None:
        abort(404)
    return _send(
        campaign, paper.file_name, lambda file: file.write(papers.write(paper, share("docx_templates")))
    )


@bp.get("/all.zip")
@guard(Permission.DOCUMENT_READ)
def download_zip(campaign: Campaign) -> ResponseReturnValue:
    """Every letter as a file of its own."""
    batch = _batch(campaign)
    if not batch.letters:
        return _nobody(campaign)
    names = [paper.file_name.removesuffix(".docx") for _, paper in batch.letters]
    return _send(
        campaign, batch.file_name("zip"), lambda file: write_zip(batch.template, batch.records, names, file)
    )


@bp.get("/all.docx")
@guard(Permission.DOCUMENT_READ)
def download_print_file(campaign: Campaign) -> ResponseReturnValue:
    """Every letter in one file, for the printer."""
    batch = _batch(campaign)
    if not batch.letters:
        return _nobody(campaign)
    return _send(
        campaign, batch.file_name("docx"), lambda file: file.write(merge(batch.template, batch.records))
    )


def _batch(campaign: Campaign) -> Batch:
    """The letters on the invitation document that the address names (?document=), else the issued or newest one."""
    documents = [each for each in of_campaign(db(), campaign.id) if each.kind is DocumentKind.INVITATION]
    wanted = request.args.get("document", "")
    chosen = next((each for each in documents if str(each.id) == wanted), None)
    if wanted and chosen is None:
        abort(404)
    issued = [each for each in documents if each.status is DocumentStatus.ISSUED]
    newest = (issued or documents)[-1:]
    chosen = chosen or (newest[0] if newest else None)
    plan = plan_reads.plan_of(db(), campaign.id)
    draft = plan_reads.document_of(db(), chosen.id) if chosen else _blank(campaign, plan)
    letters = list(zip(plan.delegates, draw_invitations(draft, plan), strict=True))
    return Batch(chosen, documents, plan, letters)


def _blank(campaign: Campaign, plan: Plan) -> DocumentDraft:
    """An invitation nobody has begun: signed by the agency's first signer, without number and day."""
    symbol = default_symbol(DocumentKind.INVITATION, agency_of(campaign).symbol)
    draft = DocumentDraft(plan.agency, DocumentKind.INVITATION, plan.title, symbol, today().year)
    signer = next(iter(signers_of(db(), campaign.agency_id)), None)
    if signer is None:
        return draft
    return replace(draft, authority=signer.authority, position=signer.position, signer_name=signer.name)


def _try_out(batch: Batch) -> tuple[str, dict[int, list[str]]]:
    """A dry run: what is wrong with the template as a whole, and by delegate id the fields a letter lacks."""
    if not batch.letters:
        return "", {}
    try:
        template = batch.template
    except TemplateFault as fault:
        return fault.message, {}
    checked = zip(batch.letters, batch.records, strict=True)
    return "", {
        delegate.id: missing for (delegate, _), record in checked if (missing := list(template.check(record)))
    }


def _nobody(campaign: Campaign) -> ResponseReturnValue:
    flash(paper_phrases.NO_DELEGATES, "error")
    return redirect(url_for(".list_invitations", code=campaign.code), 303)


def _send(campaign: Campaign, name: str, write: Callable[[BinaryIO], object]) -> ResponseReturnValue:
    """What `write` writes as a download; where a letter lacks something, say so and go back to the list."""
    file = BytesIO()
    try:
        write(file)
    except (TemplateFault, MissingField) as fault:
        flash(fault.message, "error")
        return redirect(url_for(".list_invitations", code=campaign.code), 303)
    return send(file, name)
