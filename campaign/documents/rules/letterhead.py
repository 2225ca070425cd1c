"""Everything round the body of a document: head, addressees, recipients, signature (D30 Phụ lục I mục II, III)."""

import re
import textwrap
from typing import Any

from campaign.documents import phrases
from campaign.documents.rules.plan import Agency, DocumentDraft, Recipient
from campaign.vietnamese import fold, legal_date, quotes

_QUOTATION = re.compile("“[^”]{1,40}”")
_LONG_LINE = 24
_JOINED = "\u00a0"  # a blank where a line does not break


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
    return f"{name}{_JOINED}- {rest.replace(' ', _JOINED)}"


def balanced(title: str, most: int = 60) -> str:
    """A centred title on as few lines as it needs, of about the same length; `most` characters fit on one.

    A short quotation is not broken.
    """
    whole = _QUOTATION.sub(lambda quoted: quoted[0].replace(" ", _JOINED), title)

    def broken(width: int) -> list[str]:
        return textwrap.wrap(whole, width, break_long_words=False, break_on_hyphens=False)

    fewest = len(broken(most))
    widths = range(len(whole) // max(fewest, 1), most)
    narrowest = next((width for width in widths if width and len(broken(width)) <= fewest), most)
    return "\n".join(broken(narrowest)).replace(_JOINED, " ")


def number_line(document: DocumentDraft) -> str:
    """Cell 3: "Số: 05/KH-UBND", or with room for the number before the document is issued."""
    if document.number is None:
        return phrases.BLANK_NUMBER.format(symbol=document.symbol)
    return phrases.NUMBER.format(number=f"{document.number:02}", symbol=document.symbol)


def date_line(document: DocumentDraft) -> str:
    """Cell 4: "Đắk Song, ngày 05 tháng 01 năm 2023", blanks for what a draft does not know."""
    return phrases.PLACE_AND_DAY.format(place=document.agency.place_name, day=day_of(document))


def day_of(document: DocumentDraft) -> str:
    """The day of a document as its head gives it."""
    return legal_date(document.issued_on, document.draft_year, document.draft_month)


def addressees(names: tuple[str, ...]) -> dict[str, Any]:
    """Cell 9a: one addressee on the line of Kính gửi, several as dash items under it (D30 Phụ lục I III.3)."""
    bare = [_bare(name) for name in names]
    if len(bare) == 1:
        return {"to": phrases.TO.format(name=bare[0]), "to_many": []}
    return {"to": phrases.TO_MANY if bare else "", "to_many": listed(bare)}


def recipients(lines: tuple[Recipient, ...]) -> list[str]:
    """Cell 9b: every line ends with a semicolon, the last with a full stop; notes in brackets (D30 Phụ lục I II.9)."""
    return listed([_recipient(line) for line in lines])


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
