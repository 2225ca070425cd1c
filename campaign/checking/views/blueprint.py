"""The blueprint of the format check, and the words its templates ask for."""

from flask import Blueprint

from campaign.checking.phrases import Severity
from campaign.checking.rules import telling
from campaign.vietnamese import capitalise_first

bp = Blueprint("checking", __name__)


@bp.context_processor
def _words() -> dict[str, object]:
    return {"telling": telling, "severities": Severity, "sentence": capitalise_first}
