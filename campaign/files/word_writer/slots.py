"""Places the engine itself fills, whatever the record says: footnotes made while rendering, ids that must be unique."""

from __future__ import annotations

from collections.abc import Callable

from campaign.files.word_writer.state import State

Slot = Callable[[State, tuple[object, ...]], str]


def _notes(state: State, _: tuple[object, ...]) -> str:
    return "".join(state.notes.made) if state.notes else ""


def _serial(state: State, _: tuple[object, ...]) -> str:
    state.serial += 1
    return str(1000 + state.serial)


# The rest serve merged files, where every copy of the document needs ids of its own.


def _mark_id(state: State, extra: tuple[object, ...]) -> str:
    """A bookmark's number: `extra` is its place among the document's bookmarks and how many there are."""
    place, count = extra
    return str(state.copy * int(str(count)) + int(str(place)))


def _mark_name(state: State, extra: tuple[object, ...]) -> str:
    """A bookmark's name; at most 40 characters in Word."""
    return f"{str(extra[0])[:33]}_{state.copy}" if state.copy else str(extra[0])


def _list_id(state: State, extra: tuple[object, ...]) -> str:
    """A list's w:numId: `extra` is the id in the template, its place among the lists, the first free id, how many lists."""
    own, place, free, count = (int(str(each)) for each in extra)
    return str(free + (state.copy - 1) * count + place) if state.copy else str(own)


def _section(state: State, extra: tuple[object, ...]) -> str:
    """The section's end at the end of every copy but the last, whose section ends with the document."""
    return "" if state.is_last else str(extra[0])


def _own_note(state: State, extra: tuple[object, ...]) -> str:
    """The new id of one of the template's own footnotes, written out once more for this copy."""
    return state.notes_of(int(str(extra[0]))) if state.notes_of else str(extra[0])


def _note_id(state: State, _: tuple[object, ...]) -> str:
    """The id of the footnote being written out."""
    return str(state.note_id)


SLOTS: dict[str, Slot] = {
    "notes": _notes,
    "serial": _serial,
    "mark id": _mark_id,
    "mark name": _mark_name,
    "list id": _list_id,
    "section": _section,
    "own note": _own_note,
    "note id": _note_id,
}
