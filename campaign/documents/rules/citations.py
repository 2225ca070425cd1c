"""Căn cứ: full at first mention, type and number afterwards; laws by name only (D30 Phụ lục I mục II.6.b)."""

from campaign.documents import phrases
from campaign.documents.rules.plan import Basis
from campaign.vietnamese import lower_first, short_date


def cite(basis: Basis, cited: set[Basis]) -> str:
    """The citation of a basis, in full unless it is in `cited`; adds it there."""
    words = short(basis) if basis in cited else full(basis)
    cited.add(basis)
    return words


def full(basis: Basis) -> str:
    """ "Kế hoạch số 824/KH-UBND ngày 29/12/2022 của … về việc …"; "Luật Tổ chức chính quyền địa phương"."""
    if basis.kind in phrases.LAWS:
        named = basis.subject.startswith(basis.kind)
        return basis.subject if named else f"{basis.kind} {basis.subject}"
    parts = [short(basis)]
    if basis.issued_on:
        parts.append(phrases.OF_DAY.format(day=short_date(basis.issued_on)))
    if basis.issuer:
        parts.append(phrases.OF_ISSUER.format(issuer=basis.issuer))
    return " ".join([*parts, lower_first(basis.subject)]).strip()


def short(basis: Basis) -> str:
    """ "Kế hoạch số 824/KH-UBND"; without a number the type and issuer; a law by its name."""
    if basis.kind in phrases.LAWS:
        return full(basis)
    if basis.number:
        return phrases.NUMBERED.format(kind=basis.kind, number=basis.number)
    return basis.kind
