"""Pages of tasks: the list, planning a task, and what is said of it."""

from campaign.tasks.views import importing, listing, planning, reporting
from campaign.tasks.views.blueprint import bp

__all__ = ["bp", "importing", "listing", "planning", "reporting"]
