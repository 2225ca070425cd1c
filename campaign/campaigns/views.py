"""Pages of campaigns: the list, adding, editing, putting away."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns import actions, phrases
from campaign.campaigns.forms import CampaignForm
from campaign.campaigns.model import Campaign, of_agency
from campaign.gate import db, guard, me, own_agency
from campaign.glossary import CampaignStatus
from campaign.people.model import User, agencies
from campaign.vietnamese import matches

bp = Blueprint("campaigns", __name__, url_prefix="/campaigns")


@bp.get("")
@guard(Permission.CAMPAIGN_READ)
def list_campaigns() -> ResponseReturnValue:
    query, status = request.args.get("q", ""), request.args.get("status", "")
    every = of_agency(db(), me().agency_id)
    shown = [
        campaign
        for campaign in every
        if matches(query, f"{campaign.title} {campaign.code}") and status in ("", campaign.status.value)
    ]
    return render_template(
        "campaigns/list.html",
        campaigns=shown,
        total=len(every),
        deleted=of_agency(db(), me().agency_id, deleted=True),
        names={} if me().agency_id else {agency.id: agency.name for agency in agencies(db())},
        statuses=CampaignStatus,
        query=query,
        status=status,
    )


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.CAMPAIGN_EDIT)
def new_campaign() -> ResponseReturnValue:
    form = CampaignForm()
    if me().agency_id is None:
        form.agency_id.offer([(agency.id, agency.name) for agency in agencies(db())])
    else:
        del form.agency_id
    made: list[Campaign] = []

    def create(by: User) -> None:
        agency = own_agency(me().agency_id or form.agency_id.data)
        made.append(actions.create_campaign(db(), agency, form.draft(), by))

    if pages.saved(form, create):
        return pages.done(phrases.ADDED, url_for("overview.show_campaign", code=made[-1].code))
    return pages.show("campaigns/form.html", form, campaign=None)


@bp.route("/<code>/edit", methods=["GET", "POST"])
@guard(Permission.CAMPAIGN_EDIT)
def edit_campaign(campaign: Campaign) -> ResponseReturnValue:
    form = CampaignForm(obj=campaign)
    del form.agency_id
    save = lambda by: actions.update_campaign(db(), campaign, form.draft(), form.read_version(), by)  # noqa: E731
    if pages.saved(form, save, campaign):
        return pages.done(shared.SAVED, url_for("overview.show_campaign", code=campaign.code))
    return pages.show("campaigns/form.html", form, campaign=campaign)


@bp.post("/<code>/delete")
@guard(Permission.CAMPAIGN_EDIT)
def delete_campaign(campaign: Campaign) -> ResponseReturnValue:
    return pages.delete(
        lambda by: actions.delete_campaign(db(), campaign, pages.posted_version(), by),
        campaign.title,
        restore=url_for(".restore_campaign", code=campaign.code),
        back=url_for(".list_campaigns"),
    )


@bp.post("/<code>/restore")
@guard(Permission.CAMPAIGN_EDIT, put_away=True)
def restore_campaign(campaign: Campaign) -> ResponseReturnValue:
    return pages.act(
        lambda by: actions.restore_campaign(db(), campaign, by),
        shared.RESTORED.format(title=campaign.title),
        url_for("overview.show_campaign", code=campaign.code),
    )
