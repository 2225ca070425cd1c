"""The blueprint the pages of tasks hang on."""

from flask import Blueprint

bp = Blueprint("tasks", __name__, url_prefix="/campaigns/<code>/tasks")
