"""Pages of delegates: the list by groups, pasting a list, and counting at the door."""

from campaign.delegates.views import attendance, delegates, groups, paste
from campaign.delegates.views.blueprint import bp

__all__ = ["attendance", "bp", "delegates", "groups", "paste"]
