"""The working calendar: which days an office works, counting them, and due days counted from the ceremony. Pure."""

from campaign.workdays.calendar import (
    DaysOff,
    add_working_days,
    next_working_day,
    previous_working_day,
    working_days_between,
)
from campaign.workdays.offsets import Offset, due_day, offset_of, read_offset, spoken_offset, years_around

__all__ = [
    "DaysOff",
    "Offset",
    "add_working_days",
    "due_day",
    "next_working_day",
    "offset_of",
    "previous_working_day",
    "read_offset",
    "spoken_offset",
    "working_days_between",
    "years_around",
]
