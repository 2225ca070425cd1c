"""Turns an uploaded docx into a compiled template: checked, healed, cut into literals and values, tried once.

This is the half of the engine that needs lxml and jinja2; `template` loads it the first time a template is compiled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from campaign.files import phrases
from campaign.files.word_writer import footnotes, guard, pieces, reading, tables, tidy
from campaign.files.word_writer.archive import Entry, Layout
from campaign.files.word_writer.faults import MissingField, TemplateFault
from campaign.files.word_writer.healing import Placed
from campaign.files.word_writer.logic import LogicPart
from campaign.files.word_writer.marking import add_slot, number_drawings
from campaign.files.word_writer.names import CONTENT_TYPES_PART, WORD_TYPES
from campaign.files.word_writer.parts import Part, Piece, SimplePart
from campaign.files.word_writer.placing import marked
from campaign.files.word_writer.probe import PROBES
from campaign.files.word_writer.reading import Package
from campaign.files.word_writer.state import Notes, State

_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_STORY_KINDS = ("document.main", "header", "footer", "footnotes", "endnotes", "comments")
_STORIES = {f"{WORD_TYPES}.{kind}+xml" for kind in _STORY_KINDS}
_PROPERTIES = {
    _CORE,
    "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_SETTINGS = f"{WORD_TYPES}.settings+xml"


@dataclass(frozen=True)
class Compiled:
    """A template ready to fill. `layout` is the package without made footnotes, `noted` the one with room for them."""

    parts: dict[str, Part]
    layout: Layout
    noted: Layout | None
    first_note: Notes | None
    fields: frozenset[str]


def compile_template(data: bytes) -> Compiled:
    """Check and compile a docx. Raises TemplateFault."""
    package = opened(data)
    parts: dict[str, Part] = {}
    has_rich = False
    for name in filling_order(package):
        made, rich = compile_part(package, name)
        if made is not None:
            parts[name] = made
        has_rich = has_rich or rich
    layout = layout_of(package, list(parts), {})
    room = footnotes.make_room(package) if has_rich else None
    noted, notes = None, None
    if room is not None:
        notes = Notes(room.next_id, room.reference_style, room.text_style)
        if room.part not in parts:
            parts[room.part] = note_part(room.tree)
        noted = layout_of(package, list(parts), room.changed)
    fields = frozenset().union(*(part.fields for part in parts.values()))
    compiled = Compiled(parts, layout, noted, notes, fields)
    _try_out(compiled)
    return compiled


def opened(data: bytes) -> Package:
    """The package read, looked through, and freed of what says nothing to a reader."""
    package = reading.read_package(data)
    guard.inspect(package)
    for name in list(package.data):
        kind = package.type_of(name)
        if kind == _CORE:
            tidy.forget_people(package.tree(name))
            replace_part(package, name)
        elif kind == _SETTINGS and tidy.strip_sessions(package.tree(name)):
            replace_part(package, name)
    return package


def replace_part(package: Package, name: str) -> None:
    """Take a part's tree, which was changed, for its bytes."""
    package.data[name] = footnotes.serialised(package.tree(name))
    package.entries[name] = Entry.deflated(name, package.data[name])


def filling_order(package: Package) -> list[str]:
    """Parts that may hold placeholders, in the order they are rendered: the document first, for it makes the footnotes."""
    wanted = _STORIES | _PROPERTIES
    names = [name for name in package.data if package.type_of(name) in wanted and name != package.main]
    return [package.main, *names]


def compile_part(package: Package, name: str) -> tuple[Part | None, bool]:
    """The compiled part and whether it may make footnotes; None for a part (not the document) without placeholders."""
    is_main = name == package.main
    if not is_main and b"{" not in package.data[name]:
        return None, False
    root = package.tree(name)
    keep_ids = any("commentsExtended" in kind for kind in package.types.values())
    placed = marked(root, keep_ids)
    if not placed and not is_main:
        return None, False
    if package.type_of(name) == f"{WORD_TYPES}.footnotes+xml":
        add_slot(placed, root, "notes")
    if any(item.tag.word == "for" for item in placed):
        number_drawings(placed, root)
    rich = any(item.tag.mode == "rich" and item.tag.extra[-1] for item in placed)
    return assemble(root, placed), rich


def assemble(root: etree._Element, placed: list[Placed]) -> Part:
    """A part from its marked tree."""
    careful = tables.needs_care(root, placed)
    xml = pieces.DECLARATION + etree.tostring(root, encoding="unicode")
    part = part_of(pieces.split(xml, [item.tag for item in placed]))
    return tables.TablePart(part) if careful else part


def part_of(cut: Sequence[Piece]) -> Part:
    """The fast kind of part where bare names are all there is, the sandboxed kind otherwise."""
    if all(isinstance(piece, str) or piece.is_plain for piece in cut):
        return SimplePart(cut)
    return LogicPart(list(cut))


def note_part(tree: etree._Element) -> Part:
    """A footnotes part without placeholders, with a place for made footnotes at its end."""
    placed: list[Placed] = []
    add_slot(placed, tree, "notes")
    return assemble(tree, placed)


def layout_of(package: Package, changing: list[str], replaced: dict[str, bytes]) -> Layout:
    """Entries in a fixed order: content types first, what changes last, the document at the very end."""
    names = [name for name in package.entries if name not in changing]
    names.sort(key=lambda name: name != CONTENT_TYPES_PART)
    fixed = [
        Entry.deflated(name, replaced[name]) if name in replaced else package.entries[name] for name in names
    ]
    return Layout(fixed, [*changing[1:], changing[0]])


def _try_out(compiled: Compiled) -> None:
    """Render with made-up data, once with every condition true and once with every one false, and parse the result."""
    roots = {name.partition(".")[0].partition("[")[0] for name in compiled.fields}
    for probe in PROBES:
        context = dict.fromkeys(roots, probe)
        state = State(notes=Notes(1, "FootnoteReference", "FootnoteText"))
        for part in compiled.parts.values():
            try:
                reading.parsed(part.render(context, state))
            except MissingField as fault:
                raise TemplateFault(phrases.BAD_SYNTAX, ", ".join(fault.names)) from fault
            except TemplateFault as fault:
                # Made-up data may not fit an expression; that the XML nests has been proved without data.
                if fault.reason != phrases.CANNOT_FILL:
                    raise
