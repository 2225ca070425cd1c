"""Rules of people, one module per noun; what two of them need stands here."""

import re
from datetime import date

from campaign import phrases as shared
from campaign.errors import Problem
from campaign.people import phrases
from campaign.vietnamese import short_date

_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]+")


def check_validity(start: date | None, end: date | None) -> list[Problem]:
    """A validity that ends before it begins is a problem of valid_to; open ends are fine."""
    if start and end and end < start:
        return [Problem("valid_to", phrases.VALIDITY.format(start=short_date(start)))]
    return []


def is_email(text: str) -> bool:
    """Does the text look like one e-mail address, as "ten@co-quan.gov.vn"?"""
    return bool(_EMAIL.fullmatch(text))


def check_email(field: str, email: str | None) -> list[Problem]:
    """An address that is not one is a problem of `field`; none at all is fine."""
    if email and not is_email(email):
        return [Problem(field, shared.BAD_EMAIL.format(text=email))]
    return []
