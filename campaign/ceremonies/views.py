"""Pages of ceremonies."""

from flask import Blueprint

bp = Blueprint("ceremonies", __name__)
