"""Changes of agencies, signers, units and users. Every function checks the rules, writes rows and history, flushes."""

from campaign.people.actions.agencies import (
    create_agency,
    create_signer,
    delete_signer,
    move_signer,
    update_agency,
    update_signer,
)
from campaign.people.actions.passwords import authenticate, change_password, new_password, set_password
from campaign.people.actions.units import (
    create_unit,
    create_usual_units,
    delete_unit,
    move_unit,
    update_unit,
)
from campaign.people.actions.users import create_user, units_in_sight, update_user, users_of

__all__ = [
    "authenticate",
    "change_password",
    "create_agency",
    "create_signer",
    "create_unit",
    "create_user",
    "create_usual_units",
    "delete_signer",
    "delete_unit",
    "move_signer",
    "move_unit",
    "new_password",
    "set_password",
    "units_in_sight",
    "update_agency",
    "update_signer",
    "update_unit",
    "update_user",
    "users_of",
]
