"""Signing in and passwords: argon2id (RFC 9106), and nothing an observer could time."""

import secrets
from base64 import b64encode

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy.orm import Session

from campaign.errors import Problem, Refused, refuse_any
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people import phrases
from campaign.people.model import User, user_by_email
from campaign.people.rules.users import PasswordDraft, check_new_password, check_password
from campaign.vietnamese import clean, nfc

_HASHER = PasswordHasher()
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # without l, o, 0, 1: read aloud or copied by hand
_GROUPS, _GROUP = 4, 4  # 80 bits


def authenticate(session: Session, email: str, password: str) -> User | None:
    """The active user with that e-mail and password, noted in the history; None otherwise, after the same work.

    A password hashed with older parameters is hashed anew.
    """
    user = user_by_email(session, clean(email))
    if not _matches(user.password_hash if user else _nobody(), password) or user is None or not user.active:
        return None
    if _HASHER.check_needs_rehash(user.password_hash):
        user.password_hash = hashed(password)
    log(session, user, Verb.SIGN_IN, user, campaign_id=None, title=user.full_name)
    return user


def set_password(session: Session, user: User, password: str, by: Author) -> None:
    """Give a user another password, which ends his sessions; Refused when it is too weak."""
    refuse_any(check_password(password, user.email))
    _write(session, user, password, by)


def change_password(session: Session, user: User, draft: PasswordDraft, by: Author) -> None:
    """Change one's own password; Refused when the current one is wrong or the new one too weak."""
    if not _matches(user.password_hash, draft.current):
        raise Refused(Problem("current", phrases.PASSWORD_WRONG))
    refuse_any(check_new_password(draft, user.email))
    _write(session, user, draft.new, by)


def new_password() -> str:
    """A random password that can be read aloud: four groups of four letters and digits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))


def hashed(password: str) -> str:
    """The argon2id hash of a password, typed in any Unicode form."""
    return _HASHER.hash(nfc(password))


def _write(session: Session, user: User, password: str, by: Author) -> None:
    user.password_hash = hashed(password)
    log(session, by, Verb.PASSWORD, user, campaign_id=None, title=user.full_name)


def _matches(password_hash: str, password: str) -> bool:
    try:
        return _HASHER.verify(password_hash, nfc(password))
    except (VerificationError, InvalidHashError):
        return False


def _nobody() -> str:
    """A hash no password fits, of today's parameters: an unknown address takes as long as a known one."""
    salt, digest = (
        b64encode(bytes(length)).decode().rstrip("=") for length in (_HASHER.salt_len, _HASHER.hash_len)
    )
    return f"$argon2id$v=19$m={_HASHER.memory_cost},t={_HASHER.time_cost},p={_HASHER.parallelism}${salt}${digest}"
