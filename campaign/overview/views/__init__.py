"""Pages of the overview, and what stands around every page."""

from campaign.overview.views import glance, reading
from campaign.overview.views.frame import bp, navigation

__all__ = ["bp", "glance", "navigation", "reading"]
