"""A deadline as one field: a day, or words for one."""

from datetime import date

from campaign.vietnamese import clean, parse_date

_YEARS = range(1900, 2200)  # as every date field


def read_due(text: str) -> tuple[date | None, str | None]:
    """A day, or words for one; neither when nothing is written."""
    try:
        day = parse_date(text)
    except ValueError:
        return None, clean(text) or None
    return (day, None) if day.year in _YEARS else (None, clean(text))
