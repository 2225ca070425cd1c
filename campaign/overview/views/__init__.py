"""Pages of the overview, and what stands around every page."""

from campaign.overview.views import reading
from campaign.overview.views.frame import bp, navigation

__all__ = ["bp", "navigation", "reading"]
