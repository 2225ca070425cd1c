"""Pages of moving a ceremony: choose the day, see what moves, confirm once; and taking it back."""

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import Ceremony, CeremonyMove, moves_of
from campaign.gate import db, fetch, guard, today
from campaign.rescheduling import actions, phrases, rules
from campaign.rescheduling.actions import Undone
from campaign.rescheduling.forms import MoveForm
from campaign.rescheduling.rules import Kind, Outlook
from campaign.vietnamese import moment

bp = Blueprint("rescheduling", __name__, url_prefix="/campaigns/<code>/ceremonies/<int:ceremony_id>/move")


@bp.get("")
@guard(Permission.CEREMONY_EDIT)
def choose(campaign: Campaign, ceremony_id: int) -> ResponseReturnValue:
    """The new day; with one in the address, everything that would move."""
    ceremony = fetch(Ceremony, ceremony_id, campaign_id=campaign.id)
    given = request.args if request.args.get("day") else None
    form = MoveForm.of(ceremony, given)
    outlook = _looked_out(campaign, ceremony, form) if given else None
    form.draft_notice.data = bool(actions.issued(db(), campaign))
    page = _page(campaign, ceremony, form, outlook)
    return page, 422 if given and outlook is None else 200


@bp.post("")
@guard(Permission.CEREMONY_EDIT)
def move(campaign: Campaign, ceremony_id: int) -> ResponseReturnValue:
    ceremony = fetch(Ceremony, ceremony_id, campaign_id=campaign.id)
    form = MoveForm.of(ceremony)
    outlook = _looked_out(campaign, ceremony, form)
    if outlook is not None:
        form.offer(outlook)
        made = pages.saved(
            form,
            lambda by: actions.move_ceremony(db(), ceremony, form.draft(), form.read_version(), today(), by),
            ceremony,
        )
        if made:
            return _done(campaign, ceremony)
    return _page(campaign, ceremony, form, outlook), 409 if form.conflict is not None else 422


@bp.post("/<int:move_id>/undo")
@guard(Permission.CEREMONY_EDIT)
def undo(campaign: Campaign, ceremony_id: int, move_id: int) -> ResponseReturnValue:
    ceremony = fetch(Ceremony, ceremony_id, campaign_id=campaign.id)
    row = fetch(CeremonyMove, move_id, ceremony_id=ceremony.id)
    undone: list[Undone] = []
    answer = pages.act(
        lambda by: undone.append(actions.undo_move(db(), row, by)),
        phrases.UNDONE.format(when=moment(row.before)),
        url_for("ceremonies.show_ceremony", code=campaign.code, ceremony_id=ceremony.id),
    )
    if undone and undone[0].kept:
        flash(phrases.KEPT_AS_CHANGED.format(count=undone[0].kept), "ok")
    return answer


def _looked_out(campaign: Campaign, ceremony: Ceremony, form: MoveForm) -> Outlook | None:
    """What the typed day and hour would do; None when they cannot be read or may not be, said on the form."""
    if not (form.day.validate(form) and form.starts.validate(form)):
        return None
    problems = rules.check_start(ceremony.starts_at, form.starts_at(), today())
    form.blame(problems)
    return None if problems else actions.preview(db(), campaign, ceremony, form.starts_at(), today())


def _page(campaign: Campaign, ceremony: Ceremony, form: MoveForm, outlook: Outlook | None) -> str:
    return render_template(
        "rescheduling/move.html",
        campaign=campaign,
        ceremony=ceremony,
        form=form,
        outlook=outlook,
        moves={kind: [each for each in outlook.moves if each.dated.kind is kind] for kind in Kind}
        if outlook
        else {},
        hours=actions.programme_hours(db(), ceremony, form.starts_at()) if outlook else [],
        issued=actions.issued(db(), campaign) if outlook else [],
        moved=moves_of(db(), ceremony.id),
    )


def _done(campaign: Campaign, ceremony: Ceremony) -> ResponseReturnValue:
    """Say what moved, and offer to take it back."""
    row = moves_of(db(), ceremony.id)[0]
    count = sum(map(len, row.changes.values()))
    when = moment(row.after)
    said = phrases.MOVED.format(when=when, count=count) if count else phrases.MOVED_NONE.format(when=when)
    return pages.undoable(
        said,
        restore=url_for(".undo", code=campaign.code, ceremony_id=ceremony.id, move_id=row.id),
        back=url_for("ceremonies.show_ceremony", code=campaign.code, ceremony_id=ceremony.id),
    )
