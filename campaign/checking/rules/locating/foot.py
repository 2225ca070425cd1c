"""What stands under the body: Nơi nhận and the signature, in one table or under each other."""

import re
from collections.abc import Sequence

from campaign.checking.phrases import Part
from campaign.checking.rules import phrases
from campaign.checking.rules.pieces import Piece, columns
from campaign.vietnamese import fold

_LABEL = fold(phrases.RECIPIENTS)
_POSITION = re.compile(rf"(?:{phrases.POSITION_WORDS})\b", re.IGNORECASE)
_LISTED = ("-", "\u2013", "\u2014", "+", "*")
_AFTER = 40  # lines after the body within which the signature stands


def foot(lines: Sequence[Piece]) -> tuple[dict[Part, tuple[Piece, ...]], int, int]:
    """Components of the foot, where it begins among the lines and where it ends; (none, length, length) without one."""
    label = next((place for place, line in enumerate(lines) if _has_label(line)), None)
    if label is None:
        return _signature_only(lines)
    cell = lines[label].paragraph.cell
    if cell is not None:
        inside = [
            place
            for place, line in enumerate(lines)
            if line.paragraph.cell is not None and line.paragraph.cell.table == cell.table
        ]
        start, end = min(inside), max(inside) + 1
        mine = [
            line
            for line in lines[start:end]
            if line.paragraph.cell and line.paragraph.cell.column == cell.column
        ]
        other = [
            line
            for line in lines[start:end]
            if line.paragraph.cell and line.paragraph.cell.column != cell.column
        ]
        return _parts([line for line in mine if line.text], [line for line in other if line.text]), start, end
    start = label
    while start and _is_signing(lines[start - 1]):
        start -= 1
    end = _end(lines, label)
    left, right = _apart([part for line in lines[start:end] for part in columns(line)])
    return _parts(left, right), start, end


def _has_label(line: Piece) -> bool:
    return any(part.key.startswith(_LABEL) and len(part.key) < 40 for part in columns(line))


def _parts(left: list[Piece], right: list[Piece]) -> dict[Part, tuple[Piece, ...]]:
    label = next((piece for piece in left if piece.key.startswith(_LABEL)), None)
    listed = left[left.index(label) + 1 :] if label else []
    authority, signer = _signature(right)
    found = {
        Part.RECIPIENTS: [label] if label else [], Part.COPIES: listed, Part.AUTHORITY: authority, Part.SIGNER: signer,
    }  # fmt: skip
    return {part: tuple(pieces) for part, pieces in found.items() if pieces}


def _signature(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Authority and position above, the name under them; words in brackets hold the place of a signature."""
    words = _outside_brackets(pieces)
    place = 0
    while place < len(words) and (
        _POSITION.match(words[place].text) or (words[place].is_capital and place < len(words) - 1)
    ):
        place += 1
    return words[:place], words[place : place + 1]


def _outside_brackets(pieces: list[Piece]) -> list[Piece]:
    found, depth = [], 0
    for piece in pieces:
        opened = piece.text.count("(") - piece.text.count(")")
        if not depth and not piece.text.startswith(("(", "[", "<")):
            found.append(piece)
        depth = max(0, depth + opened)
    return found


def _is_signing(line: Piece) -> bool:
    """An empty line, or a line of authority above Nơi nhận."""
    return not line.text or (line.is_capital and bool(_POSITION.match(line.text)) and len(line.text) < 80)


def _end(lines: Sequence[Piece], label: int) -> int:
    """Where the foot of a document without a table ends: before an annex, or at its end."""
    for place in range(label + 1, min(len(lines), label + _AFTER)):
        if re.fullmatch(rf"{fold(phrases.ANNEX)}(?: \w+)?", lines[place].key):
            return place
    return min(len(lines), label + _AFTER)


def _apart(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Recipients and signature of a foot without a table, by what they say."""
    left: list[Piece] = []
    right: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        ours = (
            piece.key.startswith(_LABEL) or piece.text.startswith(_LISTED) or piece.paragraph.label in _LISTED
        )
        (left if ours else right).append(piece)
    return left, right


def _signature_only(lines: Sequence[Piece]) -> tuple[dict[Part, tuple[Piece, ...]], int, int]:
    """A document without Nơi nhận: the signature is what follows the end of the body."""
    ends = [place for place, line in enumerate(lines) if line.text.endswith(phrases.END_MARK)]
    start = ends[0] + 1 if ends else len(lines)
    while start < len(lines) and not lines[start].text:
        start += 1
    if start == len(lines) or not (lines[start].is_capital and _POSITION.match(lines[start].text)):
        return {}, len(lines), len(lines)
    end = _end(lines, start)
    return _parts([], [line for line in lines[start:end] if line.text]), start, end
