"""A campaign at a glance: its overview, and its tasks as one picture for a wall."""

from collections.abc import Sequence

from flask import render_template
from flask.typing import ResponseReturnValue

from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.gate import db, guard, may, today
from campaign.overview import model
from campaign.overview.rules import answers, attention, timeline
from campaign.overview.rules.attention import Duty, Event
from campaign.overview.rules.timeline_lanes import WALL
from campaign.overview.views.frame import bp
from campaign.overview.views.news import news_since
from campaign.overview.views.reading import known_duties, paper_needs
from campaign.people.model import days_off_for
from campaign.tasks.rules.weeks import week_of
from campaign.workdays import DaysOff, previous_working_day, years_around

P = Permission


@bp.get("/campaigns/<code>")
@guard(P.CAMPAIGN_READ)
def show_campaign(campaign: Campaign) -> ResponseReturnValue:
    duties = known_duties([campaign.id])
    events = model.events(db(), [campaign.id])
    papers = model.papers(db(), [campaign.id]) if may(P.DOCUMENT_READ) else None
    days_off = _days_off(campaign, duties, events)
    monday, sunday = week_of(today())
    return render_template(
        "overview/campaign.html",
        campaign=campaign,
        needs=attention.merged(
            attention.duty_needs(duties, today()),
            attention.answer_needs(duties) if may(P.TASK_CONFIRM) else [],
            paper_needs(papers or []),
            attention.event_needs(events, today()),
        ),
        progress=attention.progress(duties, today()),
        by_unit=attention.by_unit(duties, today()),
        timelines=timeline.draw(duties, _calendar(events, days_off)),
        week=attention.due_in(duties, monday, sunday),
        papers=papers,
        guests=model.guests(db(), campaign.id) if may(P.DELEGATE_READ) else None,
        programme=model.programme_size(db(), campaign.id),
        **(_answers(campaign, duties, days_off) if may(P.TASK_READ) else {}),
    )


@bp.get("/campaigns/<code>/tasks/timeline")
@guard(P.TASK_READ)
def show_timeline(campaign: Campaign) -> ResponseReturnValue:
    """The tasks as pictures that fill a projector or sheets of A4, with nothing round them."""
    duties = known_duties([campaign.id])
    events = model.events(db(), [campaign.id])
    calendar = _calendar(events, _days_off(campaign, duties, events))
    return render_template(
        "overview/timeline.html",
        campaign=campaign,
        timelines=timeline.draw(duties, calendar, WALL),
        undated=sum(duty.deadline is None for duty in duties),
    )


def _answers(campaign: Campaign, duties: Sequence[Duty], days_off: DaysOff) -> dict[str, object]:
    """Are we on time, who is stuck, what is new since the last working day; four queries at most."""
    since = previous_working_day(today(), days_off)
    news, others = news_since(campaign, since, {duty.id for duty in duties}, with_history=may(P.HISTORY_READ))
    heard = model.heard(db(), campaign.id)
    return {
        "verdict": answers.verdict(duties, today()),
        "stuck": answers.stuck(duties, heard, today(), days_off),
        "since": since,
        "news": news,
        "others": others,
    }


def _days_off(campaign: Campaign, duties: Sequence[Duty], events: Sequence[Event]) -> DaysOff:
    """The office's days off for as long as the campaign lasts; one query."""
    days = [day for duty in duties for day in (duty.given_on, duty.deadline, duty.done_on) if day]
    days += [event.starts_at.date() for event in events]
    return days_off_for(db(), campaign.agency_id, years_around([*days, today()]))


def _calendar(events: Sequence[Event], days_off: DaysOff) -> timeline.Calendar:
    return timeline.Calendar(today(), [event.starts_at.date() for event in events], days_off)
