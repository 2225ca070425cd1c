"""What stands around every page: the navigation, a campaign's tabs, the ceremony its header counts down to."""

from flask import Blueprint, request, url_for
from flask_login import current_user

from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import Ceremony
from campaign.ceremonies.model import of_campaign as ceremonies_of
from campaign.ceremonies.rules import main_ceremony
from campaign.gate import db, may, me, today
from campaign.overview import phrases
from campaign.people.model import Agency

bp = Blueprint("overview", __name__)

P = Permission
# label, endpoint, icon, permission, draws a line above
NAVIGATION = (
    (phrases.NAV_HOME, "overview.show_home", "home", P.HOME_READ, False),
    (phrases.NAV_CAMPAIGNS, "campaigns.list_campaigns", "flag", P.CAMPAIGN_READ, False),
    (phrases.NAV_UNITS, "people.list_units", "users", P.DIRECTORY_READ, False),
    (phrases.NAV_MAIL, "mailing.list_messages", "mail", P.MAIL_READ, False),
    (phrases.NAV_READ, "reading.hand_in", "file-search", P.READING_EDIT, False),
    (phrases.NAV_CHECK, "checking.check_file", "file-check", P.DOCUMENT_READ, False),
    (phrases.NAV_AGENCIES, "people.list_agencies", "landmark", P.AGENCY_EDIT, True),
    (phrases.NAV_USERS, "people.list_users", "user-check", P.USER_EDIT, False),
)
# label, endpoint, permission
TABS = (
    (phrases.TAB_OVERVIEW, "overview.show_campaign", P.CAMPAIGN_READ),
    (phrases.TAB_DOCUMENTS, "documents.list_documents", P.DOCUMENT_READ),
    (phrases.TAB_TASKS, "tasks.list_tasks", P.TASK_READ),
    (phrases.TAB_DELEGATES, "delegates.list_delegates", P.DELEGATE_READ),
    (phrases.TAB_CEREMONIES, "ceremonies.show_ceremonies", P.CEREMONY_READ),
    (phrases.TAB_PUBLICITY, "publicity.list_activities", P.PUBLICITY_READ),
    (phrases.TAB_SERVICE_DAYS, "service_days.list_service_days", P.SERVICE_DAY_READ),
    (phrases.TAB_HISTORY, "overview.show_history", P.HISTORY_READ),
)
# Slices without a tab of their own and pages under another's tab, and the slice they belong under.
HOSTS = {
    "documents.show_progress": "tasks",
    "packets": "tasks",
    "invitations": "delegates",
    "schedule": "ceremonies",
    "dossier": "documents",
    "checking": "documents",
    "blueprints": "tasks",
    "rescheduling": "ceremonies",
}
# Of the office's own pages, the words in whose names they belong to an entry of the navigation.
PEOPLE = {
    "people.list_units": ("unit", "days_off", "day_off", "due_shift", "blueprints."),
    "people.list_agencies": ("agency", "agencies", "signer", "letterhead"),
    "people.list_users": ("user",),
}


def navigation() -> dict[str, object]:
    """What layout.html draws around a page; for somebody not signed in only the way home."""
    home = url_for("overview.show_home")
    if not current_user.is_authenticated:
        return {"home_url": home}
    agency = db().get(Agency, me().agency_id) if me().agency_id else None
    return {
        "home_url": home,
        "nav": [_entry(*row) for row in NAVIGATION if may(row[3])],
        "office": agency.name if agency else phrases.EVERY_OFFICE,
        "viewer": {"name": me().full_name, "role": me().position or me().role.label},
        "account_links": [{"label": phrases.NAV_ACCOUNT, "href": url_for("people.show_account")}],
        "sign_out_url": url_for("people.sign_out"),
    }


@bp.app_template_global("ceremony_of")
def ceremony_of(campaign: Campaign) -> Ceremony | None:
    """The ceremony a campaign's header counts down to; one query."""
    return main_ceremony(ceremonies_of(db(), campaign.id), today())


@bp.app_template_global("campaign_tabs")
def campaign_tabs(campaign: Campaign) -> list[dict[str, object]]:
    """The parts of a campaign the viewer may open, the one shown marked."""
    return [
        {"label": label, "href": url_for(endpoint, code=campaign.code), "current": _is_open(endpoint)}
        for label, endpoint, permission in TABS
        if may(permission)
    ]


def _entry(label: str, endpoint: str, icon: str, _permission: Permission, line: bool) -> dict[str, object]:
    in_campaign = "code" in (request.view_args or {})
    return {
        "label": label,
        "href": url_for(endpoint),
        "icon": icon,
        "current": endpoint == "campaigns.list_campaigns" if in_campaign else _is_open(endpoint),
        "starts_group": line,
    }


def _is_open(endpoint: str) -> bool:
    """Is that page shown, or one that belongs to it? Of overview each page stands for itself."""
    shown, slice_ = request.endpoint or "", endpoint.partition(".")[0]
    if shown == "campaigns.edit_campaign":
        return endpoint == "overview.show_campaign"
    if endpoint in PEOPLE:
        return any(word in shown for word in PEOPLE[endpoint])
    if shown == endpoint or slice_ == bp.name:
        return shown == endpoint
    return slice_ == HOSTS.get(shown, HOSTS.get(request.blueprint or "", request.blueprint))
