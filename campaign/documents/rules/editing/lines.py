"""Kính gửi and Nơi nhận as people type them: one line a place, a note in brackets at its end."""

import re
from collections.abc import Iterable

from campaign.documents.rules.editing.drafts import RecipientDraft
from campaign.vietnamese import clean

_LEAD = re.compile(r"^(?:[-–—•*+]\s*)+")
_STOPS = " ;.,"
_NOTE = re.compile(r"^(?P<name>.+?)\s*\((?P<note>[^()]{1,40})\)$")


def read_addressees(text: str) -> list[str]:
    """The places of Kính gửi, without list dashes and stops; empty lines are passed over."""
    return [line for typed in text.splitlines() if (line := _bare(typed))]


def read_recipients(text: str) -> list[RecipientDraft]:
    """The lines of Nơi nhận: "Sở Nội vụ (b/c);" is Sở Nội vụ with the note b/c."""
    return [_recipient(line) for line in read_addressees(text)]


def write_recipients(recipients: Iterable[tuple[str, str | None]]) -> str:
    """The textarea's text of (name, note) rows; `read_recipients` reads it back."""
    return "\n".join(f"{name} ({note})" if note else name for name, note in recipients)


def _bare(line: str) -> str:
    return _LEAD.sub("", clean(line)).strip(_STOPS)


def _recipient(line: str) -> RecipientDraft:
    """Notes are short and small (b/c, t/h, để báo cáo); a bracket that starts with a capital belongs to the name."""
    found = _NOTE.match(line)
    if found is None or found["note"][0].isupper():
        return RecipientDraft(line)
    return RecipientDraft(found["name"], found["note"].strip())
