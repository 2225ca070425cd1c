"""Pages of service days and procedures."""

from collections.abc import Sequence

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.gate import db, fetch, guard, today
from campaign.service_days import actions, phrases, rules
from campaign.service_days.forms import ProcedureForm, ServiceDayForm
from campaign.service_days.model import Procedure, ServiceDay, of_campaign, procedures_of
from campaign.vietnamese import fold, matches

bp = Blueprint("service_days", __name__, url_prefix="/campaigns/<code>/service-days")

COMING = 8


@bp.get("")
@guard(Permission.SERVICE_DAY_READ)
def list_service_days(campaign: Campaign) -> ResponseReturnValue:
    procedures = procedures_of(db(), campaign.id)
    query = request.args.get("q", "")
    shown = [row for row in procedures if matches(query, f"{row.code or ''} {row.name}")]
    days = of_campaign(db(), campaign.id)
    return render_template(
        "service_days/list.html",
        campaign=campaign,
        days=days,
        coming={day.id: rules.days(day, today(), COMING) for day in days},
        spoken=rules,
        headings=_by_heading(shown),
        numbers={row.id: number for number, row in enumerate(procedures, start=1)},
        found=len(shown),
        query=query,
    )


# ---------------------------------------------------------------- service days


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.SERVICE_DAY_EDIT)
def new_service_day(campaign: Campaign) -> ResponseReturnValue:
    form = ServiceDayForm()
    if pages.added(form, actions.create_service_day, campaign):
        return pages.done(phrases.DAY_ADDED, _list(campaign))
    return pages.show("service_days/form.html", form, campaign=campaign, day=None)


@bp.route("/<int:day_id>", methods=["GET", "POST"])
@guard(Permission.SERVICE_DAY_EDIT)
def edit_service_day(campaign: Campaign, day_id: int) -> ResponseReturnValue:
    day = fetch(ServiceDay, day_id, campaign_id=campaign.id)
    form = ServiceDayForm(obj=day)
    if pages.edited(form, actions.update_service_day, day):
        return pages.done(shared.SAVED, _list(campaign))
    return pages.show("service_days/form.html", form, campaign=campaign, day=day)


@bp.route("/<int:day_id>/delete", methods=["GET", "POST"])
@guard(Permission.SERVICE_DAY_EDIT)
def delete_service_day(campaign: Campaign, day_id: int) -> ResponseReturnValue:
    day = fetch(ServiceDay, day_id, campaign_id=campaign.id)
    return pages.erase(
        actions.delete_service_day, day, said=phrases.ERASED.format(title=pages.short(day.name)), back=_list(campaign),
        ask="service_days/delete.html", campaign=campaign, row=day, procedure=False,
    )  # fmt: skip


@bp.post("/<int:day_id>/move/<any(up, down):way>")
@guard(Permission.SERVICE_DAY_EDIT)
def move_service_day(campaign: Campaign, day_id: int, way: str) -> ResponseReturnValue:
    day = fetch(ServiceDay, day_id, campaign_id=campaign.id)
    back = _list(campaign, f"day-{day.id}")
    return pages.move(actions.move_service_day, day, way=way, said=phrases.DAY_MOVED, back=back)


# ---------------------------------------------------------------- procedures


@bp.route("/procedures/new", methods=["GET", "POST"])
@guard(Permission.SERVICE_DAY_EDIT)
def new_procedure(campaign: Campaign) -> ResponseReturnValue:
    form = ProcedureForm()
    procedures = procedures_of(db(), campaign.id)
    if not form.is_submitted() and procedures:
        form.served_at.data = procedures[-1].served_at
    if pages.added(form, actions.create_procedure, campaign):
        return pages.done(phrases.PROCEDURE_ADDED, _list(campaign, "procedures"))
    return _procedure_page(campaign, form, None)


@bp.route("/procedures/<int:procedure_id>", methods=["GET", "POST"])
@guard(Permission.SERVICE_DAY_EDIT)
def edit_procedure(campaign: Campaign, procedure_id: int) -> ResponseReturnValue:
    procedure = fetch(Procedure, procedure_id, campaign_id=campaign.id)
    form = ProcedureForm(obj=procedure)
    if pages.edited(form, actions.update_procedure, procedure):
        return pages.done(shared.SAVED, _list(campaign, f"procedure-{procedure.id}"))
    return _procedure_page(campaign, form, procedure)


@bp.route("/procedures/<int:procedure_id>/delete", methods=["GET", "POST"])
@guard(Permission.SERVICE_DAY_EDIT)
def delete_procedure(campaign: Campaign, procedure_id: int) -> ResponseReturnValue:
    row = fetch(Procedure, procedure_id, campaign_id=campaign.id)
    said = phrases.ERASED.format(title=pages.short(row.name))
    return pages.erase(
        actions.delete_procedure, row, said=said, back=_list(campaign, "procedures"),
        ask="service_days/delete.html", campaign=campaign, row=row, procedure=True,
    )  # fmt: skip


@bp.post("/procedures/<int:procedure_id>/move/<any(up, down):way>")
@guard(Permission.SERVICE_DAY_EDIT)
def move_procedure(campaign: Campaign, procedure_id: int, way: str) -> ResponseReturnValue:
    row = fetch(Procedure, procedure_id, campaign_id=campaign.id)
    back = _list(campaign, f"procedure-{row.id}")
    return pages.move(actions.move_procedure, row, way=way, said=phrases.PROCEDURE_MOVED, back=back)


def _procedure_page(campaign: Campaign, form: ProcedureForm, row: Procedure | None) -> ResponseReturnValue:
    headings = _by_heading(procedures_of(db(), campaign.id))
    return pages.show("service_days/procedure.html", form, campaign=campaign, row=row, headings=headings)


def _by_heading(procedures: Sequence[Procedure]) -> dict[str, list[Procedure]]:
    """The procedures under the headings they are served at, in the order headings first come."""
    found: dict[str, tuple[str, list[Procedure]]] = {}
    for row in procedures:
        found.setdefault(fold(row.served_at), (row.served_at, []))[1].append(row)
    return dict(found.values())


def _list(campaign: Campaign, anchor: str | None = None) -> str:
    return url_for(".list_service_days", code=campaign.code, _anchor=anchor)
