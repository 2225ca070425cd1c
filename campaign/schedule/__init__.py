"""Calendars of the ceremony, its programme and the tasks' dates."""
