"""Numbered lists of a merged file: each copy starts counting anew, so each has lists (w:num) of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from campaign.files.word_writer.healing import Placed
from campaign.files.word_writer.marking import slot_mark
from campaign.files.word_writer.names import WORD_TYPES, W, named
from campaign.files.word_writer.placing import bare_xml
from campaign.files.word_writer.reading import Package, whole_number

NUMBERING_KIND = f"{WORD_TYPES}.numbering+xml"
_STYLES_KIND = f"{WORD_TYPES}.styles+xml"
_BEFORE_NUMBERING = named(W, "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")


@dataclass
class Lists:
    """The lists that must restart: ids in the template, the first id free, and the numbering part cut where new ones go."""

    part: str = ""
    used: list[str] = field(default_factory=list)
    free: int = 1
    before: bytes = b""
    after: bytes = b""
    _made: dict[str, str] = field(default_factory=dict)

    def copies(self, count: int) -> Iterator[bytes]:
        """The w:num elements of all copies but the first, whose lists are the template's own."""
        for copy in range(count - 1):
            for place, own in enumerate(self.used):
                number = self.free + copy * len(self.used) + place
                yield f'<w:num w:numId="{number}">{self._made[own]}</w:num>'.encode()


def own_lists(package: Package, root: etree._Element, placed: list[Placed]) -> Lists:
    """Let every numbered paragraph of the document take its list id from the copy it stands in."""
    part = next((name for name in package.data if package.type_of(name) == NUMBERING_KIND), "")
    if not part:
        return Lists()
    tree = package.tree(part)
    counting = _counting(tree)
    _spell_out_styles(package, tree, root)
    references = [each for each in root.iter(f"{W}numId") if each.get(f"{W}val") in counting]
    lists = Lists(part, list(dict.fromkeys(each.get(f"{W}val", "") for each in references)))
    if not lists.used:
        return Lists()
    lists.free = max(whole_number(each, "numId") for each in tree.iter(f"{W}num")) + 1
    lists._made = {own: _restarting(*counting[own]) for own in lists.used}
    for each in references:
        own = each.get(f"{W}val", "")
        place = lists.used.index(own)
        each.set(f"{W}val", slot_mark(placed, each, "list id", own, place, lists.free, len(lists.used)))
    lists.before, lists.after = _cut(tree)
    return lists


def _counting(tree: etree._Element) -> dict[str, tuple[etree._Element, etree._Element]]:
    """Lists that count (not only bullets) by their id: the w:num and the w:abstractNum it points to."""
    abstract = {each.get(f"{W}abstractNumId"): each for each in tree.iter(f"{W}abstractNum")}
    found = {}
    for each in tree.iter(f"{W}num"):
        pointer = each.find(f"{W}abstractNumId")
        levels = abstract.get(pointer.get(f"{W}val")) if pointer is not None else None
        if levels is None:
            continue
        if any(
            kind.get(f"{W}val") not in {"bullet", "none"} for kind in levels.iterfind(f"{W}lvl/{W}numFmt")
        ):
            found[str(whole_number(each, "numId"))] = (each, levels)
    return found


def _restarting(own: etree._Element, levels: etree._Element) -> str:
    """The inside of a w:num like the template's own, each of its levels starting anew."""
    overrides = {whole_number(each, "ilvl"): each for each in own.findall(f"{W}lvlOverride")}
    made = [f'<w:abstractNumId w:val="{whole_number(levels, "abstractNumId")}"/>']
    for level in levels.findall(f"{W}lvl"):
        depth = whole_number(level, "ilvl")
        given = overrides.get(depth)
        kept = "".join(bare_xml(each) for each in given.findall(f"{W}lvl")) if given is not None else ""
        first = _start(level) if given is None or _start(given) is None else _start(given)
        start = f'<w:startOverride w:val="{1 if first is None else first}"/>'
        made.append(f'<w:lvlOverride w:ilvl="{depth}">{start}{kept}</w:lvlOverride>')
    return "".join(made)


def _start(level: etree._Element) -> int | None:
    for name in (f"{W}startOverride", f"{W}start", f"{W}lvl/{W}start"):
        found = level.find(name)
        if found is not None:
            return whole_number(found, "val", 1)
    return None


def _spell_out_styles(package: Package, tree: etree._Element, root: etree._Element) -> None:
    """Paragraphs numbered by their style get the same list written on themselves, where it can differ by copy."""
    by_style = _numbered_styles(package, tree)
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None or paragraph.find(f"{W}pPr/{W}numPr") is not None:
            continue
        if (found := by_style.get(style.get(f"{W}val", ""))) is None:
            continue
        properties = style.getparent()
        if properties is not None:
            numbering = etree.Element(f"{W}numPr")
            etree.SubElement(numbering, f"{W}ilvl", {f"{W}val": found[1]})
            etree.SubElement(numbering, f"{W}numId", {f"{W}val": found[0]})
            properties.insert(sum(each.tag in _BEFORE_NUMBERING for each in properties), numbering)


def _numbered_styles(package: Package, tree: etree._Element) -> dict[str, tuple[str, str]]:
    """Style id to (list id, level), inherited through w:basedOn."""
    part = next((name for name in package.data if package.type_of(name) == _STYLES_KIND), "")
    styles = (
        {each.get(f"{W}styleId", ""): each for each in package.tree(part).iter(f"{W}style")} if part else {}
    )
    levels = {each.get(f"{W}val", ""): _level_of(each) for each in tree.iter(f"{W}pStyle")}
    found = {}
    for name in styles:
        style, seen = name, set[str]()
        while style in styles and style not in seen:
            seen.add(style)
            number = styles[style].find(f"{W}pPr/{W}numPr/{W}numId")
            if number is not None:
                depth = styles[style].find(f"{W}pPr/{W}numPr/{W}ilvl")
                level = depth.get(f"{W}val", "0") if depth is not None else "0"
                found[name] = (number.get(f"{W}val", ""), levels.get(style, level))
                break
            based = styles[style].find(f"{W}basedOn")
            style = based.get(f"{W}val", "") if based is not None else ""
    return found


def _level_of(pointer: etree._Element) -> str:
    level = pointer.getparent()
    return level.get(f"{W}ilvl", "0") if level is not None else "0"


def _cut(tree: etree._Element) -> tuple[bytes, bytes]:
    """The numbering part before and after the place for more w:num elements (after the last one)."""
    xml = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    last = [each for each in tree if each.tag == f"{W}num"][-1]
    follows = b"".join(etree.tostring(each, encoding="UTF-8") for each in last.itersiblings())
    end = xml.rindex(b"</")
    if follows:
        end = xml.rindex(b"<w:numIdMacAtCleanup")
    return xml[:end], xml[end:]
