"""Pages of service_days."""

from flask import Blueprint

bp = Blueprint("service_days", __name__)
