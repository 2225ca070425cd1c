"""Moving a ceremony and taking the move back: each one change, with one entry in the history."""

from campaign.rescheduling.actions.moving import Undone, move_ceremony, preview, programme_hours, undo_move
from campaign.rescheduling.actions.notice import issued

__all__ = ["Undone", "issued", "move_ceremony", "preview", "programme_hours", "undo_move"]
