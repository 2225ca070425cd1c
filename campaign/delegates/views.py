"""Pages of delegates: the list by groups, pasting a list, and counting at the door."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.delegates import actions, phrases, rules
from campaign.delegates.forms import CountForm, DelegateForm, GroupForm, PasteForm, UsualGroupsForm
from campaign.delegates.model import Delegate, DelegateGroup, groups_of, of_campaign
from campaign.delegates.rules import pasting
from campaign.files import sheet
from campaign.files.sheet import Column
from campaign.gate import agency_of, db, fetch, guard, may
from campaign.people.model import units_of
from campaign.vietnamese import matches, safe_file_name

bp = Blueprint("delegates", __name__, url_prefix="/campaigns/<code>/delegates")


@bp.get("")
@guard(Permission.DELEGATE_READ)
def list_delegates(campaign: Campaign) -> ResponseReturnValue:
    deleted = of_campaign(db(), campaign.id, deleted=True) if may(Permission.DELEGATE_EDIT) else []
    units = {unit.id: unit for unit in units_of(db(), campaign.agency_id)}
    return render_template("delegates/list.html", deleted=deleted, units=units, **_roll(campaign))


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
    roll = _roll(campaign)
    units = {unit.id: unit.name for unit in units_of(db(), campaign.agency_id)}
    rows = [
        (
            roll["numbers"][row.id], group.name, row.title, row.honorific, row.person, row.unit_name,
            units[row.unit_id] if row.unit_id else None, row.headcount, row.attended,
            shared.YES if row.introduced else None, row.phone, row.email, row.note,
        )
        for group in roll["groups"]
        for row in roll["rows"][group.id]
    ]  # fmt: skip
    file = BytesIO(sheet.write(phrases.LIST, COLUMNS, rows))
    return pages.send(file, safe_file_name(phrases.LIST_FILE.format(code=campaign.code)))


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.DELEGATE_EDIT)
def new_delegate(campaign: Campaign) -> ResponseReturnValue:
    form = _delegate_form(campaign, None)
    if pages.saved(form, lambda by: actions.create_delegate(db(), campaign, form.draft(), by)):
        return pages.done(phrases.ADDED, _list(campaign))
    return pages.show("delegates/form.html", form, campaign=campaign, delegate=None)


@bp.route("/<int:delegate_id>", methods=["GET", "POST"])
@guard(Permission.DELEGATE_EDIT)
def edit_delegate(campaign: Campaign, delegate_id: int) -> ResponseReturnValue:
    delegate = _delegate(campaign, delegate_id)
    form = _delegate_form(campaign, delegate)
    if pages.saved(
        form,
        lambda by: actions.update_delegate(db(), campaign, delegate, form.draft(), form.read_version(), by),
        delegate,
    ):
        return pages.done(shared.SAVED, _list(campaign, delegate))
    return pages.show("delegates/form.html", form, campaign=campaign, delegate=delegate)


@bp.post("/<int:delegate_id>/delete")
@guard(Permission.DELEGATE_EDIT)
def delete_delegate(campaign: Campaign, delegate_id: int) -> ResponseReturnValue:
    delegate = _delegate(campaign, delegate_id)
    return pages.delete(
        lambda by: actions.delete_delegate(db(), campaign, delegate, pages.posted_version(), by),
        delegate.title,
        restore=url_for(".restore_delegate", code=campaign.code, delegate_id=delegate.id),
        back=_list(campaign),
    )


@bp.post("/<int:delegate_id>/restore")
@guard(Permission.DELEGATE_EDIT)
def restore_delegate(campaign: Campaign, delegate_id: int) -> ResponseReturnValue:
    delegate = _delegate(campaign, delegate_id, put_away=True)
    return pages.act(
        lambda by: actions.restore_delegate(db(), campaign, delegate, by),
        shared.RESTORED.format(title=pages.short(delegate.title)),
        _list(campaign),
    )


@bp.post("/<int:delegate_id>/move/<any(up, down):way>")
@guard(Permission.DELEGATE_EDIT)
def move_delegate(campaign: Campaign, delegate_id: int, way: str) -> ResponseReturnValue:
    delegate = _delegate(campaign, delegate_id)
    return pages.act(
        lambda by: actions.move_delegate(db(), campaign, delegate, _step(way), by),
        phrases.MOVED,
        _list(campaign, delegate),
    )


# ---------------------------------------------------------------- groups


@bp.route("/groups/new", methods=["GET", "POST"])
@guard(Permission.DELEGATE_EDIT)
def new_group(campaign: Campaign) -> ResponseReturnValue:
    form = GroupForm()
    if pages.saved(form, lambda by: actions.create_group(db(), campaign, form.draft(), by)):
        return pages.done(phrases.GROUP_ADDED.format(name=form.name.data), _list(campaign))
    return pages.show("delegates/group.html", form, campaign=campaign, group=None)


@bp.route("/groups/usual", methods=["GET", "POST"])
@guard(Permission.DELEGATE_EDIT)
def add_usual_groups(campaign: Campaign) -> ResponseReturnValue:
    taken = [group.name for group in groups_of(db(), campaign.id)]
    usual = phrases.USUAL_GROUPS[agency_of(campaign).level]
    lacking = [
        (place, name)
        for place, name in enumerate(usual)
        if not rules.check_group(rules.GroupDraft(name), taken)
    ]
    form = UsualGroupsForm()
    form.chosen.offer(lacking)
    if form.validate_on_submit() and form.chosen.data:
        names = [name for place, name in lacking if place in form.chosen.data]
        return pages.act(
            lambda by: actions.create_groups(db(), campaign, names, by),
            phrases.GROUPS_ADDED.format(count=len(names)),
            _list(campaign),
        )
    if form.is_submitted():
        form.chosen.errors = [*form.chosen.errors, phrases.CHOOSE_GROUPS]
    else:
        form.chosen.data = [place for place, _ in lacking]
    return pages.show("delegates/usual.html", form, campaign=campaign, lacking=lacking)


@bp.route("/groups/<int:group_id>", methods=["GET", "POST"])
@guard(Permission.DELEGATE_EDIT)
def edit_group(campaign: Campaign, group_id: int) -> ResponseReturnValue:
    group = fetch(DelegateGroup, group_id, campaign_id=campaign.id)
    form = GroupForm(obj=group)
    save = lambda by: actions.update_group(db(), group, form.draft(), form.read_version(), by)  # noqa: E731
    if pages.saved(form, save, group):
        return pages.done(shared.SAVED, _list(campaign))
    return pages.show("delegates/group.html", form, campaign=campaign, group=group)


@bp.route("/groups/<int:group_id>/delete", methods=["GET", "POST"])
@guard(Permission.DELEGATE_EDIT)
def delete_group(campaign: Campaign, group_id: int) -> ResponseReturnValue:
    group = fetch(DelegateGroup, group_id, campaign_id=campaign.id)
    if request.method == "GET":
        lost = [row for row in of_campaign(db(), campaign.id, deleted=True) if row.group_id == group.id]
        return render_template("delegates/delete_group.html", campaign=campaign, group=group, lost=lost)
    return pages.act(
        lambda by: actions.delete_group(db(), group, pages.posted_version(), by),
        phrases.GROUP_DELETED.format(name=pages.short(group.name)),
        _list(campaign),
    )


@bp.post("/groups/<int:group_id>/move/<any(up, down):way>")
@guard(Permission.DELEGATE_EDIT)
def move_group(campaign: Campaign, group_id: int, way: str) -> ResponseReturnValue:
    group = fetch(DelegateGroup, group_id, campaign_id=campaign.id)
    return pages.act(
        lambda by: actions.move_group(db(), group, _step(way), by),
        phrases.GROUP_MOVED,
        url_for(".list_delegates", code=campaign.code, _anchor=f"group-{group.id}"),
    )


# ---------------------------------------------------------------- pasting


@bp.route("/paste", methods=["GET", "POST"])
@guard(Permission.DELEGATE_EDIT)
def paste_delegates(campaign: Campaign) -> ResponseReturnValue:
    """Three steps on one address: paste, look at what was understood, add (or go back to the text)."""
    groups = groups_of(db(), campaign.id)
    form = PasteForm()
    form.group_id.offer([(group.id, group.name) for group in groups])
    step = request.form.get("step", "")
    if not form.is_submitted():
        form.group_id.data = request.args.get("group", type=int)
    if step == "edit" or not form.validate_on_submit():
        show = render_template if step == "edit" else pages.show
        return show("delegates/paste.html", form=form, campaign=campaign)
    lines = pasting.review(
        form.text.data,
        form.group_id.data,
        {group.id for group in groups},
        [rules.key_of(row) for row in of_campaign(db(), campaign.id)],
    )
    drafts, seen = pasting.addable(lines), pasting.digest(lines)
    confirmed = step == "confirm"
    if confirmed and drafts and request.form.get("seen") == seen:
        return pages.act(
            lambda by: actions.create_delegates(db(), campaign, drafts, by),
            phrases.PASTED_DONE.format(count=len(drafts)),
            _list(campaign),
        )
    group = next(group for group in groups if group.id == form.group_id.data)
    page = render_template(
        "delegates/preview.html",
        campaign=campaign, form=form, lines=lines, drafts=drafts, group=group, seen=seen, changed=confirmed,
    )  # fmt: skip
    return page, 422 if confirmed else 200


# ---------------------------------------------------------------- the door


@bp.get("/attendance")
@guard(Permission.DELEGATE_COUNT)
def show_attendance(campaign: Campaign) -> ResponseReturnValue:
    return render_template("delegates/attendance.html", form=None, counted=None, **_roll(campaign))


@bp.post("/attendance/<int:delegate_id>")
@guard(Permission.DELEGATE_COUNT)
def count_attended(campaign: Campaign, delegate_id: int) -> ResponseReturnValue:
    delegate = _delegate(campaign, delegate_id)
    form = CountForm()
    if pages.saved(
        form,
        lambda by: actions.count_attended(db(), campaign, delegate, form.draft(), form.read_version(), by),
        delegate,
    ):
        address = url_for(".show_attendance", code=campaign.code, _anchor=f"delegate-{delegate.id}")
        return redirect(address, code=303)
    return pages.show("delegates/attendance.html", form, counted=delegate, **_roll(campaign))


# ---------------------------------------------------------------- reading


def _roll(campaign: Campaign) -> dict[str, Any]:
    """The list as the pages show it: groups with their rows, numbers through all groups, totals; ?q= narrows the rows."""
    everyone = of_campaign(db(), campaign.id)
    query = request.args.get("q", "")
    shown = [row for row in everyone if matches(query, _words(row))]
    groups = groups_of(db(), campaign.id)
    return {
        "campaign": campaign,
        "groups": groups,
        "rows": {group.id: [row for row in shown if row.group_id == group.id] for group in groups},
        "totals": {
            group.id: _totals([row for row in everyone if row.group_id == group.id]) for group in groups
        },
        "numbers": {row.id: number for number, row in enumerate(everyone, start=1)},
        "all": _totals(everyone),
        "found": len(shown),
        "query": query,
    }


def _totals(rows: Sequence[Delegate]) -> rules.Totals:
    return rules.totals([(row.headcount, row.attended) for row in rows])


def _words(row: Delegate) -> str:
    return " ".join(filter(None, (row.title, row.honorific, row.person, row.unit_name, row.note)))


def _delegate(campaign: Campaign, delegate_id: int, *, put_away: bool = False) -> Delegate:
    delegate = fetch(Delegate, delegate_id, **({} if put_away else {"deleted_at": None}))
    fetch(DelegateGroup, delegate.group_id, campaign_id=campaign.id)
    return delegate


def _delegate_form(campaign: Campaign, delegate: Delegate | None) -> DelegateForm:
    form = DelegateForm(obj=delegate)
    form.offer(groups_of(db(), campaign.id), units_of(db(), campaign.agency_id))
    if delegate is None and not form.is_submitted():
        form.group_id.data = request.args.get("group", type=int)
    return form


def _list(campaign: Campaign, delegate: Delegate | None = None) -> str:
    """Address of the list, at that delegate's row."""
    anchor = f"delegate-{delegate.id}" if delegate else None
    return url_for(".list_delegates", code=campaign.code, _anchor=anchor)


def _step(way: str) -> int:
    return 1 if way == "down" else -1
