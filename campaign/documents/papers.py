"""Papers written as Word files, from the templates of a folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from campaign.documents import phrases
from campaign.documents.rules.inline import Span
from campaign.documents.rules.papers import Paper
from campaign.files.word_writer import Rich, Run, Template
from campaign.glossary import SizeProfile


@dataclass(frozen=True)
class _Sizes:
    """Points of the letterhead's capitals and of the text, which move together (D30 Phụ lục I mục V, footnote).

    The line under the motto is as long as the motto: `motto_indent` twips are left free on both its sides.
    """

    head: int
    text: int
    motto_indent: int


_SIZES = {SizeProfile.LARGE: _Sizes(13, 14, 1094), SizeProfile.SMALL: _Sizes(12, 13, 1216)}


def write(paper: Paper, templates_dir: Path) -> bytes:
    """The paper as a .docx. Raises TemplateFault, MissingField when the office's template asks for more, OSError."""
    return template_of(paper, templates_dir).render(rich(paper.context))


def template_of(paper: Paper, templates_dir: Path) -> Template:
    """The paper's template in its size profile; the same bytes are compiled once."""
    return Template.load(sized((templates_dir / paper.template).read_bytes(), paper.size_profile))


@lru_cache(maxsize=32)
def sized(template: bytes, profile: SizeProfile) -> bytes:
    """The template with its base styles in the sizes of the profile, found by name: an office program that saves a
    template may give them other ids. One without those styles is left as it is. Raises TemplateFault.
    """
    from docx import Document  # noqa: PLC0415 - slow import, not paid at start-up
    from docx.shared import Pt, Twips  # noqa: PLC0415 - as above

    Template.load(template)  # a broken or hostile file is refused before python-docx reads it
    document = Document(BytesIO(template))
    styles = {style.name: style for style in document.styles}
    sizes = _SIZES[profile]
    for name, points in ((phrases.HEAD_STYLE, sizes.head), (phrases.TEXT_STYLE, sizes.text)):
        if name in styles:
            styles[name].font.size = Pt(points)
    if motto := styles.get(phrases.MOTTO_STYLE):
        motto.paragraph_format.left_indent = motto.paragraph_format.right_indent = Twips(sizes.motto_indent)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def rich(context: Mapping[str, Any]) -> dict[str, Any]:
    """The context with marked text as the writer knows it."""
    return {name: _value(value) for name, value in context.items()}


def _value(value: Any) -> Any:
    if isinstance(value, Mapping):
        return rich(value)
    if isinstance(value, list):
        return [_value(item) for item in value]
    if isinstance(value, tuple):
        return Rich([_run(span) for span in value])
    return value


def _run(span: Span) -> Run:
    return Run(span.text, span.bold, span.italic, span.note)
