"""Pages of ceremonies and their programmes."""

from collections.abc import Sequence

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.ceremonies import actions, phrases, rules
from campaign.ceremonies.forms import CeremonyForm, ItemForm
from campaign.ceremonies.model import Ceremony, ProgrammeItem, of_campaign, programme_of
from campaign.files.holidays_vn import days_off
from campaign.gate import agency_of, db, fetch, guard, today
from campaign.people.model import User, units_of

bp = Blueprint("ceremonies", __name__, url_prefix="/campaigns/<code>/ceremonies")


@bp.get("")
@guard(Permission.CEREMONY_READ)
def show_ceremonies(campaign: Campaign) -> ResponseReturnValue:
    ceremonies = of_campaign(db(), campaign.id)
    if not ceremonies:
        return render_template("ceremonies/none.html", campaign=campaign)
    return _ceremony_page(campaign, rules.main_ceremony(ceremonies, today()) or ceremonies[0], ceremonies)


@bp.get("/<int:ceremony_id>")
@guard(Permission.CEREMONY_READ)
def show_ceremony(campaign: Campaign, ceremony_id: int) -> ResponseReturnValue:
    return _ceremony_page(campaign, _ceremony(campaign, ceremony_id), of_campaign(db(), campaign.id))


@bp.get("/<int:ceremony_id>/programme")
@guard(Permission.CEREMONY_READ)
def show_programme(campaign: Campaign, ceremony_id: int) -> ResponseReturnValue:
    ceremony = _ceremony(campaign, ceremony_id)
    return render_template(
        "ceremonies/programme.html", campaign=campaign, agency=agency_of(campaign), **_run_of(ceremony)
    )


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.CEREMONY_EDIT)
def new_ceremony(campaign: Campaign) -> ResponseReturnValue:
    form = CeremonyForm()
    made: list[Ceremony] = []

    def create(by: User) -> None:
        made.append(actions.create_ceremony(db(), campaign, form.draft(), by))

    if pages.saved(form, create):
        return pages.done(phrases.ADDED, _address(campaign, made[-1]))
    return pages.show("ceremonies/form.html", form, campaign=campaign, shown=None)


@bp.route("/<int:ceremony_id>/edit", methods=["GET", "POST"])
@guard(Permission.CEREMONY_EDIT)
def edit_ceremony(campaign: Campaign, ceremony_id: int) -> ResponseReturnValue:
    ceremony = _ceremony(campaign, ceremony_id)
    form = CeremonyForm.of(ceremony)
    save = lambda by: actions.update_ceremony(db(), ceremony, form.draft(), form.read_version(), by)  # noqa: E731
    if pages.saved(form, save, ceremony):
        return pages.done(shared.SAVED, _address(campaign, ceremony))
    return pages.show("ceremonies/form.html", form, campaign=campaign, shown=ceremony)


@bp.route("/<int:ceremony_id>/delete", methods=["GET", "POST"])
@guard(Permission.CEREMONY_EDIT)
def delete_ceremony(campaign: Campaign, ceremony_id: int) -> ResponseReturnValue:
    ceremony = _ceremony(campaign, ceremony_id)
    if request.method == "GET":
        return render_template(
            "ceremonies/delete.html", campaign=campaign, shown=ceremony, items=programme_of(db(), ceremony.id)
        )
    return pages.act(
        lambda by: actions.delete_ceremony(db(), ceremony, pages.posted_version(), by),
        phrases.DELETED.format(title=pages.short(ceremony.title)),
        url_for(".show_ceremonies", code=campaign.code),
    )


@bp.post("/<int:ceremony_id>/usual")
@guard(Permission.CEREMONY_EDIT)
def start_programme(campaign: Campaign, ceremony_id: int) -> ResponseReturnValue:
    ceremony = _ceremony(campaign, ceremony_id)
    return pages.act(
        lambda by: actions.start_programme(db(), ceremony, by),
        phrases.PROGRAMME_STARTED,
        _address(campaign, ceremony, "programme"),
    )


@bp.route("/<int:ceremony_id>/items/new", methods=["GET", "POST"])
@guard(Permission.CEREMONY_EDIT)
def new_item(campaign: Campaign, ceremony_id: int) -> ResponseReturnValue:
    ceremony = _ceremony(campaign, ceremony_id)
    form = _item_form(campaign)
    add = lambda by: actions.create_item(db(), campaign, ceremony, form.draft(), by)  # noqa: E731
    if pages.saved(form, add):
        said = phrases.ITEM_ADDED.format(title=pages.short(form.title.data))
        return pages.done(said, _address(campaign, ceremony, "add-item"))
    return pages.show("ceremonies/item_form.html", form, campaign=campaign, shown=ceremony, item=None)


@bp.route("/<int:ceremony_id>/items/<int:item_id>", methods=["GET", "POST"])
@guard(Permission.CEREMONY_EDIT)
def edit_item(campaign: Campaign, ceremony_id: int, item_id: int) -> ResponseReturnValue:
    ceremony = _ceremony(campaign, ceremony_id)
    item = fetch(ProgrammeItem, item_id, ceremony_id=ceremony.id)
    form = _item_form(campaign, item)
    save = lambda by: actions.update_item(db(), ceremony, item, form.draft(), form.read_version(), by)  # noqa: E731
    if pages.saved(form, save, item):
        return pages.done(shared.SAVED, _address(campaign, ceremony, f"item-{item.id}"))
    return pages.show("ceremonies/item_form.html", form, campaign=campaign, shown=ceremony, item=item)


@bp.route("/<int:ceremony_id>/items/<int:item_id>/delete", methods=["GET", "POST"])
@guard(Permission.CEREMONY_EDIT)
def delete_item(campaign: Campaign, ceremony_id: int, item_id: int) -> ResponseReturnValue:
    ceremony = _ceremony(campaign, ceremony_id)
    item = fetch(ProgrammeItem, item_id, ceremony_id=ceremony.id)
    if request.method == "GET":
        return render_template("ceremonies/delete_item.html", campaign=campaign, shown=ceremony, item=item)
    return pages.act(
        lambda by: actions.delete_item(db(), ceremony, item, pages.posted_version(), by),
        phrases.DELETED.format(title=pages.short(item.title)),
        _address(campaign, ceremony, "programme"),
    )


@bp.post("/<int:ceremony_id>/items/<int:item_id>/move/<any(up, down):way>")
@guard(Permission.CEREMONY_EDIT)
def move_item(campaign: Campaign, ceremony_id: int, item_id: int, way: str) -> ResponseReturnValue:
    ceremony = _ceremony(campaign, ceremony_id)
    item = fetch(ProgrammeItem, item_id, ceremony_id=ceremony.id)
    step = 1 if way == "down" else -1
    return pages.act(
        lambda by: actions.move_item(db(), ceremony, item, step, by),
        phrases.ITEM_MOVED,
        _address(campaign, ceremony, f"item-{item.id}"),
    )


def _ceremony(campaign: Campaign, ceremony_id: int) -> Ceremony:
    return fetch(Ceremony, ceremony_id, campaign_id=campaign.id)


def _address(campaign: Campaign, ceremony: Ceremony, anchor: str | None = None) -> str:
    return url_for(".show_ceremony", code=campaign.code, ceremony_id=ceremony.id, _anchor=anchor)


def _item_form(campaign: Campaign, item: ProgrammeItem | None = None) -> ItemForm:
    form = ItemForm(obj=item)
    form.offer_units(units_of(db(), campaign.agency_id))
    return form


def _ceremony_page(
    campaign: Campaign, ceremony: Ceremony, ceremonies: Sequence[Ceremony]
) -> ResponseReturnValue:
    return render_template(
        "ceremonies/show.html",
        campaign=campaign,
        ceremonies=ceremonies,
        units={unit.id: unit for unit in units_of(db(), campaign.agency_id)},
        labels=ItemForm(),
        **_run_of(ceremony),
    )


def _run_of(ceremony: Ceremony) -> dict[str, object]:
    """What the pages of one ceremony show: its steps with their times, its end, and what is worth a warning."""
    items = programme_of(db(), ceremony.id)
    starts_at, ends_at = ceremony.starts_at, ceremony.ends_at
    return {
        "shown": ceremony,
        "steps": list(zip(items, rules.run(starts_at, items), strict=True)),
        "total": rules.total_minutes(items),
        "end": rules.end_of(starts_at, ends_at, items),
        "warnings": rules.warnings(starts_at, ends_at, items, days_off([starts_at.year]), today()),
    }
