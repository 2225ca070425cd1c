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
    if pages.saved(form, lambda by: actions.create_service_day(db(), campaign, form.draft(), by)):
        return pages.done(phrases.DAY_ADDED, _list(campaign))
    return pages.show("service_days/form.html", form, campaign=campaign, day=None)


@bp.route("/<int:day_id>", methods=["GET", "POST"])
@guard(Permission.SERVICE_DAY_EDIT)
def edit_service_day(campaign: Campaign, day_id: int) -> ResponseReturnValue:
    day = fetch(ServiceDay, day_id, campaign_id=campaign.id)
    form = ServiceDayForm(obj=day)
    save = lambda by: actions.update_service_day(db(), day, form.draft(), form.read_version(), by)  # noqa: E731
    if pages.saved(form, save, day):
        return pages.done(shared.SAVED, _list(campaign))
    return pages.show("service_days/form.html", form, campaign=campaign, day=day)


@bp.route("/<int:day_id>/delete", methods=["GET", "POST"])
@guard(Permission.SERVICE_DAY_EDIT)
def delete_service_day(campaign: Campaign, day_id: int) -> ResponseReturnValue:
    day = fetch(ServiceDay, day_id, campaign_id=campaign.id)
    if request.method == "GET":
        return render_template("service_days/delete.html", campaign=campaign, row=day, procedure=False)
    return pages.act(
        lambda by: actions.delete_service_day(db(), day, pages.posted_version(), by),
        phrases.ERASED.format(title=pages.short(day.name)),
        _list(campaign),
    )


@bp.post("/<int:day_id>/move/<any(up, down):way>")
@guard(Permission.SERVICE_DAY_EDIT)
def move_service_day(campaign: Campaign, day_id: int, way: str) -> ResponseReturnValue:
    day = fetch(ServiceDay, day_id, campaign_id=campaign.id)
    move = lambda by: actions.move_service_day(db(), day, _step(way), by)  # noqa: E731
    return pages.act(move, phrases.DAY_MOVED, _list(campaign, f"day-{day.id}"))


# ---------------------------------------------------------------- procedures


@bp.route("/procedures/new", methods=["GET", "POST"])
@guard(Permission.SERVICE_DAY_EDIT)
def new_procedure(campaign: Campaign) -> ResponseReturnValue:
    form = ProcedureForm()
    procedures = procedures_of(db(), campaign.id)
    if not form.is_submitted() and procedures:
        form.served_at.data = procedures[-1].served_at
    if pages.saved(form, lambda by: actions.create_procedure(db(), campaign, form.draft(), by)):
        return pages.done(phrases.PROCEDURE_ADDED, _list(campaign, "procedures"))
    return pages.show(
        "service_days/procedure.html", form, campaign=campaign, row=None, headings=_by_heading(procedures)
    )


@bp.route("/procedures/<int:procedure_id>", methods=["GET", "POST"])
@guard(Permission.SERVICE_DAY_EDIT)
def edit_procedure(campaign: Campaign, procedure_id: int) -> ResponseReturnValue:
    procedure = fetch(Procedure, procedure_id, campaign_id=campaign.id)
    form = ProcedureForm(obj=procedure)
    save = lambda by: actions.update_procedure(db(), procedure, form.draft(), form.read_version(), by)  # noqa: E731
    if pages.saved(form, save, procedure):
        return pages.done(shared.SAVED, _list(campaign, f"procedure-{procedure.id}"))
    headings = _by_heading(procedures_of(db(), campaign.id))
    return pages.show(
        "service_days/procedure.html", form, campaign=campaign, row=procedure, headings=headings
    )


@bp.route("/procedures/<int:procedure_id>/delete", methods=["GET", "POST"])
@guard(Permission.SERVICE_DAY_EDIT)
def delete_procedure(campaign: Campaign, procedure_id: int) -> ResponseReturnValue:
    procedure = fetch(Procedure, procedure_id, campaign_id=campaign.id)
    if request.method == "GET":
        return render_template("service_days/delete.html", campaign=campaign, row=procedure, procedure=True)
    return pages.act(
        lambda by: actions.delete_procedure(db(), procedure, pages.posted_version(), by),
        phrases.ERASED.format(title=pages.short(procedure.name)),
        _list(campaign, "procedures"),
    )


@bp.post("/procedures/<int:procedure_id>/move/<any(up, down):way>")
@guard(Permission.SERVICE_DAY_EDIT)
def move_procedure(campaign: Campaign, procedure_id: int, way: str) -> ResponseReturnValue:
    procedure = fetch(Procedure, procedure_id, campaign_id=campaign.id)
    move = lambda by: actions.move_procedure(db(), procedure, _step(way), by)  # noqa: E731
    return pages.act(move, phrases.PROCEDURE_MOVED, _list(campaign, f"procedure-{procedure.id}"))


def _by_heading(procedures: Sequence[Procedure]) -> dict[str, list[Procedure]]:
    """The procedures under the headings they are served at, in the order headings first come."""
    found: dict[str, tuple[str, list[Procedure]]] = {}
    for row in procedures:
        found.setdefault(fold(row.served_at), (row.served_at, []))[1].append(row)
    return dict(found.values())


def _list(campaign: Campaign, anchor: str | None = None) -> str:
    return url_for(".list_service_days", code=campaign.code, _anchor=anchor)


def _step(way: str) -> int:
    return 1 if way == "down" else -1
