"""Rules of users, their passwords, and where a sign-in may lead. Pure."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from campaign.errors import Problem
from campaign.glossary import Role
from campaign.people import phrases
from campaign.people.rules import check_email
from campaign.vietnamese import nfc

LEAST_PASSWORD = 10


@dataclass(frozen=True)
class UserDraft:
    """A user as typed. Without agency: an administrator who sees every office."""

    email: str
    full_name: str
    role: Role
    agency_id: int | None = None
    unit_id: int | None = None
    position: str | None = None
    active: bool = True


@dataclass(frozen=True)
class PasswordDraft:
    """A change of one's own password: the one in use, and the new one typed twice."""

    current: str
    new: str
    again: str


@dataclass(frozen=True)
class Standing:
    """What an account is and may do, as far as the office's last administrator is concerned."""

    role: Role
    agency_id: int | None
    active: bool


def check_user(draft: UserDraft, owner: str | None, unit_ids: Container[int]) -> list[Problem]:
    """Problems of a draft: `owner` is who has its e-mail address already, `unit_ids` are the agency's units."""
    problems = check_email("email", draft.email)
    if owner is not None:
        problems.append(Problem("email", phrases.SAME_USER.format(name=owner)))
    if draft.agency_id is None and draft.role is not Role.ADMIN:
        problems.append(Problem("agency_id", phrases.AGENCY_NEEDED))
    if draft.unit_id is None and draft.role is Role.MEMBER:
        problems.append(Problem("unit_id", phrases.UNIT_NEEDED.format(role=draft.role.label)))
    if draft.unit_id is not None and draft.unit_id not in unit_ids:
        problems.append(Problem("unit_id", phrases.UNIT_OF_OTHER_AGENCY))
    return problems


def check_last_admin(before: Standing, after: Standing, others: Iterable[Standing]) -> list[Problem]:
    """An administrator stays one until somebody else administers at least the same offices."""
    if not _administers(before, before.agency_id) or _administers(after, before.agency_id):
        return []
    if any(_administers(other, before.agency_id) for other in others):
        return []
    return [Problem("role" if after.role is not Role.ADMIN else "active", phrases.LAST_ADMIN)]


def check_password(password: str, email: str, field: str = "password") -> list[Problem]:
    """A password has at least ten letters and is not the e-mail address."""
    if len(nfc(password)) < LEAST_PASSWORD:
        sentence = phrases.PASSWORD_SHORT.format(least=LEAST_PASSWORD, length=len(nfc(password)))
        return [Problem(field, sentence)]
    if nfc(password).strip().casefold() == email.casefold():
        return [Problem(field, phrases.PASSWORD_IS_EMAIL)]
    return []


def check_new_password(draft: PasswordDraft, email: str) -> list[Problem]:
    """Problems of one's own new password; whether the current one is right is the caller's to ask."""
    problems = check_password(draft.new, email, "new")
    if nfc(draft.new) == nfc(draft.current):
        problems.append(Problem("new", phrases.PASSWORD_SAME))
    if nfc(draft.new) != nfc(draft.again):
        problems.append(Problem("again", phrases.PASSWORD_DIFFERS))
    return problems


def own_path(address: str) -> str | None:
    """The address if it is a path of this site, None otherwise: browsers read "//host" and "/\\host" as a host."""
    if (
        not address.startswith("/")
        or address.startswith("//")
        or "\\" in address
        or not address.isprintable()
    ):
        return None
    parts = urlsplit(address)
    return None if parts.scheme or parts.netloc else address


def _administers(account: Standing, agency_id: int | None) -> bool:
    return account.active and account.role is Role.ADMIN and account.agency_id in (None, agency_id)
