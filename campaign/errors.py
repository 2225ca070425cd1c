"""What can go wrong, as a family.

CampaignError
├── Refused       a rule says no; each problem names its field and a sentence for the person
├── Conflict      somebody else saved the record since it was read
├── Missing       the thing asked for is not there (or not for this person)
└── Unavailable   the program cannot work here: database, port, permission on disk
"""

from dataclasses import dataclass


class CampaignError(Exception):
    """Base of every error this program raises on purpose; `str()` is one line for people."""


@dataclass(frozen=True)
class Problem:
    """One broken rule: the draft's field it belongs to ("" for the whole) and a sentence in Vietnamese."""

    field: str
    sentence: str


class Refused(CampaignError):
    """A rule refuses the change. `problems` is never empty."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(" ".join(problem.sentence for problem in problems))
        self.problems = problems


class Conflict(CampaignError):
    """The record's version is not the one the person started from."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)


class Missing(CampaignError):
    """No such record, or none this person may know of."""


class Unavailable(CampaignError):
    """The surroundings refuse: no database, a port in use, a read-only disk."""


def refuse_any(problems: list[Problem]) -> None:
    """Raise Refused with all problems at once, or return when there are none."""
    if problems:
        raise Refused(*problems)
