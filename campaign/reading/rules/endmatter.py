"""The end of a document: recipients with their notes, and who signs, also where two columns were flattened into one."""

import re
from dataclasses import dataclass, field, replace

from campaign.reading import phrases
from campaign.reading.rules.lines import BULLET, Line
from campaign.reading.rules.parts import is_signature
from campaign.reading.rules.plan import Recipient, Signer
from campaign.reading.rules.text import UPPER, flat, is_caps, plain, squeeze

_RECIPIENTS = re.compile(phrases.RECIPIENTS_FLAT)
_LABEL = re.compile(phrases.RECIPIENT_LABEL)
_NOTE = re.compile(phrases.RECIPIENT_NOTE)
_FILED = re.compile(phrases.FILED)
_AUTHORITY = re.compile(phrases.AUTHORITY, re.IGNORECASE)
_POSITION = re.compile(phrases.POSITIONS)
_NAME = re.compile(phrases.NAME)
_BRACE = re.compile(r"\s*[})\]]\s*(?P<note>\(.*\))?\s*$")
_RUN_ON = re.compile(rf"\s*;\s*-\s+|\.\s+-\s+(?=\w)|;\s+(?=[{UPPER}]\w* *:)")
# The right column behind the left one on the same line: "- Như trên; TM. ỦY BAN NHÂN DÂN".
_RIGHT = re.compile(rf"(?<=[;:.,)\s])\s*(?P<right>(?:TM|KT|TL|TUQ|Q|T/M)\s*\.\s*[{UPPER}].*)$")
_RIGHT_CAPS = re.compile(rf"(?<=[;.:)])\s+(?P<right>[{UPPER}]+(?:\s+[{UPPER}]+)+)$")
_RIGHT_NAME = re.compile(rf"(?<=[;.)])\s+(?P<right>(?:[{UPPER}]\w+\s+){{1,4}}[{UPPER}]\w+)$")
_CAPS_THEN_NAME = re.compile(
    rf"(?P<caps>(?:[{UPPER}&]+[.,]?\s+(?![{UPPER}][^{UPPER}\W]))*[{UPPER}]+\s+)(?P<name>[{UPPER}][^{UPPER}\W].*)$"
)


@dataclass
class End:
    """What the end of a document says."""

    recipients: list[Recipient] = field(default_factory=list)
    signer: Signer = field(default_factory=Signer)


@dataclass
class _Columns:
    left: list[Line] = field(default_factory=list)
    right: list[str] = field(default_factory=list)


def read_end(end: list[Line]) -> End:
    """Recipients and signer of a document's last lines."""
    columns = _apart(end)
    return End(_recipients(columns.left), _signer(columns.right))


def _apart(end: list[Line]) -> _Columns:
    """The lines of the recipients' column and of the signer's."""
    columns = _Columns()
    started = False
    for line in end:
        text = squeeze(line.text)
        found = _RECIPIENTS.match(flat(text))
        if found and not line.number:
            started = True
            text, right = _split_right(text[found.end() :].strip())
            columns.right += right
            columns.left += [Line(part) for part in _items(text)] if text else []
        elif started and (line.number or not _ends_list(columns, line)):
            text, right = _split_right(text)
            columns.right += right
            columns.left += [Line(part, line.number, line.style) for part in _items(text)] if text else []
        else:
            columns.right += _signed(text)
    return columns


def _items(text: str) -> list[str]:
    """The items of a list run into one line: "- A; - B; - Lưu: VT."."""
    return [part for item in _RUN_ON.split(text) if (part := item.strip().lstrip("- ").strip())]


def _ends_list(columns: _Columns, line: Line) -> bool:
    """Whether a line without bullet belongs to the signer: capitals, or a name after the position."""
    if is_caps(line.text) and (is_signature(line) or not columns.left or bool(columns.right)):
        return True
    filed = bool(columns.left) and bool(_FILED.match(plain(columns.left[-1].text)))
    bulleted = any(each.style == BULLET for each in columns.left)
    return bool(columns.right) or filed or (bulleted and line.style != BULLET)


def _split_right(text: str) -> tuple[str, list[str]]:
    """A line's own text and what stands in the signer's column behind it."""
    for pattern in (_RIGHT, _RIGHT_CAPS, _RIGHT_NAME):
        found = pattern.search(text)
        if not found:
            continue
        right = found["right"]
        if (
            pattern is not _RIGHT
            and not (is_caps(right) and _POSITION.match(plain(right)))
            and not (pattern is _RIGHT_NAME and _FILED.match(plain(text)))
        ):
            continue
        return text[: found.start()].strip(), _signed(right)
    if is_caps(text) and is_signature(Line(text)):
        return "", _signed(text)
    return text, []


def _signed(text: str) -> list[str]:
    """The lines of a signature, those run into one taken apart: "TRƯỞNG BAN PHÓ THỦ TƯỚNG Nguyễn Thiện Nhân"."""
    if not text:
        return []
    if is_caps(text):
        return _split_positions(text)
    if found := _CAPS_THEN_NAME.match(text):
        return [*_split_positions(found["caps"].strip()), found["name"]]
    return [text]


def _split_positions(text: str) -> list[str]:
    """ "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH" as three lines."""
    marked = re.sub(r"\s+(?=(?:TM|KT|TL|TUQ|Q)\s*\.)", "\n", text)
    cuts: list[str] = []
    for line in marked.split("\n"):
        found = _AUTHORITY.match(line)
        second = re.search(rf"(?<=\s)(?:{phrases.SECOND_POSITION})", plain(line))
        if second and second.start() > (found.end() if found else 0):
            cuts += [line[: second.start()].strip(), line[second.start() :]]
        else:
            cuts.append(line)
    return [cut for cut in cuts if cut]


def _recipients(left: list[Line]) -> list[Recipient]:
    read: list[Recipient] = []
    for line in left:
        text = squeeze(line.text)
        if _LABEL.match(plain(text)) or not any(letter.isalpha() for letter in text):
            continue
        if re.match(rf"\W*{phrases.FOOTNOTE_MARK}", text):
            break
        read.append(_recipient(text))
        if _FILED.match(plain(text)):
            break
    return _braced(read)


def _recipient(text: str) -> Recipient:
    """The name and the note of one line; a brace at its end ("}") is kept for `_braced`."""
    bare = text.strip().rstrip(";,").strip()
    note = _NOTE.search(plain(bare.rstrip(".")))
    if note and not _FILED.match(plain(bare)):
        at = note.start("note")
        return Recipient(bare[: note.start()].strip(" ;"), bare[at : at + len(note["note"])].strip())
    return Recipient(bare if _FILED.match(plain(bare)) else bare.rstrip("."))


def _braced(read: list[Recipient]) -> list[Recipient]:
    """A note beside a brace is that of every line the brace spans."""
    noted = next((each.note for each in read if each.note and "}" in each.name), "")
    return [
        replace(each, name=each.name.split("}")[0].strip(" ;"), note=each.note or noted)
        if "}" in each.name
        else each
        for each in read
    ]


def _signer(right: list[str]) -> Signer:
    """Authority, position and name out of the lines of the signature."""
    authority: list[str] = []
    positions: list[str] = []
    name = ""
    for line in right:
        text = squeeze(line).strip(" .,;*")
        if re.match(rf"\W*{phrases.FOOTNOTE_MARK}", line) or re.match(phrases.SIGNED, plain(text)):
            continue
        if _AUTHORITY.match(text) and is_caps(text):
            if name:
                break  # who signs beside
            authority.append(squeeze(line).strip())
        elif is_caps(text) and len(text.split()) > 1 and not (positions and name):
            positions.append(text)
        elif (
            not name and _NAME.match(plain(text)) and 1 < len(text.split()) <= 7 and (authority or positions)
        ):
            name = text
    return Signer(" ".join(authority), " ".join(positions), name)
