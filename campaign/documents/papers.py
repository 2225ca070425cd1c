"""Papers written as Word files, from the templates of a folder."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from campaign.documents import phrases
from campaign.documents.rules.handouts import Handout
from campaign.documents.rules.inline import Span
from campaign.documents.rules.letterhead import SIZES
from campaign.documents.rules.papers import Paper
from campaign.files.word_writer import Rich, Run, Template, merge
from campaign.files.word_writer.archive import Entry, ZipStream
from campaign.files.word_writer.batch import file_names
from campaign.glossary import SizeProfile


def write(paper: Paper, templates_dir: Path) -> bytes:
    """The paper as a .docx. Raises TemplateFault, MissingField when the office's template asks for more, OSError."""
    return template_of(paper, templates_dir).render(rich(paper.context))


def template_of(paper: Paper, templates_dir: Path) -> Template:
    """The paper's template in its size profile, lines as long as its texts ask; the same bytes are compiled once."""
    return fitted((templates_dir / paper.template).read_bytes(), paper)


def office_template(papers: Iterable[Paper], templates_dir: Path) -> bytes:
    """The Word template that all of the papers are filled into, as the office has it; empty for no papers."""
    return next(((templates_dir / paper.template).read_bytes() for paper in papers), b"")


def fitted(template: bytes, paper: Paper) -> Template:
    """A Word template made ready for the paper, as template_of. Raises TemplateFault."""
    return Template.load(sized(template, paper.size_profile, tuple(paper.indents.items())))


def lacking(template: bytes, paper: Paper) -> list[str]:
    """Names the Word template asks for and the paper lacks. Raises TemplateFault."""
    return fitted(template, paper).check(rich(paper.context))


@dataclass(frozen=True)
class Handouts:
    """What is handed out with a document, and the Word template it is filled into: the one kept with it when it was
    issued (`kept`), also for those who come later, else the office's of today. Methods raise as `write`.
    """

    each: tuple[Handout, ...]
    template: bytes
    kept: bool

    def of(self, holder_id: int) -> Handout | None:
        """The handout of a unit or delegate, if there is one."""
        return next((handout for handout in self.each if handout.holder_id == holder_id), None)

    def papers(self, *, today: bool = False) -> list[Paper]:
        """All to be given out, or all as the plan has them today."""
        if today:
            return [handout.today for handout in self.each if handout.today]
        return [handout.paper for handout in self.each]

    def lacking(self, paper: Paper) -> list[str]:
        """Names the template asks for and one of the papers lacks."""
        return lacking(self.template, paper)

    def write(self, paper: Paper) -> bytes:
        """One of the papers as a .docx."""
        return fitted(self.template, paper).render(rich(paper.context))

    def zipped(self, papers: Sequence[Paper]) -> bytes:
        """Papers as a zip, a file each, no two of one name."""
        made = BytesIO()
        stream = ZipStream(made)
        names = file_names([paper.context for paper in papers], [paper.file_name for paper in papers])
        for name, paper in zip(names, papers, strict=True):
            stream.add(Entry.stored(name, self.write(paper)))
        stream.close()
        return made.getvalue()

    def merged(self, papers: Sequence[Paper]) -> bytes:
        """Papers of the same size and title in one .docx, for the printer; at least one."""
        return merge(fitted(self.template, papers[0]), [rich(paper.context) for paper in papers])


@lru_cache(maxsize=32)
def sized(template: bytes, profile: SizeProfile, indents: tuple[tuple[str, float], ...] = ()) -> bytes:
    """The template with its base styles in the sizes of the profile, and those of `indents` that far, in mm, from both
    sides. Styles are found by name: an office program that saves a template may give them other ids. One without those
    styles is left as it is. Raises TemplateFault.
    """
    from docx import Document  # noqa: PLC0415 - slow import, not paid at start-up
    from docx.shared import Mm, Pt  # noqa: PLC0415 - as above

    Template.load(template)  # a broken or hostile file is refused before python-docx reads it
    document = Document(BytesIO(template))
    styles = {style.name: style for style in document.styles}
    sizes = SIZES[profile]
    for name, points in ((phrases.HEAD_STYLE, sizes.head), (phrases.TEXT_STYLE, sizes.text)):
        if name in styles:
            styles[name].font.size = Pt(points)
    for name, free in indents:
        if style := styles.get(name):
            style.paragraph_format.left_indent = style.paragraph_format.right_indent = Mm(free)
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
