"""Who may know of a task, and on which side the viewer speaks of it."""

from collections.abc import Sequence

from flask import abort

from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.gate import db, fetch, may, me
from campaign.glossary import Role
from campaign.tasks.actions import Speaker
from campaign.tasks.model import Task, coordinating
from campaign.tasks.rules.reporting import Side


def is_own(task: Task, helpers: Sequence[int]) -> bool:
    """May the viewer know of the task? A unit's member knows those the unit leads or coordinates in."""
    return me().role is not Role.MEMBER or me().unit_id in (task.lead_unit_id, *helpers)


def fetch_own(campaign: Campaign, task_id: int) -> tuple[Task, list[int]]:
    """The campaign's task with that id and the units that help; 404 when the viewer may not know of it."""
    task = fetch(Task, task_id, campaign_id=campaign.id, deleted_at=None)
    helpers = coordinating(db(), [task.id])[task.id]
    if not is_own(task, helpers):
        abort(404)
    return task, helpers


def side_on(task: Task) -> Side | None:
    """The viewer's side on a task of their sight; None for somebody who only reads."""
    if me().role is Role.MEMBER:
        return Side.LEAD if me().unit_id == task.lead_unit_id else Side.HELPER
    if may(Permission.TASK_EDIT):
        return Side.OFFICE
    return Side.LEADER if may(Permission.TASK_CONFIRM) else None


def speaker_on(task: Task) -> Speaker:
    """The viewer as one who speaks of the task; 403 for somebody who only reads."""
    side = side_on(task)
    if side is None:
        abort(403)
    return Speaker(me(), side, me().unit_id if me().role is Role.MEMBER else None)
