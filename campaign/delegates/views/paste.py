"""Adding a list of delegates by pasting it."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.delegates import actions, phrases, rules
from campaign.delegates.forms import PasteForm
from campaign.delegates.model import groups_of, of_campaign
from campaign.delegates.rules import pasting
from campaign.delegates.views.blueprint import bp, list_at
from campaign.gate import db, guard


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
            list_at(campaign),
        )
    group = next(group for group in groups if group.id == form.group_id.data)
    page = render_template(
        "delegates/preview.html",
        campaign=campaign, form=form, lines=lines, drafts=drafts, group=group, seen=seen, changed=confirmed,
    )  # fmt: skip
    return page, 422 if confirmed else 200
