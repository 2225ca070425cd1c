"""The demo: four offices of real documents and one of today. The facts are those documents', the sentences our own."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.demo import dak_glong, dak_nong, dak_song, duc_an, na_ri
from campaign.demo.loading import Loader, add_account
from campaign.demo.phrases import ADMIN_NAME, AUTHOR, EVERY_OFFICE
from campaign.glossary import Role
from campaign.people.actions.passwords import hashed
from campaign.people.model import Agency, User
from campaign.people.rules.users import UserDraft

PASSWORD = "ngay-khong-hen"  # noqa: S105 - everybody may know it; docs/deploy.md says so too
_ADMIN = "quantri@campaign.example"


@dataclass(frozen=True)
class _Author:
    id: None = None
    full_name: str = AUTHOR


def load(session: Session, today: date) -> bool:
    """Write the demo around `today`; the caller commits. False, with nothing changed, when it is there already."""
    if _is_loaded(session):
        return False
    by = _Author()
    password_hash = hashed(PASSWORD)
    admin = UserDraft(email=_ADMIN, full_name=ADMIN_NAME, role=Role.ADMIN)
    add_account(session, admin, password_hash, by)
    for office in (duc_an.office(today), dak_song.OFFICE, dak_nong.OFFICE, dak_glong.OFFICE, na_ri.OFFICE):
        Loader(session, office, password_hash, by, today).load()
    return True


def is_strange(session: Session) -> bool:
    """Does the database hold an office's own data, which a demo must not be mixed into?"""
    return not _is_loaded(session) and session.scalar(select(User.id).limit(1)) is not None


def accounts(session: Session) -> list[tuple[str, str, str]]:
    """E-mail, role and office of each demo account that is still open."""
    query = select(User, Agency).outerjoin(Agency, Agency.id == User.agency_id).where(User.active)
    return [
        (user.email, user.role.label, agency.name if agency else EVERY_OFFICE)
        for user, agency in session.execute(query.order_by(User.id))
        if user.email.endswith(".example")
    ]


def _is_loaded(session: Session) -> bool:
    return session.scalar(select(User.id).where(User.email == _ADMIN)) is not None
