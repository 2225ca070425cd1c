"""Changes of messages: written by what causes them, moved on by the worker, decided by people."""

from campaign.mailing.actions.deciding import call_off, resend, settle
from campaign.mailing.actions.sending import claim, postpone, record, sweep
from campaign.mailing.actions.writing import enqueue

__all__ = [
    "call_off",
    "claim",
    "enqueue",
    "postpone",
    "record",
    "resend",
    "settle",
    "sweep",
]
