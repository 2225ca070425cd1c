"""Pages of overview."""

from flask import Blueprint

bp = Blueprint("overview", __name__)


def navigation() -> dict[str, object]:
    return {}
