"""Pages of delegates."""

from flask import Blueprint

bp = Blueprint("delegates", __name__)
