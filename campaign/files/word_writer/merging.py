"""One print file of many records: the body once per record, a section each, so every copy's pages count from 1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from campaign.files import phrases
from campaign.files.word_writer.archive import Deflater, Entry
from campaign.files.word_writer.batch import Record, check_all
from campaign.files.word_writer.faults import TemplateFault
from campaign.files.word_writer.parts import Part
from campaign.files.word_writer.probe import EmptyProbe
from campaign.files.word_writer.state import Notes, State
from campaign.files.word_writer.template import Source, Template

if TYPE_CHECKING:
    from campaign.files.word_writer.copies import Copies


def merge(template: Path | bytes | Template, records: Iterable[Record]) -> bytes:
    """One .docx with every record's document after the other; memory holds the packed file only.

    Raises MissingField naming the row, TemplateFault, ValueError for no records at all.
    """
    loaded, rows = Template.load(template), list(records)
    if not rows:
        raise ValueError(phrases.NOTHING_TO_WRITE)
    check_all(loaded, rows)
    copies = _copies(loaded.source)
    state = State(notes=_notes(copies))
    entries = {
        name: Entry.deflated(name, _same_for_all(name, part, rows)) for name, part in copies.others.items()
    }
    entries[copies.main] = _document(copies, rows, state)
    if copies.lists.part:
        entries[copies.lists.part] = _numbering(copies, len(rows))
    if copies.room and state.notes:
        entries[copies.room.part] = _footnotes(copies, state.notes)
    return copies.layout.assembled([entries[name] for name in copies.layout.changing])


@lru_cache(maxsize=16)
def _copies(source: Source) -> Copies:
    from campaign.files.word_writer.copies import compile_copies  # noqa: PLC0415 - slow import, not paid at start-up

    return compile_copies(source.data)


def _notes(copies: Copies) -> Notes | None:
    room = copies.room
    return Notes(1, room.reference_style, room.text_style) if room else None


def _document(copies: Copies, rows: Sequence[Record], state: State) -> Entry:
    packed = Deflater()
    packed.feed(copies.before)
    for number, record in enumerate(rows):
        state.copy, state.is_last = number, number == len(rows) - 1
        state.turns = 0
        state.notes_of = partial(_own_note, copies, record, state)
        packed.feed(copies.body.render(record, state))
    packed.feed(copies.after)
    return packed.entry(copies.main)


def _own_note(copies: Copies, record: Mapping[str, object], state: State, number: int) -> str:
    """Draw one of the template's own footnotes for this copy; its new id."""
    if state.notes is None or number not in copies.own_notes:
        raise TemplateFault(phrases.CANNOT_FILL)
    state.note_id = state.notes.take_id()
    state.notes.made.append(copies.own_notes[number].render(record, state).decode())
    return str(state.note_id)


def _numbering(copies: Copies, count: int) -> Entry:
    packed = Deflater()
    packed.feed(copies.lists.before)
    for made in copies.lists.copies(count):
        packed.feed(made)
    packed.feed(copies.lists.after)
    return packed.entry(copies.lists.part)


def _footnotes(copies: Copies, notes: Notes) -> Entry:
    packed = Deflater()
    before, after = copies.frame_of_notes()
    packed.feed(before)
    for made in notes.made:
        packed.feed(made.encode())
    packed.feed(after)
    return packed.entry(copies.room.part if copies.room else "")


def _same_for_all(name: str, part: Part, rows: Sequence[Record]) -> bytes:
    """A header's XML when it is the same for every record; properties that differ are left blank. Raises TemplateFault."""
    first = part.render(rows[0], State())
    if all(part.render(record, State()) == first for record in rows[1:]):
        return first
    if not name.startswith("docProps/"):
        raise TemplateFault(phrases.HEADER_DIFFERS, name)
    roots = {field.partition(".")[0].partition("[")[0] for field in part.fields}
    return part.render(dict.fromkeys(roots, EmptyProbe("")), State())
