"""Which office a page of the directory is about."""

from flask import request

from campaign.fields import read_id
from campaign.gate import me, own_agency
from campaign.people.model import Agency


def chosen_agency(otherwise: int | None = None) -> Agency | None:
    """One's own agency; an administrator of all names one in the address, or sees `otherwise`."""
    agency_id = me().agency_id or read_id(request.args.get("agency")) or otherwise
    return own_agency(agency_id) if agency_id is not None else None
