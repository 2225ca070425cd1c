"""What resolved formatting looks like on paper: letters in the theme's fonts, indents and spacing measured."""

from __future__ import annotations

from lxml import etree

from campaign.checking.rules.docx import Indent, Look, Spacing
from campaign.files.word_reader.styles import Properties, Styles
from campaign.files.word_writer.names import A


class PrintedStyles(Styles):
    """The styles of a file with the fonts of its theme."""

    def __init__(self, root: etree._Element | None, theme: etree._Element | None) -> None:
        super().__init__(root)
        self.fonts = _theme_fonts(theme)

    def look(self, layers: tuple[Properties, Properties], direct: Properties, text: str) -> Look | None:
        """Letters of a run under (table style, paragraph style) with its own properties; None when they are hidden."""
        said = self.letters(layers, direct)
        if said["vanish"]:
            return None
        return Look(
            self._font(said, text), said.get("size", 10.0), said["b"], said["i"], said["caps"],
            bool(said.get("underline")), said.get("color", ""), bool(said.get("raised")),
        )  # fmt: skip

    def _font(self, said: Properties, text: str) -> str:
        """Letters of ASCII and other letters may have a font each; the one in use, or both."""
        used = [
            slot
            for slot, there in (("ascii", any(map(_is_ascii, text))), ("hAnsi", not text.isascii()))
            if there
        ]
        names = {self._slot(said, slot) for slot in used or ["ascii"]}
        return " / ".join(sorted(names))

    def _slot(self, said: Properties, slot: str) -> str:
        theme, name = said.get(slot, ("", ""))
        return self.fonts.get(theme[:5], "") or name or "Times New Roman"


def _is_ascii(letter: str) -> bool:
    return letter.isascii() and not letter.isspace()


def indent_of(said: Properties) -> Indent:
    """The indents among resolved properties."""
    return Indent(said.get("left", 0.0), said.get("right", 0.0), said.get("first", 0.0))


def spacing_of(said: Properties) -> Spacing:
    """The spacing among resolved properties."""
    return Spacing(
        said.get("before", 0.0), said.get("after", 0.0), said.get("line", 1.0), said.get("rule", "auto"),
        said.get("collapses", False),
    )  # fmt: skip


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """The Latin fonts of a theme under the first five letters of "majorHAnsi" and "minorHAnsi"."""
    if theme is None:
        return {}
    found = {name: theme.find(f".//{A}{name}Font/{A}latin") for name in ("major", "minor")}
    return {name: element.get("typeface", "") for name, element in found.items() if element is not None}
