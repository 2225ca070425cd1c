"""Rules of delegates: what a draft must keep to, telling doubles, counting heads. Pure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from campaign.delegates import phrases
from campaign.errors import Problem
from campaign.vietnamese import fold

MOST_HEADS = 100_000
TITLE_LIMIT = 300

Key = tuple[str, str, str]
"""What makes two delegates the same; see `key`."""


@dataclass(frozen=True)
class GroupDraft:
    """A group as typed: the heading its delegates are invited under."""

    name: str


@dataclass(frozen=True)
class DelegateDraft:
    """A delegate as typed: a position or quota; persons, numbers and addresses may all be unknown."""

    group_id: int
    title: str
    headcount: int | None = None
    honorific: str | None = None
    person: str | None = None
    unit_name: str | None = None
    unit_id: int | None = None
    email: str | None = None
    phone: str | None = None
    introduced: bool = False
    note: str | None = None


@dataclass(frozen=True)
class CountDraft:
    """Heads counted at the door, as typed; None: not counted."""

    attended: int | None = None


class Named(Protocol):
    """What a draft and a row share: who is meant."""

    @property
    def title(self) -> str: ...
    @property
    def person(self) -> str | None: ...
    @property
    def unit_name(self) -> str | None: ...


@dataclass(frozen=True)
class Totals:
    """A list in figures: its lines, the heads known, the lines without a number yet, who came (None: not counted)."""

    lines: int
    known: int
    unknown: int
    attended: int | None


def key(title: str, person: str | None, unit_name: str | None) -> Key:
    """What makes two delegates the same: position, person and body, whatever the case and the diacritics."""
    return fold(title), fold(person or ""), fold(unit_name or "")


def key_of(delegate: Named) -> Key:
    """The key of a draft or of a row."""
    return key(delegate.title, delegate.person, delegate.unit_name)


def label(title: str, honorific: str | None, person: str | None) -> str:
    """One line for a delegate: "Bí thư Đảng ủy - Ông Nguyễn Văn A", or the position alone."""
    return f"{title} - {' '.join(filter(None, (honorific, person)))}" if person else title


def check(
    draft: DelegateDraft, groups: Collection[int], units: Collection[int], others: Sequence[Key | None]
) -> list[Problem]:
    """Problems of a draft among the campaign's group ids, the agency's unit ids and the keys of the list (see doubles)."""
    problems = []
    if draft.group_id not in groups:
        problems.append(Problem("group_id", phrases.UNKNOWN_GROUP))
    if draft.unit_id is not None and draft.unit_id not in units:
        problems.append(Problem("unit_id", phrases.UNKNOWN_UNIT))
    if not draft.title:
        problems.append(Problem("title", phrases.NO_TITLE))
    if len(draft.title) > TITLE_LIMIT:
        problems.append(Problem("title", phrases.TITLE_TOO_LONG.format(limit=TITLE_LIMIT)))
    if draft.headcount is not None and not 1 <= draft.headcount <= MOST_HEADS:
        problems.append(Problem("headcount", phrases.BAD_HEADCOUNT))
    return problems + doubles(key_of(draft), others)


def doubles(mine: Key, others: Sequence[Key | None]) -> list[Problem]:
    """A problem when the list has that key already, naming its number there; None stands at the delegate's own place."""
    if mine not in others:
        return []
    return [Problem("title", phrases.SAME_DELEGATE.format(number=others.index(mine) + 1))]


def check_group(draft: GroupDraft, other_names: Iterable[str]) -> list[Problem]:
    """A group's name stands once in a campaign."""
    taken = fold(draft.name) in {fold(name) for name in other_names}
    return [Problem("name", phrases.GROUP_TAKEN.format(name=draft.name))] if taken else []


def check_count(draft: CountDraft) -> list[Problem]:
    """Heads at the door: none counted yet, or 0 to 100,000; more may come than were invited."""
    fits = draft.attended is None or 0 <= draft.attended <= MOST_HEADS
    return [] if fits else [Problem("attended", phrases.BAD_ATTENDED)]


def heads(headcount: int | None, person: str | None) -> int | None:
    """A person known by name is one head when no number is given."""
    return 1 if headcount is None and person else headcount


def totals(rows: Sequence[tuple[int | None, int | None]]) -> Totals:
    """Totals of (headcount, attended) pairs."""
    counted = [attended for _, attended in rows if attended is not None]
    known = [headcount for headcount, _ in rows if headcount is not None]
    return Totals(len(rows), sum(known), len(rows) - len(known), sum(counted) if counted else None)
