"""Changes of documents read in: kept as they came (keeping), and taken over in one change, all of it or nothing (taking)."""

from campaign.reading.actions.keeping import forget_document, keep_document, keep_once_more
from campaign.reading.actions.taking import Taken, take

__all__ = ["Taken", "forget_document", "keep_document", "keep_once_more", "take"]
