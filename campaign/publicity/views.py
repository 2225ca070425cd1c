"""Pages of publicity."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.gate import db, fetch, guard
from campaign.glossary import Channel
from campaign.people.model import units_of
from campaign.publicity import actions, phrases, rules
from campaign.publicity.forms import ActivityForm
from campaign.publicity.model import Activity, of_campaign
from campaign.vietnamese import matches

bp = Blueprint("publicity", __name__, url_prefix="/campaigns/<code>/publicity")


@bp.get("")
@guard(Permission.PUBLICITY_READ)
def list_activities(campaign: Campaign) -> ResponseReturnValue:
    activities = of_campaign(db(), campaign.id)
    query, channel = request.args.get("q", ""), request.args.get("channel", "")
    shown = [
        row
        for row in activities
        if channel in ("", row.channel)
        and matches(query, f"{row.channel.label} {row.content} {row.place or ''}")
    ]
    return render_template(
        "publicity/list.html",
        campaign=campaign,
        activities=shown,
        total=len(activities),
        units={unit.id: unit for unit in units_of(db(), campaign.agency_id)},
        channels=[each for each in Channel if any(row.channel is each for row in activities)],
        channel=channel,
        query=query,
        spoken_period=rules.spoken_period,
    )


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.PUBLICITY_EDIT)
def new_activity(campaign: Campaign) -> ResponseReturnValue:
    form = _form(campaign, None)
    if pages.added(form, actions.create_activity, campaign):
        return pages.done(phrases.ADDED, _list(campaign))
    return pages.show("publicity/form.html", form, campaign=campaign, activity=None)


@bp.route("/<int:activity_id>", methods=["GET", "POST"])
@guard(Permission.PUBLICITY_EDIT)
def edit_activity(campaign: Campaign, activity_id: int) -> ResponseReturnValue:
    activity = fetch(Activity, activity_id, campaign_id=campaign.id)
    form = _form(campaign, activity)
    if pages.edited(form, actions.update_activity, campaign, activity):
        return pages.done(shared.SAVED, _list(campaign, activity))
    return pages.show("publicity/form.html", form, campaign=campaign, activity=activity)


@bp.route("/<int:activity_id>/delete", methods=["GET", "POST"])
@guard(Permission.PUBLICITY_EDIT)
def delete_activity(campaign: Campaign, activity_id: int) -> ResponseReturnValue:
    activity = fetch(Activity, activity_id, campaign_id=campaign.id)
    title = actions.title_of(activity)
    return pages.erase(
        actions.delete_activity, activity, said=phrases.ERASED.format(title=pages.short(title)), back=_list(campaign),
        ask="publicity/delete.html", campaign=campaign, activity=activity, title=title,
    )  # fmt: skip


@bp.post("/<int:activity_id>/move/<any(up, down):way>")
@guard(Permission.PUBLICITY_EDIT)
def move_activity(campaign: Campaign, activity_id: int, way: str) -> ResponseReturnValue:
    activity = fetch(Activity, activity_id, campaign_id=campaign.id)
    back = _list(campaign, activity)
    return pages.move(actions.move_activity, activity, way=way, said=phrases.MOVED, back=back)


def _form(campaign: Campaign, activity: Activity | None) -> ActivityForm:
    form = ActivityForm(obj=activity)
    form.unit_id.offer([(unit.id, unit.name) for unit in units_of(db(), campaign.agency_id)])
    return form


def _list(campaign: Campaign, activity: Activity | None = None) -> str:
    """Address of the list, at that activity's row."""
    anchor = f"activity-{activity.id}" if activity else None
    return url_for(".list_activities", code=campaign.code, _anchor=anchor)
