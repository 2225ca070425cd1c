"""The office's side: which unit has a link, making one, taking it back."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.fields import RecordForm, read_id
from campaign.files import qr
from campaign.gate import db, fetch, guard, today
from campaign.packets import actions, phrases, rules
from campaign.packets.model import Packet, latest
from campaign.packets.rules import Duty, Load
from campaign.packets.views.blueprint import bp
from campaign.people.model import Unit, units_of
from campaign.tasks.model import Task, coordinating, of_campaign
from campaign.tasks.rules.standing import is_running

_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}


@bp.get("/campaigns/<code>/packets")
@guard(Permission.TASK_EDIT)
def list_packets(campaign: Campaign) -> ResponseReturnValue:
    loads = _loads(of_campaign(db(), campaign.id))
    packets = latest(db(), campaign.id)
    return render_template(
        "packets/list.html",
        campaign=campaign,
        units=[
            unit for unit in units_of(db(), campaign.agency_id) if unit.id in loads.keys() | packets.keys()
        ],
        loads=loads,
        nothing=Load(),
        packets=packets,
        states={
            unit_id: rules.state_of(packet.expires_on, packet.revoked_at, today())
            for unit_id, packet in packets.items()
        },
    )


@bp.post("/campaigns/<code>/packets/<int:unit_id>/make")
@guard(Permission.TASK_EDIT)
def make_packet(campaign: Campaign, unit_id: int) -> ResponseReturnValue:
    """Make a link and show it on this very answer: no other page can, since only its hash is kept."""
    unit = fetch(Unit, unit_id, agency_id=campaign.agency_id)
    replaced = read_id(request.form.get("replaced"))
    form = RecordForm()
    made: list[tuple[Packet, str]] = []
    make = lambda by: made.append(actions.make_packet(db(), campaign, unit, replaced, by, today()))  # noqa: E731
    if not pages.saved(form, make):
        for sentence in form.form_errors:
            flash(sentence, "error")
        return redirect(_home(campaign), code=303)
    packet, token = made[-1]
    link = _site() + url_for(".show_packet", token=token)
    load = _loads(of_campaign(db(), campaign.id))[unit.id]
    return render_template(
        "packets/made.html",
        campaign=campaign,
        unit=unit,
        packet=packet,
        link=link,
        picture=qr.svg_address(link),
        message=rules.message(unit.name, campaign.title, load, link, (today(), packet.expires_on)),
        only_here=urlsplit(link).hostname in _THIS_MACHINE,
    )


@bp.post("/campaigns/<code>/packets/<int:packet_id>/revoke")
@guard(Permission.TASK_EDIT)
def revoke_packet(campaign: Campaign, packet_id: int) -> ResponseReturnValue:
    packet = fetch(Packet, packet_id, campaign_id=campaign.id, revoked_at=None)
    unit = fetch(Unit, packet.unit_id)
    version = pages.posted_version()
    said = phrases.REVOKED.format(unit=unit.name)
    return pages.act(lambda by: actions.revoke_packet(db(), packet, version, by), said, _home(campaign))


def _site() -> str:
    """The address units open this site by: that of the settings, else the one this page was opened by."""
    return current_app.config["PUBLIC_URL"] or request.host_url.rstrip("/")


def _loads(tasks: Sequence[Task]) -> dict[int, Load]:
    helpers = coordinating(db(), [task.id for task in tasks])
    return rules.loads(
        Duty(task.lead_unit_id, helpers[task.id], task.deadline, is_running(task.status)) for task in tasks
    )


def _home(campaign: Campaign) -> str:
    return url_for(".list_packets", code=campaign.code)
