"""The weekly progress report: its page, where week and unit are chosen, and the Word file."""

from dataclasses import dataclass
from datetime import date, datetime, time

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.config import share
from campaign.documents import papers, plan_reads
from campaign.documents.model import of_campaign
from campaign.documents.rules.plan import Plan, Unit
from campaign.documents.rules.progress import draw_progress
from campaign.documents.rules.weeks import Week, due_as_of, week_told
from campaign.documents.views.blueprint import bp
from campaign.documents.views.sending import send_made
from campaign.fields import read_id
from campaign.gate import OFFICE_ZONE, db, guard, me, today
from campaign.glossary import DocumentKind, Role
from campaign.tasks.model import due_before, said_of
from campaign.tasks.rules.weeks import WEEK, week_of

WEEKS_BACK = 12  # offered beside the week that is shown


@dataclass(frozen=True)
class _Shown:
    """What the address asks for: a week of a campaign, of one unit or of all."""

    plan: Plan
    week: Week
    unit: Unit | None


@bp.get("/progress")
@guard(Permission.TASK_READ)
def show_progress(campaign: Campaign) -> ResponseReturnValue:
    """The report as it will print; ?week= holds any day of it, ?unit= a unit (a unit's member has only its own)."""
    shown = _shown(campaign)
    monday, _ = week_of(today())
    mondays = {shown.week.first, *(monday - step * WEEK for step in range(WEEKS_BACK))}
    leads = {task.lead.id for task in shown.plan.tasks}
    return render_template(
        "documents/progress.html",
        campaign=campaign,
        week=shown.week,
        unit=shown.unit,
        weeks=[week_of(day) for day in sorted(mondays, reverse=True)],
        units=[] if _own() else [unit for unit in shown.plan.units if unit.id in leads],
    )


@bp.get("/progress.docx")
@guard(Permission.TASK_READ)
def download_progress(campaign: Campaign) -> ResponseReturnValue:
    """As show_progress, to sign: a draft without number and day."""
    shown = _shown(campaign)
    row = plan_reads.leading(of_campaign(db(), campaign.id), *plan_reads.MAIN)
    main = plan_reads.document_of(db(), row.id) if row else None
    blank = plan_reads.blank(db(), campaign, DocumentKind.REPORT, today().year)
    paper = draw_progress(shown.week, shown.plan, blank, main, shown.unit)
    back = url_for(".show_progress", code=campaign.code)
    return send_made(lambda: (paper.file_name, papers.write(paper, share("docx_templates"))), back)


def _shown(campaign: Campaign) -> _Shown:
    _, sunday = week_of(_day())
    ends = datetime.combine(sunday, time.max, OFFICE_ZONE)
    plan = due_as_of(plan_reads.plan_of(db(), campaign.id), due_before(db(), campaign.id, ends))
    unit_id = me().unit_id if _own() else read_id(request.args.get("unit", ""))
    unit = next((each for each in plan.units if each.id == unit_id), None)
    if unit is None and (unit_id is not None or _own()):
        abort(404)
    return _Shown(plan, week_told(plan, said_of(db(), campaign.id), _day(), today(), unit), unit)


def _own() -> bool:
    """Has the viewer only their unit's tasks to see?"""
    return me().role is Role.MEMBER


def _day() -> date:
    """The day the address names, else today; what is no day of a plausible year is left out."""
    try:
        day = date.fromisoformat(request.args.get("week", ""))
    except ValueError:
        return today()
    return day if abs((day - today()).days) <= 3660 else today()
