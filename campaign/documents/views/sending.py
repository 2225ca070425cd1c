"""Sending papers: what is made for a download, or a sentence and the way back where a Word template does not allow it."""

from collections.abc import Callable
from io import BytesIO

from flask import abort, flash, redirect, request
from flask.typing import ResponseReturnValue

from campaign.documents.papers import Handouts
from campaign.documents.rules.papers import Paper
from campaign.files.word_writer import MissingField, TemplateFault
from campaign.pages import send


def send_made(make: Callable[[], tuple[str, bytes]], back: str) -> ResponseReturnValue:
    """The file of that name and content; where a template is broken or asks for what is not there, back with the fault."""
    try:
        name, data = make()
    except (TemplateFault, MissingField) as fault:
        return instead(fault.message, back)
    return send(BytesIO(data), name)


def send_handout(handouts: Handouts, holder_id: int, back: str) -> ResponseReturnValue:
    """The paper of a unit or delegate as it was issued; ?today=1 as it would be today. 404 where there is none."""
    handout = handouts.of(holder_id) or abort(404)
    paper = (handout.today if _wants_today() else handout.paper) or abort(404)
    return send_made(lambda: (paper.file_name, handouts.write(paper)), back)


def send_handouts(
    handouts: Handouts, name: str, make: Callable[[list[Paper]], bytes], nothing: str, back: str
) -> ResponseReturnValue:
    """All of them, as send_handout, in the one file that `make` makes; back with `nothing` where there are none."""
    listed = handouts.papers(today=_wants_today())
    if not listed:
        return instead(nothing, back)
    return send_made(lambda: (name, make(listed)), back)


def instead(sentence: str, back: str) -> ResponseReturnValue:
    """Go back and say why there is no file."""
    flash(sentence, "error")
    return redirect(back, 303)


def _wants_today() -> bool:
    """Does the address ask for what is handed out as it would be today (?today=1), not as it was issued?"""
    return request.args.get("today") == "1"
