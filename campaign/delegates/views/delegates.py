"""The list of delegates, and one delegate."""

from io import BytesIO

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.delegates import actions, phrases
from campaign.delegates.forms import DelegateForm
from campaign.delegates.model import Delegate, groups_of, of_campaign
from campaign.delegates.views.blueprint import bp, delegate_in, list_at, roll
from campaign.files import sheet
from campaign.files.sheet import Column
from campaign.gate import db, guard, may
from campaign.people.model import units_of
from campaign.vietnamese import safe_file_name


@bp.get("")
@guard(Permission.DELEGATE_READ)
def list_delegates(campaign: Campaign) -> ResponseReturnValue:
    deleted = of_campaign(db(), campaign.id, deleted=True) if may(Permission.DELEGATE_EDIT) else []
    units = {unit.id: unit for unit in units_of(db(), campaign.agency_id)}
    return render_template("delegates/list.html", deleted=deleted, units=units, **roll(campaign))


COLUMNS = (
    Column(shared.ROW_NUMBER, 5, "number"),
    Column(phrases.GROUP, 20),
    Column(phrases.TITLE, 28),
    Column(phrases.HONORIFIC, 9),
    Column(phrases.PERSON, 20),
    Column(phrases.UNIT_NAME, 20),
    Column(phrases.UNIT, 18),
    Column(phrases.HEADCOUNT, 8, "number"),
    Column(phrases.ATTENDED, 8, "number"),
    Column(phrases.INTRODUCED, 11),
    Column(phrases.PHONE, 14),
    Column(phrases.EMAIL, 22),
    Column(phrases.NOTE, 16),
)


@bp.get("/delegates.xlsx")
@guard(Permission.DELEGATE_READ)
def export_delegates(campaign: Campaign) -> ResponseReturnValue:
    """What the list shows, one row for each delegate."""
    listed = roll(campaign)
    units = {unit.id: unit.name for unit in units_of(db(), campaign.agency_id)}
    rows = [
        (
            listed["numbers"][row.id], group.name, row.title, row.honorific, row.person, row.unit_name,
            units[row.unit_id] if row.unit_id else None, row.headcount, row.attended,
            shared.YES if row.introduced else None, row.phone, row.email, row.note,
        )
        for group in listed["groups"]
        for row in listed["rows"][group.id]
    ]  # fmt: skip
    file = BytesIO(sheet.write(phrases.LIST, COLUMNS, rows))
    return pages.send(file, safe_file_name(phrases.LIST_FILE.format(code=campaign.code)))


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.DELEGATE_EDIT)
def new_delegate(campaign: Campaign) -> ResponseReturnValue:
    form = _form(campaign, None)
    if pages.added(form, actions.create_delegate, campaign):
        return pages.done(phrases.ADDED, list_at(campaign))
    return pages.show("delegates/form.html", form, campaign=campaign, delegate=None)


@bp.route("/<int:delegate_id>", methods=["GET", "POST"])
@guard(Permission.DELEGATE_EDIT)
def edit_delegate(campaign: Campaign, delegate_id: int) -> ResponseReturnValue:
    delegate = delegate_in(campaign, delegate_id)
    form = _form(campaign, delegate)
    if pages.edited(form, actions.update_delegate, campaign, delegate):
        return pages.done(shared.SAVED, list_at(campaign, f"delegate-{delegate.id}"))
    return pages.show("delegates/form.html", form, campaign=campaign, delegate=delegate)


@bp.post("/<int:delegate_id>/delete")
@guard(Permission.DELEGATE_EDIT)
def delete_delegate(campaign: Campaign, delegate_id: int) -> ResponseReturnValue:
    row = delegate_in(campaign, delegate_id)
    undo = url_for(".restore_delegate", code=campaign.code, delegate_id=row.id)
    return pages.put_away(
        actions.delete_delegate, campaign, row, title=row.title, restore=undo, back=list_at(campaign)
    )


@bp.post("/<int:delegate_id>/restore")
@guard(Permission.DELEGATE_EDIT)
def restore_delegate(campaign: Campaign, delegate_id: int) -> ResponseReturnValue:
    row = delegate_in(campaign, delegate_id, put_away=True)
    return pages.restore(actions.restore_delegate, campaign, row, title=row.title, back=list_at(campaign))


@bp.post("/<int:delegate_id>/move/<any(up, down):way>")
@guard(Permission.DELEGATE_EDIT)
def move_delegate(campaign: Campaign, delegate_id: int, way: str) -> ResponseReturnValue:
    row = delegate_in(campaign, delegate_id)
    back = list_at(campaign, f"delegate-{row.id}")
    return pages.move(actions.move_delegate, campaign, row, way=way, said=phrases.MOVED, back=back)


def _form(campaign: Campaign, delegate: Delegate | None) -> DelegateForm:
    form = DelegateForm(obj=delegate)
    form.offer(groups_of(db(), campaign.id), units_of(db(), campaign.agency_id))
    if delegate is None and not form.is_submitted():
        form.group_id.data = request.args.get("group", type=int)
    return form
