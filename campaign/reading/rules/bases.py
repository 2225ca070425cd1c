"""Căn cứ: the documents a paper rests on, from a list of them, a section, or the sentence that opens it."""

import re
from collections.abc import Iterator

from campaign.reading import phrases
from campaign.reading.rules.outline import PLAIN
from campaign.reading.rules.plan import Node
from campaign.reading.rules.text import plain, squeeze
from campaign.reading.rules.topics import BASES, placed

_START = re.compile(f"{phrases.BASIS_START}{phrases.CITED})")
_WITHIN = re.compile(f"{phrases.BASIS_IN_SENTENCE}{phrases.CITED})")
_CITED = re.compile(rf"{phrases.CITED}(?!\w)")
_AIM = re.compile(phrases.BASIS_AIM)
_SPEAKS = re.compile(
    rf"[,;.]\s*(?:{phrases.MANY}|{phrases.OFFICER}|{phrases.BODY})(?!\w)[^,;:]{{0,140}}?\s{phrases.BASIS_SPEAKS}\b"
)
_ON_PROPOSAL = re.compile(phrases.ON_PROPOSAL)
_NEXT = re.compile(phrases.NEXT_CITATION)
_NUMBERED = re.compile(phrases.CITED_WITH)


def read_bases(nodes: list[Node]) -> list[str]:
    """The legal bases of an outline, each as written, without "Căn cứ"."""
    found = [basis for node in _opening(nodes) for basis in _of_paragraph(node.text)]
    for each in placed(nodes):
        if each.topic == BASES and each.node.line and not each.node.children:
            text = each.node.text or each.node.line
            found += _of_paragraph(text) or _cited(text)
    return list(dict.fromkeys(found))


def _opening(nodes: list[Node]) -> Iterator[Node]:
    """Paragraphs and dashes before the first heading, and a first section's only text."""
    for place, node in enumerate(nodes):
        if node.style != PLAIN and not _START.match(plain(node.line)):
            if place == 0 and node.heading and not node.children and node.text:
                yield node
            return
        yield node


def _of_paragraph(text: str) -> list[str]:
    """The citations of "Căn cứ A; B, UBND huyện ban hành …"; [] when the paragraph rests on none."""
    small = plain(text)
    found = _START.match(small) or _WITHIN.search(small, 0, 260)
    return _cited(text[found.end() :]) if found else []


def _cited(text: str) -> list[str]:
    """The citations of a text that begins with one, up to where the issuer begins to speak."""
    small = plain(text)
    if not _CITED.match(small):
        return []
    stops = [found.start() for pattern in (_AIM, _SPEAKS, _ON_PROPOSAL) if (found := _stop(pattern, small))]
    text = text[: min(stops, default=len(text))]
    cuts = [cut for cut in _NEXT.finditer(plain(text)) if not _nested(plain(text), cut)]
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    pieces = (squeeze(text[start:end]).strip(" .;,") for start, end in zip(starts, ends, strict=True))
    return [piece for piece in pieces if piece and _NUMBERED.search(plain(piece))]


def _nested(small: str, cut: re.Match[str]) -> bool:
    """Whether "và Nghị quyết số …" goes on inside the subject of a citation: "về thực hiện Nghị quyết số … và …"."""
    piece = re.split(r"[;,]\s", small[: cut.start()])[-1] if ";" in cut[0] else small[: cut.start()]
    return ";" not in cut[0] and len(re.findall(phrases.CITED_NUMBER, piece)) > 1


def _stop(pattern: re.Pattern[str], small: str) -> re.Match[str] | None:
    """The first match that is not the "ngày …" of the citation itself."""
    return next((found for found in pattern.finditer(small) if found.start() > 8), None)
