"""The blueprint all pages of packets stand on."""

from flask import Blueprint

bp = Blueprint("packets", __name__)
GUESS_LIMIT = "30 per minute"  # links that open nothing, from one address
