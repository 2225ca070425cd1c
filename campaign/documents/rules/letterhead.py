"""Everything round the body of a document: head, addressees, recipients, signature (D30 Phụ lục I mục II, III)."""

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from campaign.documents import phrases
from campaign.documents.rules.plan import Agency, DocumentDraft, Recipient
from campaign.documents.rules.widths import broken, width
from campaign.glossary import Circulation, SizeProfile, Urgency
from campaign.vietnamese import fold, legal_date, quotes

# Millimetres free for text, the agency's name and the motto in the Word templates, and the title's own indents.
TEXT_WIDTH, _AGENCY_ROOM, _MOTTO_ROOM, _TITLE_INDENTS = 165, 66, 99, 16
# The line under a text is a third to a half as long as the text (D30 Phụ lục I II.2.b, II.5.b): of its longest line,
# and within that as near as can be to the share of the line it stands under.
_LEAST_SHARE, _SHARE = 0.35, 0.45
_QUOTATION = re.compile("“[^”]{1,40}”")
_LONG_LINE = 24
_ITALIC = 0.96  # how wide italic text is beside bold
JOINED = "\u00a0"  # a blank where a line does not break


@dataclass(frozen=True)
class Sizes:
    """Points of the letterhead's capitals and of the text, which move together (D30 Phụ lục I mục V, footnote)."""

    head: int
    text: int


SIZES = {SizeProfile.LARGE: Sizes(13, 14), SizeProfile.SMALL: Sizes(12, 13)}


def head(document: DocumentDraft) -> dict[str, Any]:
    """Cells 1 to 5 of a document: agency, number, place and day, type, trích yếu."""
    return {
        **agency_head(document.agency),
        "number_line": number_line(document),
        "date_line": date_line(document),
        "kind_title": phrases.KIND_TITLES[document.kind],
        "title": balanced(quotes(document.title)),
    }


def agency_head(agency: Agency) -> dict[str, Any]:
    """Cell 2: the parent's line, if any, and the agency's own lines."""
    return {
        "parent_line": agency.parent_line or "",
        "agency_lines": [_breaking_at_dash(line) for line in agency.header_lines],
        "contact": agency.contact or "",
    }


def _breaking_at_dash(line: str) -> str:
    """A line too long for its cell breaks at the dash of a double name, not within its second half."""
    name, dash, rest = line.partition(" - ")
    if not dash or len(line) <= _LONG_LINE:
        return line
    return f"{name}{JOINED}- {rest.replace(' ', JOINED)}"


def balanced(title: str, most: int = 60) -> str:
    """A centred title on as few lines as it needs, of about the same length; `most` characters fit on one.

    A short quotation is not broken.
    """
    whole = _QUOTATION.sub(lambda quoted: quoted[0].replace(" ", JOINED), title)

    def broken(width: int) -> list[str]:
        return textwrap.wrap(whole, width, break_long_words=False, break_on_hyphens=False)

    fewest = len(broken(most))
    widths = range(len(whole) // max(fewest, 1), most)
    narrowest = next((width for width in widths if width and len(broken(width)) <= fewest), most)
    return "\n".join(broken(narrowest)).replace(JOINED, " ")


def number_line(document: DocumentDraft) -> str:
    """Cell 3: "Số: 05/KH-UBND", or with room for the number before the document is issued."""
    if document.number is None:
        return phrases.BLANK_NUMBER.format(symbol=document.symbol)
    return phrases.NUMBER.format(number=f"{document.number:02}", symbol=document.symbol)


def date_line(document: DocumentDraft) -> str:
    """Cell 4: "Đắk Song, ngày 05 tháng 01 năm 2023", blanks for what a draft does not know.

    Where both do not fit on a line, it breaks between them.
    """
    place, day = document.agency.place_name, day_of(document)
    line = phrases.PLACE_AND_DAY.format(place=place, day=day)
    if _ITALIC * width(line, SIZES[document.size_profile].text) <= _MOTTO_ROOM:
        return line
    return phrases.PLACE_AND_DAY.format(place=place, day=day.replace(" ", JOINED))


def day_of(document: DocumentDraft) -> str:
    """The day of a document as its head gives it."""
    return legal_date(document.issued_on, document.draft_year, document.draft_month)


def addressees(names: tuple[str, ...]) -> dict[str, Any]:
    """Cell 9a: one addressee on the line of Kính gửi, several as dash items under it (D30 Phụ lục I III.3)."""
    bare = [_bare(name) for name in names]
    if len(bare) == 1:
        return {"to": phrases.TO.format(name=bare[0]), "to_many": []}
    return {"to": phrases.TO_MANY if bare else "", "to_many": listed(bare)}


def recipients(lines: tuple[Recipient, ...], mark: str = "") -> list[str]:
    """Cell 9b: every line ends with a semicolon, the last with a full stop; notes in brackets (D30 Phụ lục I II.9).

    The mark of drafter and copies (cell 12) ends the last line, as the forms of D30 Phụ lục III have it.
    """
    *others, last = listed([_recipient(line) for line in lines]) or [""]
    return [line for line in (*others, f"{last} {mark}".strip()) if line]


def drafter_mark(code: str | None, copies: int | None) -> str:
    """Cell 12: "PL.(300)", the drafter's code in capitals and how many copies are issued; either may be unknown."""
    said = phrases.DRAFTER.format(code=code.upper()) if code else ""
    return said + (phrases.COPIES.format(copies=copies) if copies else "")


def stamps(document: DocumentDraft) -> dict[str, str]:
    """Cells 10b and 11: the words of the stamps, in capitals; empty for what is not stamped (D30 Phụ lục I III.2)."""
    is_urgent, is_limited = (
        document.urgency is not Urgency.NORMAL,
        document.circulation is not Circulation.FREE,
    )
    return {
        "urgency": document.urgency.label.upper() if is_urgent else "",
        "circulation": document.circulation.label.upper() if is_limited else "",
    }


def sent_to(document: DocumentDraft) -> list[str]:
    """Where a document goes: the addressees, then the other recipients; whoever files it is not among them."""
    names = [_recipient(line) for line in document.recipients if not _bare(line.name).endswith(":")]
    others = [name for name in names if not _is_filing(name) and fold(name) != fold(phrases.AS_ABOVE)]
    return [*(_bare(name) for name in document.addressees), *others]


def filed_by(document: DocumentDraft) -> list[str]:
    """Who keeps the file copies: what follows "Lưu:" among the recipients."""
    names = [_bare(line.name) for line in document.recipients]
    return [name.partition(":")[2].strip() for name in names if _is_filing(name)]


def _is_filing(name: str) -> bool:
    return fold(name).startswith(fold(phrases.FILED))


def _recipient(line: Recipient) -> str:
    name, note = _bare(line.name), (line.note or "").strip("() ")
    return phrases.NOTE_IN_BRACKETS.format(name=name, note=note) if note else name


def _bare(name: str) -> str:
    return quotes(name.strip().removeprefix("-").strip().rstrip(" ;.,"))


def listed(names: list[str]) -> list[str]:
    """Dash items of one list, as plain lines; a name that ends with a colon is a label over those that follow."""
    last = len(names)
    return [
        name if name.endswith(":") else f"- {name}{';' if place < last else '.'}"
        for place, name in enumerate(names, start=1)
    ]


def signature(document: DocumentDraft) -> dict[str, Any]:
    """Cells 7a and 7b: lines of authority, position, name; all empty while nobody signs."""
    return {
        "authority_lines": (document.authority or "").splitlines(),
        "position": document.position or "",
        "signer_name": document.signer_name or "",
    }


def indents(
    agency_lines: Sequence[str], title: str, profile: SizeProfile, room: float = TEXT_WIDTH
) -> dict[str, float]:
    """Millimetres left free on both sides of the lines under agency, title and motto, by the style that draws the line.

    `room`: how wide the text of the page is.

    The line under the motto is as long as the motto (D30 Phụ lục I II.1.b).
    """
    sizes = SIZES[profile]
    agency = _underline("\n".join(agency_lines), sizes.head, _AGENCY_ROOM)
    titled = _underline(title, sizes.text, room - _TITLE_INDENTS)
    motto = width(phrases.MOTTO, sizes.text)
    return {
        phrases.AGENCY_STYLE: (_AGENCY_ROOM - agency) / 2,
        phrases.TITLE_STYLE: (room - titled) / 2,
        phrases.MOTTO_STYLE: (_MOTTO_ROOM - motto) / 2,
    }


def _underline(text: str, points: float, room: float) -> float:
    """Length of the line under a text; nothing under nothing."""
    lengths = [min(width(line, points), room) for line in broken(text, points, room)] or [0.0]
    return max(_LEAST_SHARE * max(lengths), _SHARE * lengths[-1])


def problems(document: DocumentDraft) -> list[str]:
    """What the head and foot of a document still lack, in sentences."""
    names = [fold(_bare(line.name)) for line in document.recipients if not line.name.endswith(":")]
    checks = (
        (not document.signer_name, phrases.NO_SIGNER),
        (not names, phrases.NO_RECIPIENTS),
        (bool(names) and not _is_filing(names[-1]), phrases.NO_FILING),
        (bool(names and document.addressees) and names[0] != fold(phrases.AS_ABOVE), phrases.AS_ABOVE_FIRST),
    )
    return [sentence for broken, sentence in checks if broken]
