"""Pages of people, one module per noun."""

from campaign.people.views import account, agencies, signers, units, users
from campaign.people.views.blueprint import SIGN_IN_LIMIT, bp

__all__ = ["SIGN_IN_LIMIT", "account", "agencies", "bp", "signers", "units", "users"]
