"""A compiled template and how it is filled. Compiling is cached by content, so an office's dozen templates compile once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from campaign.files.word_writer.faults import MissingField
from campaign.files.word_writer.state import State

if TYPE_CHECKING:
    from campaign.files.word_writer.compiling import Compiled


@dataclass(frozen=True)
class Source:
    """Template bytes that compare by their digest."""

    digest: str
    data: bytes = field(compare=False, repr=False)


class Template:
    """A Word template compiled once. `fields` are the dotted names it uses; `tasks[].name` is a name of each of the tasks."""

    def __init__(self, source: Source, compiled: Compiled) -> None:
        self.source = source
        self._compiled = compiled
        self.fields: frozenset[str] = compiled.fields

    @staticmethod
    def load(template: bytes | str | PathLike[str] | Template) -> Template:
        """The compiled template of these bytes or of the file at this path. Raises TemplateFault, OSError for a file."""
        if isinstance(template, Template):
            return template
        data = Path(template).read_bytes() if isinstance(template, str | PathLike) else bytes(template)
        return _compiled(Source(hashlib.sha256(data).hexdigest(), data))

    def render(self, context: Mapping[str, object]) -> bytes:
        """One .docx, the same bytes for the same data. Raises MissingField with all missing names, TemplateFault."""
        compiled = self._compiled
        notes = compiled.first_note
        state = State(notes=replace(notes, made=[]) if notes else None)
        try:
            contents = {name: part.render(context, state) for name, part in compiled.parts.items()}
        except MissingField:
            raise MissingField(self.check(context)) from None
        layout = compiled.layout
        if compiled.noted is not None and state.notes is not None and state.notes.made:
            layout = compiled.noted
        return layout.package([contents[name] for name in layout.changing])

    def check(self, context: Mapping[str, object]) -> list[str]:
        """Names the template needs for this data and the data lacks; empty when it can be filled."""
        names = (name for part in self._compiled.parts.values() for name in part.missing(context))
        return list(dict.fromkeys(names))


@lru_cache(maxsize=64)
def _compiled(source: Source) -> Template:
    from campaign.files.word_writer.compiling import compile_template  # noqa: PLC0415 - slow import, not paid at start-up

    return Template(source, compile_template(source.data))
