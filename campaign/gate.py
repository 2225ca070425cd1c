"""The gate: every page is guarded by one permission or stands on the short PUBLIC list.

Fetching and authorising are one step: a stranger to the office gets 404, a member who may not gets 403.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any, TypeVar, cast
from zoneinfo import ZoneInfo

from flask import abort, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import AnonymousUserMixin, UserMixin, current_user
from sqlalchemy.orm import Session

from campaign.access import Permission, allowed
from campaign.campaigns.model import Campaign, by_code
from campaign.db import Record
from campaign.people.model import Agency, User

# These open by the token in their address, and each asks for it itself.
PACKET_PAGES = frozenset(
    {
        "packets.show_packet",
        "packets.show_task",
        "packets.say",
        "packets.download_evidence",
        "packets.download_calendar",
    }
)
PUBLIC = frozenset({"static", "people.sign_in", "people.sign_out", "health", *PACKET_PAGES})

LARGEST_ID = 2**31 - 1  # of an INTEGER column; PostgreSQL refuses to be asked for more
OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class Account(UserMixin):
    """The signed-in user for Flask-Login; its id also proves the password it signed in with."""

    def __init__(self, row: User) -> None:
        self.row = row

    def get_id(self) -> str:
        return f"{self.row.id}.{self.row.password_hash[-12:]}"


def load_account(account_id: str) -> Account | None:
    """The account of a session cookie; None when closed or when the password has changed since."""
    key, _, proof = account_id.partition(".")
    row = db().get(User, int(key)) if key.isdecimal() else None
    if row is None or not row.active or row.password_hash[-12:] != proof:
        return None
    return Account(row)


View = Callable[..., ResponseReturnValue]
AnyRecord = TypeVar("AnyRecord", bound=Record)


def guard(permission: Permission, *, put_away: bool = False) -> Callable[[View], View]:
    """Let a view run for signed-in users with `permission`.

    An address with <code> gets the campaign itself as its first argument; `put_away` also finds deleted ones.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(**values: Any) -> ResponseReturnValue:
            if not current_user.is_authenticated:
                return redirect(
                    url_for("people.sign_in", next=request.full_path if request.method == "GET" else None)
                )
            if "code" in values:
                values["campaign"] = _campaign(values.pop("code"), put_away)
            if not may(permission):
                abort(403)
            if (
                request.method == "HEAD"
            ):  # GET without the body, which Werkzeug leaves out: no view needs to know it
                request.method = "GET"
            return view(**values)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def db() -> Session:
    """The request's session: writing for POST, reading otherwise. Views commit after an action."""
    if "session" not in g:
        makers = current_app.extensions["sessions"]
        g.session = makers["writing" if request.method == "POST" else "reading"]()
    return cast(Session, g.session)


def note(change: Callable[[Session], object]) -> None:
    """Run a small change on any request: of its own and committed at once when the request only reads."""
    if request.method == "POST":
        change(db())
        return
    with current_app.extensions["sessions"]["writing"]() as session:
        change(session)
        session.commit()


def close_session(_error: BaseException | None = None) -> None:
    """Give the request's session back; what was not committed is gone."""
    session = g.pop("session", None)
    if session is not None:
        session.close()


def leave() -> None:
    """Forget session and visitor for the rest of the request, so that a fault's own page asks the database nothing."""
    close_session()
    g._login_user = AnonymousUserMixin()  # where Flask-Login keeps the request's user


def me() -> User:
    """The signed-in user's row, loaded once in this request's session."""
    return cast(User, current_user.row)


def may(permission: Permission) -> bool:
    """May the signed-in user do that? Templates ask too, to leave out what would be refused."""
    return bool(current_user.is_authenticated) and allowed(me().role, permission)


def fetch(kind: type[AnyRecord], record_id: int, **belongs: object) -> AnyRecord:
    """The record with that id whose columns equal `belongs` (its parent's id …); 404 otherwise."""
    record = db().get(kind, record_id) if record_id <= LARGEST_ID else None
    if record is None or any(getattr(record, column) != value for column, value in belongs.items()):
        abort(404)
    return record


def agency_of(campaign: Campaign) -> Agency:
    """The agency a campaign belongs to."""
    return fetch(Agency, campaign.agency_id)


def own_agency(agency_id: int) -> Agency:
    """The agency with that id if the signed-in user belongs to it (or to none: administrators); else 404."""
    if me().agency_id not in (None, agency_id):
        abort(404)
    return fetch(Agency, agency_id)


def today() -> date:
    """The office's day (Asia/Ho_Chi_Minh), or the fixed day of the settings."""
    fixed = current_app.config["TODAY"]
    return date.fromisoformat(fixed) if fixed else datetime.now(OFFICE_ZONE).date()


def now() -> datetime:
    """This moment in the office's zone, on the fixed day of the settings when there is one."""
    return datetime.combine(today(), datetime.now(OFFICE_ZONE).time(), OFFICE_ZONE)


def _campaign(code: str, put_away: bool) -> Campaign:
    campaign = by_code(db(), code)
    if campaign is None or me().agency_id not in (None, campaign.agency_id):
        abort(404)
    if campaign.deleted_at is not None and not put_away:
        abort(404)
    return campaign
