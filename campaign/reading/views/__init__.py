"""Pages of reading a document in: hand it over, look at what was understood and put it right, take all of it or nothing."""

from campaign.reading.views import handing_in, originals, taking
from campaign.reading.views.blueprint import bp

__all__ = ["bp", "handing_in", "originals", "taking"]
