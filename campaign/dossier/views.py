"""One button: every paper and calendar of a campaign as one zip."""

from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.config import share
from campaign.dossier import phrases
from campaign.dossier.actions import dossier
from campaign.dossier.rules import zip_name
from campaign.errors import Unavailable
from campaign.files.word_writer.archive import Entry, ZipStream
from campaign.gate import db, guard, today
from campaign.pages import send

bp = Blueprint("dossier", __name__, url_prefix="/campaigns/<code>/dossier")

_IN_MEMORY = 8 * 1024 * 1024


@bp.get("")
@guard(Permission.DOSSIER_EXPORT)
def export(campaign: Campaign) -> ResponseReturnValue:
    """All files are drawn first, so a broken template gives a sentence and never half a zip."""
    try:
        files = dossier(db(), campaign, share("docx_templates"), today())
    except Unavailable as fault:
        return _instead(campaign, str(fault))
    if not files:
        return _instead(campaign, phrases.NOTHING)
    file = cast(BinaryIO, SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115 - closed when the answer is sent
    stream = ZipStream(file)
    for path, data in files:
        stream.add(Entry.stored(path, data))
    stream.close()
    return send(file, zip_name(campaign.code))


def _instead(campaign: Campaign, sentence: str) -> ResponseReturnValue:
    flash(sentence, "error")
    return redirect(url_for("overview.show_campaign", code=campaign.code), 303)
