"""Pages of people, one module per noun."""

from campaign.people.views import account, agencies, days_off, signers, units, users
from campaign.people.views.blueprint import SIGN_IN_LIMIT, bp

__all__ = ["SIGN_IN_LIMIT", "account", "agencies", "bp", "days_off", "signers", "units", "users"]
