"""What is new in a campaign, told in words: what was said of tasks, days that moved, tasks added and deleted."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time

from campaign.campaigns.model import Campaign
from campaign.gate import OFFICE_ZONE, db
from campaign.glossary import UpdateKind
from campaign.history.model import Entry
from campaign.history.phrases import Verb
from campaign.overview import model, phrases
from campaign.overview.rules.answers import News, Piece, gathered
from campaign.overview.rules.changes import Reading
from campaign.tasks.model import Task

_DUE = ("due_on", "due_words")
_LISTED = frozenset({Verb.CREATE, Verb.RESTORE, Verb.DELETE})


def news_since(
    campaign: Campaign, since: date, known: Collection[int], *, with_history: bool
) -> tuple[list[News], int]:
    """What happened from the beginning of that day, and how many other changes there were; two queries.

    Of tasks only the `known` ones (ids); the history only for those who may read it.
    """
    moment = datetime.combine(since, time(), OFFICE_ZONE)
    entries = model.entries_since(db(), campaign.id, moment) if with_history else []
    found = {
        phrases.NEWS_SAID: _said(campaign, moment, known),
        phrases.NEWS_MOVED: _moved(entries),
        phrases.NEWS_TASKS: _listed(entries),
    }
    others = sum(entry.noun != Task.__tablename__ and entry.verb != Verb.RESCHEDULE for entry in entries)
    return gathered(found), others


def _said(campaign: Campaign, since: datetime, known: Collection[int]) -> list[Piece]:
    """What units and the office said; a granted extension is told as the day it moves."""
    return [
        Piece(update.at, update.by, title, _words(update.kind, update.text, update.percent), update.task_id)
        for update, title in model.updates_since(db(), campaign.id, since)
        if update.task_id in known and update.kind is not UpdateKind.GRANT
    ]


def _words(kind: UpdateKind, text: str, percent: int | None) -> str:
    said = [kind.label, *([f"{percent}%"] if percent is not None else [])]
    head = phrases.AND.join(said)
    return phrases.SAYING.format(head=head, text=" ".join(text.split())) if text else head


def _moved(entries: Sequence[Entry]) -> list[Piece]:
    reading = Reading(model.column_types(), {})
    pieces = []
    for entry in entries:
        is_task = entry.noun == Task.__tablename__
        if is_task and entry.verb == Verb.UPDATE and (words := _from_to(reading, entry, _DUE)):
            pieces.append(Piece(entry.at, entry.by, entry.title, words, entry.record_id))
        elif entry.verb == Verb.RESCHEDULE:
            words = _from_to(reading, entry, ("starts_at",)) or Verb.RESCHEDULE.label
            pieces.append(Piece(entry.at, entry.by, entry.title, words))
    return pieces


def _from_to(reading: Reading, entry: Entry, columns: Sequence[str]) -> str:
    """The first of those columns that the entry changed, from what to what; "" when it changed none."""
    changed: Mapping[str, Sequence[object]] = entry.changes
    for column in columns:
        if column in changed:
            (change,) = reading.changes(entry.noun, {column: changed[column]})
            return phrases.FROM_TO.format(before=change.before, after=change.after)
    return ""


def _listed(entries: Sequence[Entry]) -> list[Piece]:
    return [
        Piece(
            entry.at,
            entry.by,
            entry.title,
            phrases.NEWS_VERBS[Verb(entry.verb)],
            None if entry.verb == Verb.DELETE else entry.record_id,
        )
        for entry in entries
        if entry.noun == Task.__tablename__ and entry.verb in _LISTED
    ]
