"""What the pages of reading share: their blueprint, a reading of the viewer's office, a document understood."""

from functools import lru_cache

from flask import Blueprint, abort

from campaign.gate import LARGEST_ID, db, me
from campaign.reading.model import ReadDocument
from campaign.reading.rules.plan import ReadPlan
from campaign.reading.rules.source import Source

bp = Blueprint("reading", __name__, url_prefix="/read")


def reading_at(read_id: int) -> ReadDocument:
    """The reading with that id, of the viewer's office; 404 otherwise."""
    reading = db().get(ReadDocument, read_id) if read_id <= LARGEST_ID else None
    if reading is None or me().agency_id not in (None, reading.agency_id):
        abort(404)
    return reading


@lru_cache(maxsize=4)  # looked at, put right and taken within minutes; a long document takes seconds to read
def understood(data: bytes, name: str) -> tuple[Source, ReadPlan]:
    """The clean source in a file's bytes and what it says; Refused when it is no document. Neither is ever changed."""
    from campaign.files import word_reader  # noqa: PLC0415 - slow import, not paid at start-up
    from campaign.reading.rules.cleaning import clean  # noqa: PLC0415 - so many patterns, too
    from campaign.reading.rules.understanding import understand  # noqa: PLC0415

    source = clean(word_reader.read(data, name))
    return source, understand(source)
