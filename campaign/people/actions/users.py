"""Changes of users. Nobody is deleted: history names them; an account is closed instead."""

from sqlalchemy.orm import Session

from campaign.db import expect_version, fill
from campaign.errors import Problem, refuse_any
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people import phrases
from campaign.people.actions.passwords import hashed
from campaign.people.actions.writing import refusing
from campaign.people.model import User, units_of, user_by_email, users_of
from campaign.people.rules.users import Standing, UserDraft, check_last_admin, check_password, check_user


def create_user(session: Session, draft: UserDraft, password: str, by: Author) -> User:
    """Add a user who signs in with `password`; Refused when a rule says no."""
    refuse_any(_problems(session, draft, None) + check_password(password, draft.email))
    user = User(password_hash=hashed(password))
    _fill(user, draft)
    with refusing(session, Problem("email", phrases.SAME_USER.format(name=draft.email))):
        session.add(user)
        log(session, by, Verb.CREATE, user, campaign_id=None, title=user.full_name)
    return user


def update_user(session: Session, user: User, draft: UserDraft, version: int, by: Author) -> None:
    """Save a user read at `version`; Refused when a rule says no or the last administrator would be gone."""
    expect_version(user, version)
    others = [_standing(other) for other in users_of(session, None) if other.id != user.id]
    after = Standing(draft.role, draft.agency_id, draft.active)
    refuse_any(_problems(session, draft, user) + check_last_admin(_standing(user), after, others))
    with refusing(session, Problem("email", phrases.SAME_USER.format(name=draft.email))):
        _fill(user, draft)
        log(session, by, Verb.UPDATE, user, campaign_id=None, title=user.full_name)


def _problems(session: Session, draft: UserDraft, user: User | None) -> list[Problem]:
    holder = user_by_email(session, draft.email)
    owner = holder.full_name if holder is not None and holder is not user else None
    units = units_of(session, draft.agency_id) if draft.agency_id is not None else ()
    return check_user(draft, owner, {unit.id for unit in units})


def _fill(user: User, draft: UserDraft) -> None:
    fill(user, draft)
    user.email = draft.email.strip().lower()


def _standing(user: User) -> Standing:
    return Standing(user.role, user.agency_id, user.active)
