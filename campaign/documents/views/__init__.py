"""Pages of documents: the list, the editor with its preview, what is round the outline, approving and issuing, files, register."""

from campaign.documents.views import bases, details, editor, lifecycle, listing, papers, progress, register
from campaign.documents.views.blueprint import bp

__all__ = ["bases", "bp", "details", "editor", "lifecycle", "listing", "papers", "progress", "register"]
