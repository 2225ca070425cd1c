"""The blueprint all pages of people stand on."""

from flask import Blueprint

bp = Blueprint("people", __name__)
SIGN_IN_LIMIT = "10 per minute"  # refused attempts from one address
