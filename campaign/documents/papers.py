"""Papers written as Word files, from the templates of a folder."""

import zipfile
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

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = "word/styles.xml"


@dataclass(frozen=True)
class _Sizes:
    """Points of the letterhead's capitals and of the text, which move together (D30 Phụ lục I mục V, footnote).

    The line under the motto is as long as the motto: `motto_indent` twips are left free on both its sides.
    """

    head: int
    text: int
    motto_indent: int

    def of_style(self, name: str) -> dict[str, dict[str, int]]:
        """Elements of the style of that name that depend on the size, with their attributes."""
        points = {phrases.HEAD_STYLE: self.head, phrases.TEXT_STYLE: self.text}.get(name)
        if points:
            return {"sz": {"val": points * 2}, "szCs": {"val": points * 2}}
        return (
            {"ind": {"left": self.motto_indent, "right": self.motto_indent}}
            if name == phrases.MOTTO_STYLE
            else {}
        )


_SIZES = {SizeProfile.LARGE: _Sizes(13, 14, 1094), SizeProfile.SMALL: _Sizes(12, 13, 1216)}


def write(paper: Paper, templates_dir: Path) -> bytes:
    """The paper as a .docx. Raises TemplateFault, MissingField when the office's template asks for more, OSError."""
    return template_of(paper, templates_dir).render(rich(paper.context))


def template_of(paper: Paper, templates_dir: Path) -> Template:
    """The paper's template in its size profile; the same bytes are compiled once."""
    return Template.load(sized((templates_dir / paper.template).read_bytes(), paper.size_profile))


@lru_cache(maxsize=32)
def sized(template: bytes, profile: SizeProfile) -> bytes:
    """The template with its two base styles in the sizes of the profile.

    One without those styles is left as it is, and so is a broken one, for Template.load to say what is wrong.
    """
    from lxml import etree  # noqa: PLC0415 - slow import, not paid at start-up

    try:
        with zipfile.ZipFile(BytesIO(template)) as package:
            entries = {info: package.read(info) for info in package.infolist()}
    except zipfile.BadZipFile:
        return template
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for info, data in entries.items():
            if info.filename == _STYLES:
                root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
                _set_sizes(root, _SIZES[profile])
                data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            package.writestr(info, data)
    return made.getvalue()


def _set_sizes(root: Any, sizes: _Sizes) -> None:
    """Styles are known by name: an office program that saves a template may give them other ids."""
    for style in root.iter(f"{_W}style"):
        named = style.find(f"{_W}name")
        name = "" if named is None else named.get(f"{_W}val", "")
        for element_name, attributes in sizes.of_style(name).items():
            for element in style.iter(f"{_W}{element_name}"):
                for attribute, value in attributes.items():
                    element.set(f"{_W}{attribute}", str(value))


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
