"""Pages of the outbox."""

from datetime import datetime
from typing import Any

from flask import Blueprint, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.campaigns.model import Campaign, of_agency
from campaign.db import utc_now
from campaign.fields import read_id
from campaign.gate import db, fetch, guard, may, me, own_agency
from campaign.glossary import MessageState
from campaign.mailing import actions, phrases, rules
from campaign.mailing.forms import ResendForm
from campaign.mailing.model import Message, counts, oldest_due, page_of

bp = Blueprint("mailing", __name__, url_prefix="/mail")

PER_PAGE = 50


@bp.get("")
@guard(Permission.MAIL_READ)
def list_messages() -> ResponseReturnValue:
    office = me().agency_id
    wanted = _wanted()
    by_state = counts(db(), office, wanted)
    count = sum(by_state.values()) if wanted.state is None else by_state.get(wanted.state, 0)
    last = max(1, -(-count // PER_PAGE))
    page = min(max(1, request.args.get("trang", 1, type=int)), last)
    campaigns = of_agency(db(), office)
    return render_template(
        "mailing/list.html",
        messages=page_of(db(), office, wanted, PER_PAGE, (page - 1) * PER_PAGE),
        counts=by_state,
        count=count,
        page=page,
        pages=last,
        wanted=wanted,
        kept=_kept(),
        campaigns=campaigns,
        titles={campaign.id: campaign.title for campaign in campaigns},
        has_server=bool(current_app.config["MAIL_SERVER"]),
        is_overdue=rules.is_overdue(oldest_due(db(), office), utc_now()),
        **_words(),
    )


@bp.get("/<int:message_id>")
@guard(Permission.MAIL_READ)
def show_message(message_id: int) -> ResponseReturnValue:
    message = _message(message_id)
    form = ResendForm(obj=message)
    return pages.show("mailing/message.html", form, **_shown(message))


@bp.post("/<int:message_id>/resend")
@guard(Permission.MAIL_EDIT)
def resend_message(message_id: int) -> ResponseReturnValue:
    message = _message(message_id)
    form = ResendForm()
    again = lambda by: actions.resend(db(), message, form.to_address.data, form.read_version(), by)  # noqa: E731
    if pages.saved(form, again, message):
        return pages.done(phrases.RESENT, url_for(".list_messages", **_kept()))
    return pages.show("mailing/message.html", form, **_shown(message))


@bp.post("/<int:message_id>/cancel")
@guard(Permission.MAIL_EDIT)
def call_off_message(message_id: int) -> ResponseReturnValue:
    message = _message(message_id)
    return pages.act(
        lambda by: actions.call_off(db(), message, pages.posted_version(), by),
        phrases.CALLED_OFF,
        url_for(".list_messages", **_kept()),
    )


@bp.post("/<int:message_id>/settle")
@guard(Permission.MAIL_EDIT)
def settle_message(message_id: int) -> ResponseReturnValue:
    message = _message(message_id)
    return pages.act(
        lambda by: actions.settle(db(), message, pages.posted_version(), by),
        phrases.SETTLED,
        url_for(".list_messages", **_kept()),
    )


def _message(message_id: int) -> Message:
    """The message if it is of the visitor's office; 404 otherwise."""
    message = fetch(Message, message_id)
    own_agency(message.agency_id)
    return message


def _shown(message: Message) -> dict[str, Any]:
    campaign = fetch(Campaign, message.campaign_id) if message.campaign_id else None
    return {
        "message": message,
        "campaign_of_message": campaign,
        "text": rules.text_of(message.body, current_app.config["PUBLIC_URL"]),
        "has_server": bool(current_app.config["MAIL_SERVER"]),
        **_words(),
    }


def _words() -> dict[str, Any]:
    """What both pages ask about a message."""
    return {
        "states": list(MessageState),
        "may_resend": lambda message: may(Permission.MAIL_EDIT) and message.state in rules.RESENDABLE,
        "goes_at": _goes_at,
    }


def _goes_at(message: Message) -> datetime | None:
    """When a waiting message will go; None when it would go now."""
    after = max(message.send_after, utc_now())
    opens = after if message.urgent else rules.first_open(after)
    return opens if opens > utc_now() else None


def _wanted() -> rules.Wanted:
    """The filter of the address; what it does not understand it leaves out."""
    state = request.args.get("state", "")
    return rules.Wanted(
        words=request.args.get("q", ""),
        state=MessageState(state) if state in set(MessageState) else None,
        campaign_id=read_id(request.args.get("campaign", "")),
    )


def _kept() -> dict[str, Any]:
    """The filter of the address, to carry on to the next one."""
    return {name: request.args[name] for name in ("q", "state", "campaign") if request.args.get(name)}
