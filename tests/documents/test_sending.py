"""No cache keeps a made file: who may read it can change, and so can what it says."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from campaign.delegates.actions import create_delegate, create_group
from campaign.delegates.rules import DelegateDraft, GroupDraft
from campaign.people.model import User
from tests.conftest import Cast

CAMPAIGN = "/campaigns/ngay-khong-hen"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("documents/script.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("invitations/all.zip", "application/zip"),
        ("invitations/all.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("calendar/ceremony.ics", "text/calendar"),
        ("dossier", "application/zip"),
    ],
)
def test_every_made_file_is_sent_with_no_store(
    app: Flask, office: Cast, sign_in: Callable[[User], FlaskClient], path: str, kind: str
) -> None:
    with app.extensions["sessions"]["writing"]() as session:
        group = create_group(session, office.campaign, GroupDraft("Khách mời"), office.drafter)
        create_delegate(session, office.campaign, DelegateDraft(group.id, "Công an xã"), office.drafter)
        session.commit()
    answer = sign_in(office.drafter).get(f"{CAMPAIGN}/{path}", buffered=True)
    assert (answer.status_code, answer.mimetype) == (200, kind)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"].startswith("attachment")
