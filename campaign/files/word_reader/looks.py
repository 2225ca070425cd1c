"""What of a paragraph's and a run's formatting tells the reader something: emphasis, outline, list, old fonts."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from campaign.files.word_reader.properties import paragraph_properties, run_properties
from campaign.files.word_reader.styles import Styles

_BODY = 9  # w:outlineLvl of body text
_FONTS = ("hAnsi", "ascii")  # old fonts put their letters over Latin-1, which hAnsi draws
_CONTENTS = ("toc ", "table of figures")


@dataclass(frozen=True)
class Letters:
    """How a run is set; `font` by name, a theme's is none."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    font: str = ""


@dataclass(frozen=True)
class Look:
    """How a paragraph is set: its style, its place in the outline (0 for body text) and in a list ("" for none)."""

    style: str = ""
    centred: bool = False
    heading: int = 0
    num: str = ""
    level: int | None = None
    listing: bool = False  # a line of a table of contents


class Looks:
    """The looks of one document's paragraphs and runs."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def of_paragraph(self, properties: etree._Element | None) -> Look:
        """The look a paragraph has by its w:pPr."""
        direct = paragraph_properties(properties)
        style = self._styles.used(direct.get("style"), "paragraph")
        said = {**self._styles.paragraph_defaults, **self._styles.paragraphs(style), **direct}
        return Look(
            style=style,
            centred=said.get("align") == "center",
            heading=(said.get("outline", _BODY) + 1) % (_BODY + 1),
            num=said.get("list", ""),
            level=said.get("level"),
            listing=self._styles.name(style).lower().startswith(_CONTENTS),
        )

    def of_run(self, paragraph: Look, properties: etree._Element | None) -> Letters:
        """The letters of a run in that paragraph by its w:rPr."""
        said = self._styles.letters((self._styles.runs(paragraph.style),), run_properties(properties))
        names = (said.get(slot, ("", ""))[1] for slot in _FONTS)
        return Letters(said["b"], said["i"], said["caps"], said["vanish"], next(filter(None, names), ""))
