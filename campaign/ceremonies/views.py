"""Pages of ceremonies and their programmes."""

from collections.abc import Sequence

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.ceremonies import actions, phrases, rules
from campaign.ceremonies.forms import CeremonyForm, ItemForm
from campaign.ceremonies.model import Ceremony, ProgrammeItem, of_campaign, programme_of
from campaign.gate import agency_of, db, fetch, guard, today
from campaign.people.model import days_off_for, units_of

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
        "ceremonies/programme.html",
        campaign=campaign,
        agency=agency_of(campaign),
        **_run_of(campaign, ceremony),
    )


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.CEREMONY_EDIT)
def new_ceremony(campaign: Campaign) -> ResponseReturnValue:
    form = CeremonyForm()
    if ceremony := pages.added(form, actions.create_ceremony, campaign):
        return pages.done(phrases.ADDED, _address(campaign, ceremony))
    return pages.show("ceremonies/form.html", form, campaign=campaign, shown=None)


@bp.route("/<int:ceremony_id>/edit", methods=["GET", "POST"])
@guard(Permission.CEREMONY_EDIT)
def edit_ceremony(campaign: Campaign, ceremony_id: int) -> ResponseReturnValue:
    ceremony = _ceremony(campaign, ceremony_id)
    form = CeremonyForm.of(ceremony)
    if pages.edited(form, actions.update_ceremony, ceremony):
        return pages.done(shared.SAVED, _address(campaign, ceremony))
    return pages.show("ceremonies/form.html", form, campaign=campaign, shown=ceremony)


@bp.route("/<int:ceremony_id>/delete", methods=["GET", "POST"])
@guard(Permission.CEREMONY_EDIT)
def delete_ceremony(campaign: Campaign, ceremony_id: int) -> ResponseReturnValue:
    ceremony = _ceremony(campaign, ceremony_id)
    said, back = (
        phrases.DELETED.format(title=pages.short(ceremony.title)),
        url_for(".show_ceremonies", code=campaign.code),
    )
    return pages.erase(
        actions.delete_ceremony, ceremony, said=said, back=back,
        ask="ceremonies/delete.html", campaign=campaign, shown=ceremony, items=programme_of(db(), ceremony.id),
    )  # fmt: skip


@bp.post("/<int:ceremony_id>/usual")
@guard(Permission.CEREMONY_EDIT)
def start_programme(campaign: Campaign, ceremony_id: int) -> ResponseReturnValue:
    ceremony = _ceremony(campaign, ceremony_id)
    start = lambda by: actions.start_programme(db(), ceremony, by)  # noqa: E731
    return pages.act(start, phrases.PROGRAMME_STARTED, _address(campaign, ceremony, "programme"))


@bp.route("/<int:ceremony_id>/items/new", methods=["GET", "POST"])
@guard(Permission.CEREMONY_EDIT)
def new_item(campaign: Campaign, ceremony_id: int) -> ResponseReturnValue:
    ceremony = _ceremony(campaign, ceremony_id)
    form = _item_form(campaign)
    if item := pages.added(form, actions.create_item, campaign, ceremony):
        said = phrases.ITEM_ADDED.format(title=pages.short(item.title))
        return pages.done(said, _address(campaign, ceremony, "add-item"))
    return pages.show("ceremonies/item_form.html", form, campaign=campaign, shown=ceremony, item=None)


@bp.route("/<int:ceremony_id>/items/<int:item_id>", methods=["GET", "POST"])
@guard(Permission.CEREMONY_EDIT)
def edit_item(campaign: Campaign, ceremony_id: int, item_id: int) -> ResponseReturnValue:
    ceremony, item = _step(campaign, ceremony_id, item_id)
    form = _item_form(campaign, item)
    if pages.edited(form, actions.update_item, ceremony, item):
        return pages.done(shared.SAVED, _address(campaign, ceremony, f"item-{item.id}"))
    return pages.show("ceremonies/item_form.html", form, campaign=campaign, shown=ceremony, item=item)


@bp.route("/<int:ceremony_id>/items/<int:item_id>/delete", methods=["GET", "POST"])
@guard(Permission.CEREMONY_EDIT)
def delete_item(campaign: Campaign, ceremony_id: int, item_id: int) -> ResponseReturnValue:
    ceremony, item = _step(campaign, ceremony_id, item_id)
    said, back = (
        phrases.DELETED.format(title=pages.short(item.title)),
        _address(campaign, ceremony, "programme"),
    )
    return pages.erase(
        actions.delete_item, ceremony, item, said=said, back=back,
        ask="ceremonies/delete_item.html", campaign=campaign, shown=ceremony, item=item,
    )  # fmt: skip


@bp.post("/<int:ceremony_id>/items/<int:item_id>/move/<any(up, down):way>")
@guard(Permission.CEREMONY_EDIT)
def move_item(campaign: Campaign, ceremony_id: int, item_id: int, way: str) -> ResponseReturnValue:
    ceremony, item = _step(campaign, ceremony_id, item_id)
    back = _address(campaign, ceremony, f"item-{item.id}")
    return pages.move(actions.move_item, ceremony, item, way=way, said=phrases.ITEM_MOVED, back=back)


def _ceremony(campaign: Campaign, ceremony_id: int) -> Ceremony:
    return fetch(Ceremony, ceremony_id, campaign_id=campaign.id)


def _step(campaign: Campaign, ceremony_id: int, item_id: int) -> tuple[Ceremony, ProgrammeItem]:
    ceremony = _ceremony(campaign, ceremony_id)
    return ceremony, fetch(ProgrammeItem, item_id, ceremony_id=ceremony.id)


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
        **_run_of(campaign, ceremony),
    )


def _run_of(campaign: Campaign, ceremony: Ceremony) -> dict[str, object]:
    """What the pages of one ceremony show: its steps with their times, its end, and what is worth a warning."""
    items = programme_of(db(), ceremony.id)
    starts_at, ends_at = ceremony.starts_at, ceremony.ends_at
    days_off = days_off_for(db(), campaign.agency_id, [starts_at.year])
    return {
        "shown": ceremony,
        "steps": list(zip(items, rules.run(starts_at, items), strict=True)),
        "total": rules.total_minutes(items),
        "end": rules.end_of(starts_at, ends_at, items),
        "warnings": rules.warnings(starts_at, ends_at, items, days_off, today()),
    }
