"""What an uploaded template may not carry: everything copied untouched reaches every recipient."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from campaign.files import phrases
from campaign.files.word_writer import tags
from campaign.files.word_writer.faults import TemplateFault
from campaign.files.word_writer.names import RELATION, WORD_TYPES, W, named
from campaign.files.word_writer.reading import Package

_MAIN_TYPE = f"{WORD_TYPES}.document.main+xml"
_BAD_RELATIONS = {
    *(
        "vbaProject",
        "wordVbaData",
        "oleObject",
        "control",
        "activeXControlBinary",
        "aFChunk",
        "attachedTemplate",
    ),
    *(
        "subDocument",
        "mailMergeSource",
        "mailMergeHeaderSource",
        "recipientData",
        "frame",
        "keyMapCustomizations",
    ),
    *("attachedToolbars", "customUI", "ui/extensibility", "ui/userCustomization"),
}
_BAD_FIELDS = {
    "DDE",
    "DDEAUTO",
    "INCLUDETEXT",
    "INCLUDEPICTURE",
    "INCLUDE",
    "IMPORT",
    "LINK",
    "EMBED",
    "RD",
    "DATABASE",
}
_BAD_NAMES = re.compile(
    r"vba(project|data)|activex|\.(bin|exe|dll|vbs|js|html?|mht|hta|docm|dotm)$", re.IGNORECASE
)
_HARMLESS_BIN = re.compile(r"printerSettings\d*\.bin$", re.IGNORECASE)
_LINK_TAG = re.compile(r"\{\{|\{%|%7B%7B|%7B%25", re.IGNORECASE)
_STORIES = ("document", "hdr", "ftr", "footnotes", "endnotes", "comments", "glossaryDocument")
_STORY_ROOTS = named(W, *_STORIES)


def inspect(package: Package) -> None:
    """Look through the whole package. Raises TemplateFault naming the first thing that may not be there."""
    if package.type_of(package.main) != _MAIN_TYPE:
        macro = "macroEnabled" in package.type_of(package.main)
        raise TemplateFault(phrases.HAS_MACRO if macro else phrases.NOT_A_DOCX, package.main)
    for name in package.data:
        if _BAD_NAMES.search(name) and not _HARMLESS_BIN.search(name):
            raise TemplateFault(phrases.HAS_MACRO, name)
        kind = package.type_of(name)
        if name.endswith((".rels", ".xml")) or kind.endswith(("+xml", "/xml")):
            _inspect_xml(package, name)


def _inspect_xml(package: Package, name: str) -> None:
    root = package.tree(name)
    if name.endswith(".rels"):
        _inspect_relations(root)
    elif root.tag in _STORY_ROOTS:
        if root.nsmap.get("w") != W[1:-1]:
            raise TemplateFault(phrases.BAD_XML, name)
        _inspect_fields(root)
    elif "drawingml" in package.type_of(name) and any(
        tags.holds_tag(element.text) for element in root.iter()
    ):
        raise TemplateFault(phrases.TAG_IN_DRAWING_PART, name)


def _inspect_relations(root: etree._Element) -> None:
    for relation in root.iter(f"{RELATION}Relationship"):
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        if any(kind.endswith(f"/{bad}") for bad in _BAD_RELATIONS):
            external = relation.get("TargetMode") == "External"
            raise TemplateFault(phrases.HAS_EXTERNAL if external else phrases.HAS_MACRO, target)
        if relation.get("TargetMode", "Internal") != "Internal" and not kind.endswith("/hyperlink"):
            raise TemplateFault(phrases.HAS_EXTERNAL, target)
        if _LINK_TAG.search(target):
            raise TemplateFault(phrases.TAG_IN_LINK, target)


def _inspect_fields(root: etree._Element) -> None:
    for simple in root.iter(f"{W}fldSimple"):
        _judge(simple.get(f"{W}instr", ""))
    for code in _field_codes(root):
        _judge(code)


def _judge(code: str) -> None:
    words = code.split()
    if not words or words[0].lstrip("\\").upper() in _BAD_FIELDS:
        raise TemplateFault(phrases.HAS_FIELD, code[:80])


def _field_codes(root: etree._Element) -> Iterator[str]:
    """The own code of every complex field, however many runs it is cut into.

    A field inside the first word of another's code could spell a forbidden name when Word works it out: it yields "".
    """
    open_codes: list[list[str]] = []
    reading_code: list[bool] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        if element.tag == f"{W}instrText":
            if reading_code and reading_code[-1]:
                open_codes[-1].append(element.text or "")
            continue
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            if reading_code and reading_code[-1] and not re.match(r"\s*\S+\s", "".join(open_codes[-1])):
                yield ""
            open_codes.append([])
            reading_code.append(True)
        elif open_codes and kind == "separate":
            reading_code[-1] = False
        elif open_codes and kind == "end":
            yield "".join(open_codes.pop())
            reading_code.pop()
    yield from ("".join(codes) for codes in open_codes)
