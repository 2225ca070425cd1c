"""A document as it was handed in, kept byte for byte."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete
from sqlalchemy.orm import Session

from campaign.errors import Problem, Refused
from campaign.people.model import User
from campaign.reading.model import NOT_TAKEN_KEPT, ReadDocument, same_of
from campaign.reading.rules.taking import phrases
from campaign.vietnamese import clean

_NAME_LIMIT = 200


def keep_document(
    session: Session, agency_id: int, by: User, name: str, data: bytes, at: datetime
) -> tuple[ReadDocument, bool]:
    """Keep what was handed in, once for an office, and tell whether it was there: the same bytes are the same reading.

    What nobody took within a month goes.
    """
    stale = (ReadDocument.taken_at.is_(None), ReadDocument.made_at < at - NOT_TAKEN_KEPT)
    session.execute(delete(ReadDocument).where(*stale))
    digest = sha256(data).hexdigest()
    same = same_of(session, agency_id, digest)
    if same is not None:
        return same, True
    return _kept(session, agency_id, by, (clean(name)[:_NAME_LIMIT], digest, data), at), False


def keep_once_more(session: Session, reading: ReadDocument, by: User, at: datetime) -> ReadDocument:
    """A second reading of a document that was taken already, to be taken anew."""
    return _kept(session, reading.agency_id, by, (reading.name, reading.digest, reading.data), at)


def forget_document(session: Session, reading: ReadDocument, by: User) -> None:
    """Let go of what was only looked at; Refused when it was taken."""
    if reading.taken_at is not None:
        raise Refused(Problem("", phrases.TAKEN_ALREADY))
    session.delete(reading)
    session.flush()


def _kept(
    session: Session, agency_id: int, by: User, file: tuple[str, str, bytes], at: datetime
) -> ReadDocument:
    name, digest, data = file
    reading = ReadDocument(
        agency_id=agency_id, user_id=by.id, name=name, digest=digest, data=data, made_at=at
    )
    session.add(reading)
    session.flush()
    return reading
