"""Counting at the door."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.delegates import actions
from campaign.delegates.forms import CountForm
from campaign.delegates.views.blueprint import bp, delegate_in, roll
from campaign.gate import guard


@bp.get("/attendance")
@guard(Permission.DELEGATE_COUNT)
def show_attendance(campaign: Campaign) -> ResponseReturnValue:
    return render_template("delegates/attendance.html", form=None, counted=None, **roll(campaign))


@bp.post("/attendance/<int:delegate_id>")
@guard(Permission.DELEGATE_COUNT)
def count_attended(campaign: Campaign, delegate_id: int) -> ResponseReturnValue:
    delegate = delegate_in(campaign, delegate_id)
    form = CountForm()
    if pages.edited(form, actions.count_attended, campaign, delegate):
        address = url_for(".show_attendance", code=campaign.code, _anchor=f"delegate-{delegate.id}")
        return redirect(address, code=303)
    return pages.show("delegates/attendance.html", form, counted=delegate, **roll(campaign))
