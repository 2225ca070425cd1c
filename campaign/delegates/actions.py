"""Changes of delegate groups and delegates. Every function checks the rules, writes rows and history, and flushes."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.db import expect_version, fill, move, place_after, utc_now
from campaign.delegates import phrases, rules
from campaign.delegates.model import Delegate, DelegateGroup, groups_of, of_campaign
from campaign.delegates.rules import CountDraft, DelegateDraft, GroupDraft, Key
from campaign.errors import Problem, Refused, refuse_any
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people.model import units_of

# ---------------------------------------------------------------- groups


def create_group(session: Session, campaign: Campaign, draft: GroupDraft, by: Author) -> DelegateGroup:
    """Add a group at the end of the protocol order; Refused when its name is taken."""
    groups = groups_of(session, campaign.id)
    refuse_any(rules.check_group(draft, [group.name for group in groups]))
    group = DelegateGroup(campaign_id=campaign.id, position=place_after(groups))
    fill(group, draft)
    session.add(group)
    log(session, by, Verb.CREATE, group, campaign_id=campaign.id, title=group.name)
    return group


def create_groups(session: Session, campaign: Campaign, names: Iterable[str], by: Author) -> int:
    """Add a group for each name not there yet, in the order given; how many were added."""
    taken = [group.name for group in groups_of(session, campaign.id)]
    new = [name for name in names if not rules.check_group(GroupDraft(name), taken)]
    for name in new:
        create_group(session, campaign, GroupDraft(name), by)
    return len(new)


def update_group(session: Session, group: DelegateGroup, draft: GroupDraft, version: int, by: Author) -> None:
    """Rename a group read at `version`; Conflict when it was saved since, Refused when the name is taken."""
    expect_version(group, version)
    others = [other.name for other in groups_of(session, group.campaign_id) if other.id != group.id]
    refuse_any(rules.check_group(draft, others))
    fill(group, draft)
    log(session, by, Verb.UPDATE, group, campaign_id=group.campaign_id, title=group.name)


def delete_group(session: Session, group: DelegateGroup, version: int, by: Author) -> None:
    """Delete a group for good, with the put-away delegates in it; Refused while it holds delegates."""
    expect_version(group, version)
    held = [delegate for delegate in of_campaign(session, group.campaign_id) if delegate.group_id == group.id]
    if held:
        raise Refused(Problem("", phrases.GROUP_HOLDS.format(name=group.name, count=len(held))))
    log(session, by, Verb.DELETE, group, campaign_id=group.campaign_id, title=group.name)
    session.delete(group)
    session.flush()


def move_group(session: Session, group: DelegateGroup, step: int, by: Author) -> None:
    """Move a group `step` places down the protocol order (negative: up); at an end it stays."""
    move(groups_of(session, group.campaign_id), group, step)
    log(session, by, Verb.MOVE, group, campaign_id=group.campaign_id, title=group.name)


# ---------------------------------------------------------------- delegates


def create_delegate(session: Session, campaign: Campaign, draft: DelegateDraft, by: Author) -> Delegate:
    """Add a delegate at the end of its group; Refused when a rule says no."""
    return create_delegates(session, campaign, [draft], by)[0]


def create_delegates(
    session: Session, campaign: Campaign, drafts: Iterable[DelegateDraft], by: Author
) -> list[Delegate]:
    """Add all of the delegates or, when a rule refuses one, none (the caller does not commit)."""
    groups, units = _known(session, campaign)
    present = list(of_campaign(session, campaign.id))
    keys: list[Key | None] = [rules.key_of(row) for row in present]
    added = []
    for draft in drafts:
        refuse_any(rules.check(draft, groups, units, keys))
        delegate = Delegate(position=place_after(row for row in present if row.group_id == draft.group_id))
        fill(delegate, _counted(draft))
        session.add(delegate)
        log(session, by, Verb.CREATE, delegate, campaign_id=campaign.id, title=_title(delegate))
        place = sum(groups.index(row.group_id) <= groups.index(draft.group_id) for row in present)
        present.insert(place, delegate)
        keys.insert(place, rules.key_of(delegate))
        added.append(delegate)
    return added


def update_delegate(
    session: Session, campaign: Campaign, delegate: Delegate, draft: DelegateDraft, version: int, by: Author
) -> None:
    """Save a delegate read at `version`; in another group it stands last. Conflict or Refused as ever."""
    expect_version(delegate, version)
    groups, units = _known(session, campaign)
    present = of_campaign(session, campaign.id)
    others = [None if row is delegate else rules.key_of(row) for row in present]
    refuse_any(rules.check(draft, groups, units, others))
    if draft.group_id != delegate.group_id:
        delegate.position = place_after(row for row in present if row.group_id == draft.group_id)
    fill(delegate, _counted(draft))
    log(session, by, Verb.UPDATE, delegate, campaign_id=campaign.id, title=_title(delegate))


def delete_delegate(
    session: Session, campaign: Campaign, delegate: Delegate, version: int, by: Author
) -> None:
    """Put a delegate away; restore_delegate brings it back."""
    expect_version(delegate, version)
    delegate.deleted_at = utc_now()
    log(session, by, Verb.DELETE, delegate, campaign_id=campaign.id, title=_title(delegate))


def restore_delegate(session: Session, campaign: Campaign, delegate: Delegate, by: Author) -> None:
    """Bring a deleted delegate back, at the place it had; Refused when the same one was added meanwhile."""
    if delegate.deleted_at is not None:
        keys = [rules.key_of(row) for row in of_campaign(session, campaign.id)]
        refuse_any(rules.doubles(rules.key_of(delegate), keys))
    delegate.deleted_at = None
    log(session, by, Verb.RESTORE, delegate, campaign_id=campaign.id, title=_title(delegate))


def move_delegate(session: Session, campaign: Campaign, delegate: Delegate, step: int, by: Author) -> None:
    """Move a delegate `step` places down its group (negative: up); at an end it stays."""
    group = [row for row in of_campaign(session, campaign.id) if row.group_id == delegate.group_id]
    move(group, delegate, step)
    log(session, by, Verb.MOVE, delegate, campaign_id=campaign.id, title=_title(delegate))


def count_attended(
    session: Session, campaign: Campaign, delegate: Delegate, draft: CountDraft, version: int, by: Author
) -> None:
    """Record heads counted at the door; Conflict when somebody else counted since `version`."""
    expect_version(delegate, version)
    refuse_any(rules.check_count(draft))
    fill(delegate, draft)
    log(session, by, Verb.UPDATE, delegate, campaign_id=campaign.id, title=_title(delegate))


def _known(session: Session, campaign: Campaign) -> tuple[list[int], set[int]]:
    groups = [group.id for group in groups_of(session, campaign.id)]
    return groups, {unit.id for unit in units_of(session, campaign.agency_id)}


def _counted(draft: DelegateDraft) -> DelegateDraft:
    return replace(draft, headcount=rules.heads(draft.headcount, draft.person))


def _title(delegate: Delegate) -> str:
    return rules.label(delegate.title, delegate.honorific, delegate.person)
