"""The indents and spacing a list lends its paragraphs, level by level (ECMA-376 17.9.23)."""

from __future__ import annotations

from typing import Any

from lxml import etree

from campaign.files.word_reader.properties import paragraph_properties
from campaign.files.word_reader.values import value, whole
from campaign.files.word_writer.names import W


class ListIndents:
    """Paragraph properties of every level of every list of a file."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, dict[str, Any]]] = {}
        if root is None:
            return
        outlines = {
            element.get(f"{W}abstractNumId"): _levels(element) for element in root.iter(f"{W}abstractNum")
        }
        for element in root.iter(f"{W}num"):
            self._levels[element.get(f"{W}numId", "")] = {
                **outlines.get(value(element, "abstractNumId"), {}),
                **_levels(element),
            }

    def of(self, identity: str, rank: int) -> dict[str, Any]:
        """What that level of that list says of its paragraphs; nothing for one that is not there."""
        return self._levels.get(identity, {}).get(rank, {})


def _levels(parent: etree._Element) -> dict[int, dict[str, Any]]:
    return {
        whole(level.get(f"{W}ilvl")): paragraph_properties(level.find(f"{W}pPr"))
        for level in parent.iter(f"{W}lvl")
    }
