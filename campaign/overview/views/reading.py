"""Home, and a campaign's history."""

from collections.abc import Sequence

from flask import render_template, request
from flask.typing import ResponseReturnValue

from campaign.access import Permission
from campaign.campaigns.model import Campaign, of_agency
from campaign.gate import db, guard, may, me, today
from campaign.glossary import CampaignStatus, Role
from campaign.history.model import Entry
from campaign.history.model import of_campaign as changes_of
from campaign.history.phrases import Verb
from campaign.overview import model
from campaign.overview.rules import attention
from campaign.overview.rules.attention import Duty
from campaign.overview.rules.changes import Reading, noun_of
from campaign.overview.views.frame import bp
from campaign.people.model import Unit, units_of
from campaign.tasks.model import coordinating
from campaign.tasks.rules.standing import is_finished
from campaign.tasks.rules.weeks import week_of
from campaign.tasks.views.reporting import new_key

P = Permission
PER_PAGE = 30


@bp.get("/")
@guard(P.HOME_READ)
def show_home() -> ResponseReturnValue:
    campaigns = of_agency(db(), me().agency_id)
    live = [campaign for campaign in campaigns if campaign.status is not CampaignStatus.DONE]
    if me().role is Role.MEMBER:
        return _unit_page(live)
    ids = [campaign.id for campaign in live]
    duties = known_duties(ids)
    events = model.events(db(), ids)
    monday, sunday = week_of(today())
    return render_template(
        "overview/home.html",
        campaigns=live,
        closed=len(campaigns) - len(live),
        titles={campaign.code: campaign.title for campaign in live},
        needs=attention.merged(
            attention.duty_needs(duties, today()),
            attention.answer_needs(duties) if may(P.TASK_CONFIRM) else [],
            paper_needs(model.papers(db(), ids) if may(P.DOCUMENT_READ) else []),
            attention.event_needs(events, today()),
        ),
        week=attention.due_in(duties, monday, sunday),
        week_events=[event for event in events if monday <= event.starts_at.date() <= sunday],
        events={event.campaign: event for event in reversed(events) if event.starts_at.date() >= today()},
        progress={campaign.code: attention.progress(_of(duties, campaign), today()) for campaign in live},
    )


@bp.get("/campaigns/<code>/history")
@guard(P.HISTORY_READ)
def show_history(campaign: Campaign) -> ResponseReturnValue:
    count = model.change_count(db(), campaign.id)
    pages = max(1, -(-count // PER_PAGE))
    page = min(max(1, request.args.get("trang", 1, type=int)), pages)
    entries = changes_of(db(), campaign.id, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    return render_template(
        "overview/history.html",
        campaign=campaign,
        entries=_told(campaign, entries),
        count=count,
        page=page,
        pages=pages,
    )


def _unit_page(campaigns: Sequence[Campaign]) -> ResponseReturnValue:
    """Home of a unit's member: the unit's own tasks to answer for, then those it helps with."""
    duties = model.duties(db(), [campaign.id for campaign in campaigns])
    helpers = coordinating(db(), [duty.id for duty in duties])
    own = [duty for duty in duties if duty.unit_id == me().unit_id]
    todo = attention.undone(own)
    helped = [duty for duty in duties if me().unit_id in helpers[duty.id]]
    helping = attention.undone(helped)
    return render_template(
        "overview/unit.html",
        unit=db().get(Unit, me().unit_id) if me().unit_id else None,
        units={unit.id: unit for unit in units_of(db(), me().agency_id or 0)},
        titles={campaign.code: campaign.title for campaign in campaigns},
        todo=todo,
        done=[duty for duty in [*own, *helped] if is_finished(duty.status)],
        helping=helping,
        new_key=new_key,
        calendars=[campaign for campaign in campaigns if any(_of([*todo, *helping], campaign))],
        helpers=helpers,
    )


def known_duties(campaign_ids: Sequence[int]) -> list[Duty]:
    """Tasks the viewer may know of: a unit's member those the unit leads or helps with, as on the list of tasks."""
    if not may(P.TASK_READ):
        return []
    duties = model.duties(db(), campaign_ids)
    if me().role is not Role.MEMBER:
        return duties
    helpers = coordinating(db(), [duty.id for duty in duties])
    return [duty for duty in duties if me().unit_id in (duty.unit_id, *helpers[duty.id])]


def paper_needs(papers: Sequence[attention.Paper]) -> list[attention.Need]:
    return attention.paper_needs(papers, approves=may(P.DOCUMENT_APPROVE), issues=may(P.DOCUMENT_ISSUE))


def _of(duties: Sequence[Duty], campaign: Campaign) -> list[Duty]:
    return [duty for duty in duties if duty.campaign == campaign.code]


def _told(campaign: Campaign, entries: Sequence[Entry]) -> list[dict[str, object]]:
    """Entries as the pages of history show them."""
    units = {unit.id: unit.name for unit in units_of(db(), campaign.agency_id)}
    reading = Reading(model.column_types(), units)
    return [
        {
            "at": entry.at,
            "who": entry.by,
            "verb": Verb(entry.verb),
            "noun": noun_of(entry.noun),
            "title": entry.title,
            "changes": reading.changes(entry.noun, entry.changes) if entry.verb == Verb.UPDATE else [],
        }
        for entry in entries
    ]
