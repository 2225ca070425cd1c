"""Calendar files of a campaign, to download."""

from collections.abc import Callable
from io import BytesIO

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.gate import db, guard, may, me
from campaign.glossary import Role
from campaign.packets.views import bp as packets
from campaign.packets.views.opening import open_packet
from campaign.pages import send
from campaign.schedule import actions
from campaign.schedule.model import Rows, read
from campaign.schedule.rules import Kind

bp = Blueprint("schedule", __name__, url_prefix="/campaigns/<code>/calendar")

NEEDS = {
    Kind.CEREMONY: Permission.CEREMONY_READ,
    Kind.PROGRAMME: Permission.CEREMONY_READ,
    Kind.TASKS: Permission.TASK_READ,
    Kind.SERVICE_DAYS: Permission.SERVICE_DAY_READ,
}


@bp.app_template_global("calendars_of")
def calendars_of(campaign: Campaign) -> list[dict[str, object]]:
    """The calendars the viewer may download that have something in them, for a card; a fixed number of queries."""
    rows = _rows(campaign)
    counted = [(kind, len(actions.moments(rows, kind))) for kind in Kind if may(NEEDS[kind])]
    return [
        {
            "label": kind.label,
            "holds": kind.holds.format(count=count),
            "href": url_for(f"schedule.{kind.name.lower()}", code=campaign.code),
        }
        for kind, count in counted
        if count
    ]


def _download(kind: Kind) -> Callable[[Campaign], ResponseReturnValue]:
    @guard(NEEDS[kind])
    def download(campaign: Campaign) -> ResponseReturnValue:
        return send(BytesIO(actions.file_of(_rows(campaign), kind)), kind.file_name(campaign.code))

    return download


def _rows(campaign: Campaign) -> Rows:
    """A unit's member gets the tasks of that unit, as on the list of tasks."""
    return read(db(), campaign, (me().unit_id or 0) if me().role is Role.MEMBER else None)


@packets.get("/u/<token>/calendar.ics")
def download_calendar(token: str) -> ResponseReturnValue:
    """The tasks behind a unit's link, for the calendar of a telephone."""
    opened = open_packet(token)
    rows = read(db(), opened.campaign, opened.unit.id)
    return send(BytesIO(actions.file_of(rows, Kind.TASKS)), Kind.TASKS.file_name(opened.campaign.code))


for _kind in Kind:
    bp.add_url_rule(f"/{_kind.address}.ics", _kind.name.lower(), _download(_kind))
