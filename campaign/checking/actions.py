"""What the format check asks the database for. Nothing is changed."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from campaign.checking.rules.docx import Docx
from campaign.checking.rules.years import years_of
from campaign.files import holidays_vn
from campaign.people.model import days_off_for
from campaign.workdays import DaysOff


def days_off_in(session: Session, files: Iterable[Docx], agency_id: int | None) -> DaysOff:
    """The days off of the years the files speak of, as that office counts; by the public calendar for no office."""
    years = years_of(files)
    return holidays_vn.days_off(years) if agency_id is None else days_off_for(session, agency_id, years)
