"""Pages of invitations: what each letter says and lacks, one letter, all of them as one zip or one print file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.config import share
from campaign.documents import actions, phrases, plan_reads
from campaign.documents.model import Document, of_campaign
from campaign.documents.papers import Handouts
from campaign.documents.rules.papers import Paper
from campaign.documents.rules.plan import Plan
from campaign.documents.views.sending import send_handout, send_handouts
from campaign.files.word_writer import TemplateFault
from campaign.gate import db, guard, today
from campaign.glossary import DocumentKind
from campaign.vietnamese import safe_file_name

bp = Blueprint("invitations", __name__, url_prefix="/campaigns/<code>/invitations")


@dataclass(frozen=True)
class Batch:
    """The letters of a campaign's delegates, all on one invitation document."""

    chosen: Document | None
    documents: Sequence[Document]
    plan: Plan
    letters: Handouts


@bp.get("")
@guard(Permission.DOCUMENT_READ)
def list_invitations(campaign: Campaign) -> ResponseReturnValue:
    batch = _batch(campaign)
    fault, lacking = _try_out(batch.letters)
    listed = batch.letters.papers()
    return render_template(
        "invitations/list.html",
        campaign=campaign,
        batch=batch,
        fault=fault,
        lacking=lacking,
        delegates={each.id: each for each in batch.plan.delegates},
        groups={each.id: group.name for group in batch.plan.groups for each in group.delegates},
        problems=listed[0].problems if listed else (),
    )


@bp.get("/<int:delegate_id>.docx")
@guard(Permission.DOCUMENT_READ)
def download_invitation(campaign: Campaign, delegate_id: int) -> ResponseReturnValue:
    """A delegate's letter as issued with the invitation; ?today=1 as it would be today."""
    return send_handout(_batch(campaign).letters, delegate_id, _list_of(campaign))


@bp.get("/all.zip")
@guard(Permission.DOCUMENT_READ)
def download_zip(campaign: Campaign) -> ResponseReturnValue:
    """Every letter as a file of its own, as download_invitation."""
    batch = _batch(campaign)
    return _send_all(campaign, batch, "zip", batch.letters.zipped)


@bp.get("/all.docx")
@guard(Permission.DOCUMENT_READ)
def download_print_file(campaign: Campaign) -> ResponseReturnValue:
    """Every letter in one file, for the printer, as download_invitation."""
    batch = _batch(campaign)
    return _send_all(campaign, batch, "docx", batch.letters.merged)


def _send_all(
    campaign: Campaign, batch: Batch, ending: str, make: Callable[[list[Paper]], bytes]
) -> ResponseReturnValue:
    name = safe_file_name(f"{DocumentKind.INVITATION.label} - {batch.plan.title}.{ending}")
    return send_handouts(batch.letters, name, make, phrases.NO_DELEGATES, _list_of(campaign))


def _batch(campaign: Campaign) -> Batch:
    """The letters on the invitation document that the address names (?document=), else the leading one."""
    documents = [each for each in of_campaign(db(), campaign.id) if each.kind is DocumentKind.INVITATION]
    wanted = request.args.get("document", "")
    chosen = next((each for each in documents if str(each.id) == wanted), None)
    if wanted and chosen is None:
        abort(404)
    chosen = chosen or plan_reads.leading(documents, DocumentKind.INVITATION)
    draft = plan_reads.going_with(db(), campaign, chosen, DocumentKind.INVITATION, today().year)
    plan = plan_reads.plan_of(db(), campaign.id)
    letters = actions.handouts_of(db(), chosen, draft, plan, share("docx_templates"))
    return Batch(chosen, documents, plan, letters)


def _try_out(letters: Handouts) -> tuple[str, dict[int, list[str]]]:
    """A dry run: what is wrong with the template as a whole, and by delegate id the fields a letter lacks."""
    try:
        missing = {each.holder_id: letters.lacking(each.paper) for each in letters.each}
    except TemplateFault as fault:
        return fault.message, {}
    return "", {delegate_id: names for delegate_id, names in missing.items() if names}


def _list_of(campaign: Campaign) -> str:
    return url_for(".list_invitations", code=campaign.code)
