"""The original of what was read in, for its campaign's pages and to download."""

from collections.abc import Sequence
from io import BytesIO

from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.documents.model import Document
from campaign.gate import db, guard
from campaign.reading.model import ReadDocument, originals_of
from campaign.reading.views.blueprint import bp, reading_at
from campaign.vietnamese import safe_file_name


@bp.get("/<int:read_id>/original")
@guard(Permission.DOCUMENT_READ)
def download_original(read_id: int) -> ResponseReturnValue:
    """The bytes as they were handed in, always as a download and never run."""
    reading = reading_at(read_id)
    response = pages.send(BytesIO(reading.data), safe_file_name(reading.name), "application/octet-stream")
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@bp.app_template_global("originals")
def originals(campaign: Campaign, document: Document | None = None) -> Sequence[ReadDocument]:
    """What a campaign, or one document of it, was read from; one query."""
    return originals_of(db(), campaign_id=campaign.id, document_id=document.id if document else None)
