"""What one rendering carries along: names found missing, footnotes made, loops turned, and which copy it is."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field

from campaign.files import phrases
from campaign.files.word_writer.faults import TemplateFault

MAX_OUTPUT = 64 * 1024 * 1024
MAX_TURNS = 500_000


@dataclass
class Notes:
    """Footnotes of one document in the making: ids count up from `next_id`, `made` is their XML."""

    next_id: int
    reference_style: str
    text_style: str
    made: list[str] = field(default_factory=list)

    def take_id(self) -> int:
        """An id no footnote has yet."""
        self.next_id += 1
        return self.next_id - 1


@dataclass
class State:
    """One rendering. In a merged file `copy` counts the records from 0, and `notes_of` draws a template's own footnote."""

    notes: Notes | None = None
    missing: dict[str, None] = field(default_factory=dict)
    turns: int = 0
    serial: int = 0
    copy: int = 0
    is_last: bool = True
    note_id: int = 0
    notes_of: Callable[[int], str] | None = None

    def turn(self, count: int) -> None:
        """Count loop turns. Raises TemplateFault past MAX_TURNS: nested loops multiply."""
        self.turns += count
        if self.turns > MAX_TURNS:
            raise TemplateFault(phrases.OUTPUT_TOO_BIG)


RENDERING: ContextVar[State] = ContextVar("word_writer_rendering")
