"""What the changes of people share: the database's own refusals."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from campaign.errors import Problem, Refused


@contextmanager
def refusing(session: Session, problem: Problem) -> Iterator[None]:
    """Raise Refused with `problem` when the database refuses what is written inside; the rest of the change stays."""
    try:
        with session.begin_nested():
            yield
    except IntegrityError as error:
        raise Refused(problem) from error
