"""What the engine refuses, in words a clerk can act on."""

from __future__ import annotations

from collections.abc import Iterable

from campaign.files import phrases


class TemplateFault(Exception):
    """A template, or a value put into it, that is refused. `message` is Vietnamese and quotes `where`."""

    def __init__(self, reason: str, where: str = "") -> None:
        self.reason = reason
        self.where = where
        self.message = phrases.near(reason, where)
        super().__init__(self.message)


class MissingField(Exception):
    """Names the template needs and the record lacks, all of them; `row` counts records from 1."""

    def __init__(self, names: Iterable[str], row: int | None = None) -> None:
        self.names = tuple(names)
        self.row = row
        self.message = phrases.missing_fields(list(self.names), row)
        super().__init__(self.message)
