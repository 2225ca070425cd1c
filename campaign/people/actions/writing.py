"""What the changes of people share: the database's own refusals, and the order of ranked rows."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from campaign.errors import Problem, Refused
from campaign.people.model import Signer, Unit


@contextmanager
def refusing(session: Session, problem: Problem) -> Iterator[None]:
    """Raise Refused with `problem` when the database refuses what is written inside; the rest of the change stays."""
    try:
        with session.begin_nested():
            yield
    except IntegrityError as error:
        raise Refused(problem) from error


def rank_after(rows: Sequence[Unit] | Sequence[Signer]) -> int:
    """The rank of a row that comes after all of them."""
    return max((row.rank for row in rows), default=0) + 1


def shift(rows: Sequence[Unit] | Sequence[Signer], row: Unit | Signer, step: int) -> None:
    """Move a row `step` places down among its rows (negative: up) and rank them 1, 2, 3 …; at an end it stays."""
    order: list[Unit | Signer] = [other for other in rows if other is not row]
    order.insert(max(0, list(rows).index(row) + step), row)
    for rank, other in enumerate(order, start=1):
        if other.rank != rank:
            other.rank = rank
