"""Takes out of a template what says nothing to the reader: editing sessions, spelling marks, who made it and when."""

from __future__ import annotations

from lxml import etree

from campaign.files.word_writer import tags
from campaign.files.word_writer.healing import drop_with_husks
from campaign.files.word_writer.names import W14, W, local_name

_NOISE = (f"{W}proofErr", f"{W}lastRenderedPageBreak")
_PARAGRAPH_IDS = (f"{W14}paraId", f"{W14}textId")
_CLEARED = {"creator", "lastModifiedBy"}
_DROPPED = {"created", "modified", "lastPrinted", "revision"}


def strip_noise(root: etree._Element, keep_paragraph_ids: bool) -> None:
    """Drop rsids, proofing marks, the cursor's bookmark, and paragraph ids unless comments refer to them."""
    for element in list(root.iter(*_NOISE)):
        drop_with_husks(element)
    for element in root.iter(etree.Element):
        for name in list(element.attrib):
            if str(name).startswith(f"{W}rsid") or (name in _PARAGRAPH_IDS and not keep_paragraph_ids):
                del element.attrib[name]
    for start in list(root.iter(f"{W}bookmarkStart")):
        if start.get(f"{W}name") == "_GoBack":
            number = start.get(f"{W}id")
            ends = [end for end in root.iter(f"{W}bookmarkEnd") if end.get(f"{W}id") == number]
            for mark in [start, *ends]:
                drop_with_husks(mark)


def strip_sessions(settings: etree._Element) -> bool:
    """Drop the list of editing sessions from the settings; whether there was one."""
    found = settings.findall(f"{W}rsids") + settings.findall(f"{W}proofState")
    for element in found:
        settings.remove(element)
    return bool(found)


def forget_people(core: etree._Element) -> None:
    """Clear who made the template and when from docProps/core.xml; a placeholder there stays."""
    for element in list(core):
        name = local_name(element.tag)
        if name in _CLEARED and not tags.holds_tag(element.text):
            element.text = None
        elif name in _DROPPED:
            core.remove(element)


def drop_half_bookmarks(root: etree._Element) -> None:
    """Bookmarks that lost one end with the paragraph of a tag lose the other."""
    starts, ends = list(root.iter(f"{W}bookmarkStart")), list(root.iter(f"{W}bookmarkEnd"))
    whole = {each.get(f"{W}id") for each in starts} & {each.get(f"{W}id") for each in ends}
    for each in starts + ends:
        if each.get(f"{W}id") not in whole:
            drop_with_husks(each)
