"""Pages of the format check: any Word file, the papers of a campaign's document, and issuing it."""

from campaign.checking.views import documents, files, issuing
from campaign.checking.views.blueprint import bp

__all__ = ["bp", "documents", "files", "issuing"]
