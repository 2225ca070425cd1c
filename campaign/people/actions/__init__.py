"""Changes of agencies, signers, units, users and days off. Every function checks the rules, writes rows and history, flushes."""

from campaign.people.actions.agencies import (
    create_agency,
    create_signer,
    delete_signer,
    move_signer,
    update_agency,
    update_signer,
)
from campaign.people.actions.days_off import (
    confirm_year,
    create_days_off,
    delete_day_off,
    update_day_off,
    update_due_shift,
)
from campaign.people.actions.passwords import authenticate, change_password, new_password, set_password
from campaign.people.actions.units import (
    create_unit,
    create_usual_units,
    delete_unit,
    move_unit,
    update_unit,
)
from campaign.people.actions.users import create_user, update_user

__all__ = [
    "authenticate",
    "change_password",
    "confirm_year",
    "create_agency",
    "create_days_off",
    "create_signer",
    "create_unit",
    "create_user",
    "create_usual_units",
    "delete_day_off",
    "delete_signer",
    "delete_unit",
    "move_signer",
    "move_unit",
    "new_password",
    "set_password",
    "update_agency",
    "update_day_off",
    "update_due_shift",
    "update_signer",
    "update_unit",
    "update_user",
]
