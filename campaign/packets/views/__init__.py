"""Pages of packets: the office makes links, a unit opens its own."""

from campaign.packets.views import giving, opening
from campaign.packets.views.blueprint import GUESS_LIMIT, bp

__all__ = ["GUESS_LIMIT", "bp", "giving", "opening"]
