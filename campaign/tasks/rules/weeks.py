"""Weeks as offices report by them: from Monday to Sunday. Pure."""

from datetime import date, timedelta

WEEK = timedelta(days=7)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of that day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)
