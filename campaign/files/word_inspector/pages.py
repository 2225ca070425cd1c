"""Sections: paper, margins, and where their pages are numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from campaign.checking.rules.docx import Margins, PageNumber, Paragraph, Section
from campaign.files.word_reader.values import is_on, number, twips
from campaign.files.word_writer.names import R, W

_A4 = (210.0, 297.0)
_KINDS = ("default", "first")
Story = dict[tuple[str, str], str]  # ("header", "first") -> relation
ReadStory = Callable[[etree._Element, float], list[tuple[Paragraph, bool]]]
Related = Callable[[str], etree._Element | None]


def sections(properties: list[etree._Element], related: Related, read: ReadStory) -> Iterator[Section]:
    """Sections in order; a section without a head of a kind has the one before's.

    `related` gives the part of a relation; `read` the paragraphs of a part in a text of that width, each with whether
    it holds a page number.
    """
    stories: Story = {}
    for element in properties:
        stories = stories | _own_stories(element)
        yield _section(element, stories, related, read)


def text_width(element: etree._Element | None) -> float:
    """Millimetres between the margins of a section."""
    size, margins = _size(element), element.find(f"{W}pgMar") if element is not None else None
    left, right = ((twips(margins, side) or 0) for side in ("left", "right"))
    return max(size[0] - left - right, 10.0)


def _size(element: etree._Element | None) -> tuple[float, float]:
    paper = element.find(f"{W}pgSz") if element is not None else None
    return twips(paper, "w") or _A4[0], twips(paper, "h") or _A4[1]


def _own_stories(element: etree._Element) -> Story:
    return {
        (side, each.get(f"{W}type", "default")): each.get(f"{R}id", "")
        for side in ("header", "footer")
        for each in element.iter(f"{W}{side}Reference")
    }


def _section(element: etree._Element, stories: Story, related: Related, read: ReadStory) -> Section:
    margins, numbering = element.find(f"{W}pgMar"), element.find(f"{W}pgNumType")
    differs = element.find(f"{W}titlePg")
    first = number(numbering.get(f"{W}start")) if numbering is not None else None
    return Section(
        *_size(element),
        Margins(*(abs(twips(margins, side) or 0) for side in ("top", "bottom", "left", "right", "header"))),
        differs=differs is not None and is_on(differs),
        start=None if first is None else int(first),
        number_format=numbering.get(f"{W}fmt", "decimal") if numbering is not None else "decimal",
        numbers=tuple(_numbers(element, stories, related, read)),
    )  # fmt: skip


def _numbers(
    element: etree._Element, stories: Story, related: Related, read: ReadStory
) -> Iterator[PageNumber]:
    for (side, kind), identity in stories.items():
        part = related(identity) if kind in _KINDS else None
        for paragraph, numbered in read(part, text_width(element)) if part is not None else ():
            if numbered:
                look = paragraph.runs[-1].look
                yield PageNumber(side == "header", kind == "first", paragraph.align, look)
