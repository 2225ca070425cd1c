"""Pages of people."""

from flask import Blueprint

bp = Blueprint("people", __name__)
SIGN_IN_LIMIT = "10 per minute"
