"""Drafts of documents, sections, legal bases and recipients as typed, and what they must keep to."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from campaign.documents.rules.blocks import LAYOUTS
from campaign.documents.rules.editing import phrases
from campaign.documents.rules.plan import Basis, Recipient
from campaign.errors import Problem
from campaign.glossary import (
    Annex,
    Block,
    Circulation,
    DocumentKind,
    DocumentStatus,
    Layout,
    Numbering,
    SizeProfile,
    Urgency,
)
from campaign.vietnamese import fold, slug

_SYMBOL = re.compile(r"[\w.&]+(-[\w.&]+)*")
_DRAFTER_CODE = re.compile(r"[^\W_]+")
_TYPE_SIGNS = {DocumentKind.PLAN: "KH", DocumentKind.INVITATION: "GM", DocumentKind.REPORT: "BC"}
_OFFICE = "VP"  # drafting unit of a letter's symbol, where nobody names another
_KEY_LETTERS = 32


@dataclass(frozen=True)
class DocumentDraft:
    """A document as typed. Without symbol or size profile it gets those of its kind and agency.

    With `signer_id` the agency's signer is copied; without, the three lines as typed are kept.
    """

    kind: DocumentKind
    title: str
    draft_year: int
    draft_month: int | None = None
    symbol: str | None = None
    numbering: Numbering = Numbering.ROMAN
    size_profile: SizeProfile | None = None
    signer_id: int | None = None
    authority: str | None = None
    position: str | None = None
    signer_name: str | None = None
    annexes: Sequence[Annex] = ()
    urgency: Urgency = Urgency.NORMAL
    circulation: Circulation = Circulation.FREE
    drafter_code: str | None = None
    copies: int | None = None


@dataclass(frozen=True)
class SectionText:
    """What a section says: heading, inline markup, and the live block drawn at its place."""

    heading: str = ""
    text: str = ""
    numbered: bool = True
    run_in: bool = False
    block: Block | None = None
    layout: Layout | None = None


@dataclass(frozen=True)
class SectionDraft(SectionText):
    """A section to add: under `parent_id` (None: at the top), with the key texts refer to it by (None: made)."""

    parent_id: int | None = None
    key: str | None = None


# These are typed as they are printed.
LegalBasisDraft = Basis
RecipientDraft = Recipient


def default_symbol(kind: DocumentKind, agency_symbol: str) -> str:
    """Ký hiệu: type and body ("KH-UBND"); a letter has no type sign but a drafting unit ("UBND-VP") (D30 II.3.b)."""
    sign = _TYPE_SIGNS.get(kind)
    return f"{sign}-{agency_symbol}" if sign else f"{agency_symbol}-{_OFFICE}"


def check_document(draft: DocumentDraft, signer_ids: Collection[int]) -> list[Problem]:
    """Problems of a document's draft among the agency's signers."""
    problems = []
    if draft.symbol and not _SYMBOL.fullmatch(draft.symbol):
        problems.append(Problem("symbol", phrases.BAD_SYMBOL.format(symbol=draft.symbol)))
    if draft.signer_id is not None and draft.signer_id not in signer_ids:
        problems.append(Problem("signer_id", phrases.UNKNOWN_SIGNER))
    if draft.drafter_code and not _DRAFTER_CODE.fullmatch(draft.drafter_code):
        problems.append(Problem("drafter_code", phrases.BAD_DRAFTER_CODE.format(code=draft.drafter_code)))
    if draft.copies is not None and draft.copies < 1:
        problems.append(Problem("copies", phrases.COPIES_FROM_ONE))
    return problems


def check_section(draft: SectionText) -> list[Problem]:
    """Problems of a section: it must say or draw something, in a layout its block offers."""
    if draft.block is None:
        problems = [] if draft.heading or draft.text else [Problem("text", phrases.EMPTY_SECTION)]
        return problems + ([Problem("layout", phrases.LAYOUT_WITHOUT_BLOCK)] if draft.layout else [])
    if draft.layout is not None and draft.layout not in LAYOUTS[draft.block]:
        offered = ", ".join(layout.label for layout in LAYOUTS[draft.block])
        sentence = phrases.LAYOUT_NOT_OFFERED.format(block=draft.block.label, offered=offered)
        return [Problem("layout", sentence)]
    return []


def check_basis(draft: LegalBasisDraft, others: Iterable[tuple[str, str | None, str]]) -> list[Problem]:
    """Problems of a legal basis beside the campaign's others, each (kind, number, subject)."""
    mine = _basis_key(draft.kind, draft.number, draft.subject)
    if any(_basis_key(*other) == mine for other in others):
        return [Problem("number" if draft.number else "subject", phrases.SAME_BASIS)]
    return []


def check_recipients(drafts: Sequence[RecipientDraft]) -> list[Problem]:
    """Problems of Nơi nhận: nobody twice."""
    return _doubles("recipients", [draft.name for draft in drafts])


def check_addressees(names: Sequence[str]) -> list[Problem]:
    """Problems of Kính gửi: nobody twice."""
    return _doubles("addressees", names)


def check_number(number: int, taken: Collection[int]) -> list[Problem]:
    """Problems of a number given by hand, beside the numbers of its agency, kind and year."""
    if number < 1:
        return [Problem("number", phrases.NUMBER_FROM_ONE)]
    return [Problem("number", phrases.NUMBER_TAKEN.format(number=number))] if number in taken else []


def check_open(status: DocumentStatus) -> list[Problem]:
    """An issued document is never changed again."""
    return [Problem("", phrases.ISSUED_IS_FINAL)] if status is DocumentStatus.ISSUED else []


def check_approvable(status: DocumentStatus) -> list[Problem]:
    """Only a draft is approved."""
    if status is DocumentStatus.APPROVED:
        return [Problem("", phrases.ALREADY_APPROVED)]
    return check_open(status)


def check_issuable(status: DocumentStatus) -> list[Problem]:
    """Only what a leader approved gets a number (D30 Điều 12, 15)."""
    return check_open(status) or (
        [] if status is DocumentStatus.APPROVED else [Problem("", phrases.NOT_APPROVED)]
    )


def new_key(draft: SectionDraft, taken: Collection[str]) -> str:
    """The key a new section gets: as given, or made from its heading or block; numbered on where it is taken."""
    wanted = draft.key or slug(draft.heading, _KEY_LETTERS) or (draft.block or phrases.SECTION_KEY)
    if wanted not in taken:
        return wanted
    n = 2
    while f"{wanted}-{n}" in taken:
        n += 1
    return f"{wanted}-{n}"


def _basis_key(kind: str, number: str | None, subject: str) -> tuple[str, str]:
    return fold(kind), fold(number or subject)


def _doubles(field: str, names: Sequence[str]) -> list[Problem]:
    folded = [fold(name) for name in names]
    doubled = [name for place, name in enumerate(names) if folded[place] in folded[:place]]
    return [Problem(field, phrases.NAMED_TWICE.format(name=name)) for name in doubled]
