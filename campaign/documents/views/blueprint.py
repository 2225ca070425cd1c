"""The blueprint of documents, and how its pages find and address a document."""

from flask import Blueprint, url_for

from campaign.campaigns.model import Campaign
from campaign.documents.model import Document
from campaign.gate import fetch

bp = Blueprint("documents", __name__, url_prefix="/campaigns/<code>/documents")


def document_in(campaign: Campaign, document_id: int) -> Document:
    """The campaign's document with that id, not put away; 404 otherwise."""
    return fetch(Document, document_id, campaign_id=campaign.id, deleted_at=None)


def page_of(campaign: Campaign, document: Document, anchor: str | None = None) -> str:
    """Address of a document's page."""
    return url_for("documents.show_document", code=campaign.code, document_id=document.id, _anchor=anchor)
