"""Groups of delegates."""

from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.delegates import actions, phrases, rules
from campaign.delegates.forms import GroupForm, UsualGroupsForm
from campaign.delegates.model import DelegateGroup, groups_of, of_campaign
from campaign.delegates.views.blueprint import bp, list_at
from campaign.gate import agency_of, db, fetch, guard


@bp.route("/groups/new", methods=["GET", "POST"])
@guard(Permission.DELEGATE_EDIT)
def new_group(campaign: Campaign) -> ResponseReturnValue:
    form = GroupForm()
    if group := pages.added(form, actions.create_group, campaign):
        return pages.done(phrases.GROUP_ADDED.format(name=group.name), list_at(campaign))
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
            list_at(campaign),
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
    if pages.edited(form, actions.update_group, group):
        return pages.done(shared.SAVED, list_at(campaign))
    return pages.show("delegates/group.html", form, campaign=campaign, group=group)


@bp.route("/groups/<int:group_id>/delete", methods=["GET", "POST"])
@guard(Permission.DELEGATE_EDIT)
def delete_group(campaign: Campaign, group_id: int) -> ResponseReturnValue:
    group = fetch(DelegateGroup, group_id, campaign_id=campaign.id)
    lost = [row for row in of_campaign(db(), campaign.id, deleted=True) if row.group_id == group.id]
    held = [row for row in of_campaign(db(), campaign.id) if row.group_id == group.id]
    said = phrases.GROUP_DELETED.format(name=pages.short(group.name))
    return pages.erase(
        actions.delete_group, group, said=said, back=list_at(campaign),
        ask="delegates/delete_group.html", campaign=campaign, group=group, lost=lost, held=held,
    )  # fmt: skip


@bp.post("/groups/<int:group_id>/move/<any(up, down):way>")
@guard(Permission.DELEGATE_EDIT)
def move_group(campaign: Campaign, group_id: int, way: str) -> ResponseReturnValue:
    group = fetch(DelegateGroup, group_id, campaign_id=campaign.id)
    back = list_at(campaign, f"group-{group.id}")
    return pages.move(actions.move_group, group, way=way, said=phrases.GROUP_MOVED, back=back)
