"""Formatted values as runs: `{{r name}}` becomes w:r elements, and footnotes where a run asks for one."""

from __future__ import annotations

from campaign.files import phrases
from campaign.files.word_writer.faults import TemplateFault
from campaign.files.word_writer.state import Notes, State
from campaign.files.word_writer.values import Rich, Run, plain, text_xml

Formats = tuple[str, str, str, str, bool]


def rich_xml(value: object, formats: Formats, state: State) -> str:
    """The value as runs; `formats` are the placeholder's w:rPr plain, bold, italic, both, and whether notes may stand here."""
    runs = value.runs if isinstance(value, Rich) else (Run(plain(value)),)
    return "".join(_run_xml(run, formats, state) for run in runs)


def _run_xml(run: Run, formats: Formats, state: State) -> str:
    properties = str(formats[bool(run.bold) + 2 * bool(run.italic)])
    made = ""
    if run.text:
        made = f'<w:r>{properties}<w:t xml:space="preserve">{text_xml(run.text)}</w:t></w:r>'
    if run.footnote is None:
        return made
    if state.notes is None or not formats[4]:
        raise TemplateFault(phrases.NOTE_OUTSIDE_BODY, run.footnote[:60])
    return made + _note_xml(run.footnote, formats[0], state.notes)


def _note_xml(text: str, properties: str, notes: Notes) -> str:
    number = notes.take_id()
    mark = f'<w:rPr><w:rStyle w:val="{notes.reference_style}"/></w:rPr>'
    notes.made.append(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{notes.text_style}"/></w:pPr>'
        f"<w:r>{mark}<w:footnoteRef/></w:r>"
        f'<w:r><w:t xml:space="preserve"> {text_xml(text)}</w:t></w:r></w:p></w:footnote>'
    )
    return f'<w:r>{_referring(properties, notes.reference_style)}<w:footnoteReference w:id="{number}"/></w:r>'


def _referring(properties: str, style: str) -> str:
    """The placeholder's own w:rPr with the reference style instead of its character style."""
    inside = properties.removeprefix("<w:rPr>").removesuffix("</w:rPr>")
    if inside.startswith("<w:rStyle"):
        inside = inside[inside.index(">") + 1 :]
    return f'<w:rPr><w:rStyle w:val="{style}"/>{inside}</w:rPr>'
