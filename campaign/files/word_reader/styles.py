"""Formatting resolved as Word does: defaults, table style, paragraph style, character style, then what stands directly.

Properties are plain dicts (see `properties`), the nearest word winning; an on/off property set by more than one kind of
style is toggled (ECMA-376 17.7.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from campaign.files.word_reader.properties import TOGGLES, paragraph_properties, run_properties
from campaign.files.word_reader.values import value
from campaign.files.word_writer.names import W

Properties = Mapping[str, Any]


class Styles:
    """The styles of a file, each with what it inherits already in it."""

    def __init__(self, root: etree._Element | None) -> None:
        self._by_id: dict[str, etree._Element] = {}
        self._default: dict[str, str] = {}
        self._resolved: dict[tuple[str, str], dict[str, Any]] = {}
        for style in root.iter(f"{W}style") if root is not None else ():
            identity = style.get(f"{W}styleId", "")
            self._by_id[identity] = style
            if style.get(f"{W}default") in {"1", "true", "on"}:
                self._default.setdefault(style.get(f"{W}type", ""), identity)
        defaults = root.find(f"{W}docDefaults") if root is not None else None
        self.run_defaults = run_properties(_within(defaults, "rPrDefault", "rPr"))
        self.paragraph_defaults = paragraph_properties(_within(defaults, "pPrDefault", "pPr"))

    def default(self, kind: str) -> str:
        """The id of the style used where none is named; "" without one."""
        return self._default.get(kind, "")

    def used(self, identity: str | None, kind: str) -> str:
        """The id of the style that counts where one is named: that one if the file has it, else the default."""
        return identity if identity in self._by_id else self.default(kind)

    def name(self, identity: str) -> str:
        """What people call the style; "" where it is not there."""
        return value(self._by_id.get(identity), "name")

    def runs(self, identity: str) -> dict[str, Any]:
        """The letters of a style."""
        return self._chain(identity, "rPr")

    def paragraphs(self, identity: str) -> dict[str, Any]:
        """The paragraph of a style."""
        return self._chain(identity, "pPr")

    def ancestry(self, identity: str) -> list[etree._Element]:
        """The style and those it is based on, the nearest first; a circle is cut."""
        found: list[etree._Element] = []
        while (style := self._by_id.get(identity)) is not None and style not in found:
            found.append(style)
            identity = value(style, "basedOn")
        return found

    def letters(self, layers: tuple[Properties, ...], direct: Properties) -> dict[str, Any]:
        """Letters of a run under these styles (table, paragraph), with its own character style and properties."""
        character = self.runs(self.used(direct.get("style"), "character"))
        said: dict[str, Any] = dict(self.run_defaults)
        for layer in (*layers, character, direct):
            said |= layer
        for name in TOGGLES:
            toggled = sum(bool(layer.get(name)) for layer in (*layers, character)) % 2 == 1
            said[name] = direct.get(name, bool(self.run_defaults.get(name)) or toggled)
        return said

    def _chain(self, identity: str, tag: str) -> dict[str, Any]:
        if (identity, tag) not in self._resolved:
            read = run_properties if tag == "rPr" else paragraph_properties
            said: dict[str, Any] = {}
            for style in reversed(self.ancestry(identity)):
                said |= read(style.find(f"{W}{tag}"))
            said.pop("style", None)
            self._resolved[identity, tag] = said
        return self._resolved[identity, tag]


def _within(parent: etree._Element | None, *names: str) -> etree._Element | None:
    for name in names:
        parent = parent.find(f"{W}{name}") if parent is not None else None
    return parent
