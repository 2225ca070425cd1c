"""Makes room for footnotes: the part, its relation, its content type and its two styles, each only if the template lacks it."""

from __future__ import annotations

import posixpath
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from campaign.files.word_writer.names import (
    CONTENT,
    CONTENT_TYPES_PART,
    RELATION,
    RELATION_TYPES,
    W_NAMESPACE,
    WORD_TYPES,
    W,
)
from campaign.files.word_writer.reading import Package, whole_number

_KIND = f"{WORD_TYPES}.footnotes+xml"
_STYLES_KIND = f"{WORD_TYPES}.styles+xml"
_EMPTY = f"""<w:footnotes xmlns:w="{W_NAMESPACE}">\
<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>\
<w:r><w:separator/></w:r></w:p></w:footnote>\
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>\
<w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"""
_NO_RELATIONS = f'<Relationships xmlns="{RELATION[1:-1]}"/>'.encode()
_REFERENCE_STYLE = f"""<w:style xmlns:w="{W_NAMESPACE}" w:type="character" w:styleId="FootnoteReference">\
<w:name w:val="footnote reference"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>\
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>"""
_TEXT_STYLE = f"""<w:style xmlns:w="{W_NAMESPACE}" w:type="paragraph" w:styleId="FootnoteText">\
<w:name w:val="footnote text"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>\
<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="both"/></w:pPr>\
<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>"""


@dataclass
class NotesRoom:
    """Where footnotes go: the part's name and tree, the first free id, the styles, and the parts changed to say so."""

    part: str
    tree: etree._Element
    next_id: int
    reference_style: str
    text_style: str
    changed: dict[str, bytes]


def make_room(package: Package) -> NotesRoom:
    """Plan a package that can hold footnotes; the package itself is left as it is."""
    changed: dict[str, bytes] = {}
    part = next((name for name in package.data if package.type_of(name) == _KIND), "")
    if part:
        tree = deepcopy(package.tree(part))
    else:
        part = posixpath.join(posixpath.dirname(package.main), "footnotes.xml")
        tree = etree.fromstring(_EMPTY)
        changed |= _announced(package, part)
    reference, text = _styles(package, changed)
    ids = [whole_number(note, "id") for note in tree.iter(f"{W}footnote")]
    return NotesRoom(part, tree, max([*ids, 0]) + 1, reference, text, changed)


def _announced(package: Package, part: str) -> dict[str, bytes]:
    types = deepcopy(package.tree(CONTENT_TYPES_PART))
    etree.SubElement(types, f"{CONTENT}Override", PartName=f"/{part}", ContentType=_KIND)
    relations_part = relations_of(package.main)
    relations = etree.fromstring(package.data.get(relations_part, _NO_RELATIONS))
    taken = {relation.get("Id") for relation in relations}
    number = next(f"rId{count}" for count in range(1, len(taken) + 2) if f"rId{count}" not in taken)
    kind = f"{RELATION_TYPES}/footnotes"
    etree.SubElement(
        relations, f"{RELATION}Relationship", Id=number, Type=kind, Target=posixpath.basename(part)
    )
    return {CONTENT_TYPES_PART: serialised(types), relations_part: serialised(relations)}


def _styles(package: Package, changed: dict[str, bytes]) -> tuple[str, str]:
    """Ids of the reference and the text style, added where the template has none of that name."""
    part = next((name for name in package.data if package.type_of(name) == _STYLES_KIND), "")
    if not part:
        return "FootnoteReference", "FootnoteText"
    root, added = deepcopy(package.tree(part)), False
    found = []
    for name, made in (("footnote reference", _REFERENCE_STYLE), ("footnote text", _TEXT_STYLE)):
        style = next((each for each in root.iter(f"{W}style") if _style_name(each) == name), None)
        if style is None:
            style, added = etree.fromstring(made), True
            root.append(style)
        found.append(style.get(f"{W}styleId", ""))
    if added:
        changed[part] = serialised(root)
    return found[0], found[1]


def _style_name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return name.get(f"{W}val", "").lower() if name is not None else ""


def relations_of(part: str) -> str:
    """The name of the part that holds another's relations (OPC, ECMA-376 part 2 §6.5.2)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def serialised(root: etree._Element) -> bytes:
    """The tree as bytes with an XML declaration, the same every time."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
