"""The blueprint of delegates, and what several of its pages read."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, request, url_for

from campaign.campaigns.model import Campaign
from campaign.delegates import rules
from campaign.delegates.model import Delegate, DelegateGroup, groups_of, of_campaign
from campaign.gate import db, fetch
from campaign.vietnamese import matches

bp = Blueprint("delegates", __name__, url_prefix="/campaigns/<code>/delegates")


def roll(campaign: Campaign) -> dict[str, Any]:
    """The list as the pages show it: groups with their rows, numbers through all groups, totals; ?q= narrows the rows."""
    everyone = of_campaign(db(), campaign.id)
    query = request.args.get("q", "")
    shown = [row for row in everyone if matches(query, _words(row))]
    groups = groups_of(db(), campaign.id)
    return {
        "campaign": campaign,
        "groups": groups,
        "rows": {group.id: [row for row in shown if row.group_id == group.id] for group in groups},
        "totals": {
            group.id: _totals([row for row in everyone if row.group_id == group.id]) for group in groups
        },
        "numbers": {row.id: number for number, row in enumerate(everyone, start=1)},
        "all": _totals(everyone),
        "found": len(shown),
        "query": query,
    }


def delegate_in(campaign: Campaign, delegate_id: int, *, put_away: bool = False) -> Delegate:
    """The delegate of that id in one of the campaign's groups, deleted ones only with `put_away`; 404 otherwise."""
    delegate = fetch(Delegate, delegate_id, **({} if put_away else {"deleted_at": None}))
    fetch(DelegateGroup, delegate.group_id, campaign_id=campaign.id)
    return delegate


def list_at(campaign: Campaign, anchor: str | None = None) -> str:
    """Address of the list, at that row."""
    return url_for(".list_delegates", code=campaign.code, _anchor=anchor)


def _totals(rows: Sequence[Delegate]) -> rules.Totals:
    return rules.totals([(row.headcount, row.attended) for row in rows])


def _words(row: Delegate) -> str:
    return " ".join(filter(None, (row.title, row.honorific, row.person, row.unit_name, row.note)))
