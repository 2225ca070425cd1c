"""Pages of the outbox through the door."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.db import utc_now
from campaign.files.mail import Answer, Outcome
from campaign.glossary import MessageState
from campaign.mailing import actions
from campaign.mailing.model import Message
from campaign.mailing.rules import MessageDraft
from campaign.mailing.views import PER_PAGE
from campaign.people.model import User
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
S = MessageState
FAILED = Answer(Outcome.REFUSED, "Máy chủ thư trả lời: 550 no such user.")
UNSURE = Answer(Outcome.UNSURE, "Không rõ đã nhận hay chưa.")


@dataclass
class Outbox:
    """Writes messages into the application's database, committed."""

    app: Flask
    office: Cast

    def write(self, key: str, answer: Answer | None = None, **more: object) -> Message:
        values = {
            "agency_id": self.office.agency.id, "key": key, "to_name": "Phòng Văn hóa", "to_address": "vhxh@binh-an.example",
            "subject": f"Nhắc việc {key}", "body": f"Nội dung {key}", "urgent": True,
            "campaign_id": self.office.campaign.id,
        }  # fmt: skip
        with self.app.extensions["sessions"]["writing"]() as session:
            message = actions.enqueue(session, MessageDraft(**{**values, **more}))  # type: ignore[arg-type]
            assert message is not None
            if answer:
                claimed = actions.claim(session, utc_now())
                assert claimed is message
                actions.record(session, message, answer, utc_now())
            session.commit()
            session.refresh(message)
        return message


@pytest.fixture
def outbox(app: Flask, office: Cast) -> Outbox:
    return Outbox(app, office)


def state_of(look: Look, message: Message) -> MessageState:
    return look().get_one(Message, message.id).state


# ---------------------------------------------------------------- reading


def test_the_list_says_of_each_message_to_whom_what_and_why_not(
    office: Cast, sign_in: SignIn, outbox: Outbox
) -> None:
    outbox.write("một", FAILED)
    outbox.write("hai")
    page = sign_in(office.leader).get("/mail").text
    for words in (
        "Nhắc việc một",
        "Phòng Văn hóa",
        "vhxh@binh-an.example",
        "550 no such user",
        "Không gửi được",
        "Đang chờ",
        office.campaign.title,
    ):
        assert words in page


def test_a_message_is_read_whole(office: Cast, sign_in: SignIn, outbox: Outbox) -> None:
    message = outbox.write("một", body="Dòng một\n\nDòng <hai>")
    page = sign_in(office.clerk).get(f"/mail/{message.id}").text
    assert "Dòng một\n\nDòng &lt;hai&gt;" in page


def test_the_list_is_narrowed_by_words_state_and_campaign(
    office: Cast, sign_in: SignIn, outbox: Outbox
) -> None:
    outbox.write("đại biểu", FAILED)
    outbox.write("băng rôn")
    outbox.write("riêng", campaign_id=None)
    client = sign_in(office.drafter)
    for query, kept in (
        ("q=dai+bieu", {"đại biểu"}),
        ("q=vhxh%40binh", {"đại biểu", "băng rôn", "riêng"}),
        ("state=failed", {"đại biểu"}),
        (f"campaign={office.campaign.id}", {"đại biểu", "băng rôn"}),
        ("q=b%25ng", set()),
        ("state=odd&campaign=odd", {"đại biểu", "băng rôn", "riêng"}),
    ):
        page = client.get(f"/mail?{query}").text
        assert {key for key in ("đại biểu", "băng rôn", "riêng") if f"Nhắc việc {key}" in page} == kept, query


def test_the_empty_outbox_says_what_will_stand_here(office: Cast, sign_in: SignIn) -> None:
    assert "Chưa có thư nào" in sign_in(office.drafter).get("/mail").text


def test_without_a_mail_server_the_page_says_so(
    app: Flask, office: Cast, sign_in: SignIn, outbox: Outbox
) -> None:
    message = outbox.write("một")
    client = sign_in(office.drafter)
    for address in ("/mail", f"/mail/{message.id}"):
        assert "Chưa có máy chủ thư" in client.get(address).text
    app.config["MAIL_SERVER"] = "smtp.example"
    for address in ("/mail", f"/mail/{message.id}"):
        assert "Chưa có máy chủ thư" not in client.get(address).text


def test_a_long_outbox_has_pages_that_keep_the_filter(office: Cast, sign_in: SignIn, outbox: Outbox) -> None:
    for number in range(PER_PAGE + 1):
        outbox.write(f"số {number}")
    client = sign_in(office.drafter)
    first, second = (client.get(f"/mail?state=waiting&trang={page}").text for page in (1, 2))
    assert f"Nhắc việc số {PER_PAGE}<" in first
    assert "Nhắc việc số 0<" not in first
    assert "Nhắc việc số 0<" in second
    assert "state=waiting&amp;trang=2" in first
    assert (
        client.get("/mail?trang=-3").status_code
        == client.get("/mail?trang=99999999999999999999").status_code
        == 200
    )


def test_messages_of_a_deleted_campaign_say_that_they_stay(
    app: Flask, office: Cast, sign_in: SignIn, outbox: Outbox
) -> None:
    message = outbox.write("một")
    with app.extensions["sessions"]["writing"]() as session:
        session.get_one(type(office.campaign), office.campaign.id).deleted_at = utc_now()
        session.commit()
    client = sign_in(office.drafter)
    assert "thư không đi" in client.get("/mail").text
    assert "thư không đi" in client.get(f"/mail/{message.id}").text


# ---------------------------------------------------------------- deciding


def test_a_failed_message_is_sent_again_to_the_right_address(
    office: Cast, sign_in: SignIn, outbox: Outbox, look: Look
) -> None:
    message = outbox.write("một", FAILED)
    form = {"version": message.version, "to_address": "Moi@binh-an.example"}
    answer = sign_in(office.drafter).post(f"/mail/{message.id}/resend?state=failed", data=form)
    assert (answer.status_code, answer.location) == (303, "/mail?state=failed")
    again = look().get_one(Message, message.id)
    assert (again.state, again.to_address) == (S.WAITING, "moi@binh-an.example")


def test_a_wrong_address_comes_back_as_typed(
    office: Cast, sign_in: SignIn, outbox: Outbox, look: Look
) -> None:
    message = outbox.write("một", FAILED)
    client = sign_in(office.drafter)
    for typed in ("không phải thư", "hoà@xa.example"):
        form = {"version": message.version, "to_address": typed}
        answer = client.post(f"/mail/{message.id}/resend", data=form)
        assert answer.status_code == 422
        assert f'value="{typed}"' in answer.text
        assert "không phải địa chỉ" in answer.text
    assert state_of(look, message) is S.FAILED


def test_sending_again_from_an_old_page_is_a_conflict(
    office: Cast, sign_in: SignIn, outbox: Outbox, look: Look
) -> None:
    message = outbox.write("một", FAILED)
    form = {"version": message.version - 1, "to_address": "moi@binh-an.example"}
    answer = sign_in(office.drafter).post(f"/mail/{message.id}/resend", data=form)
    assert answer.status_code == 409
    assert "moi@binh-an.example" in answer.text
    assert state_of(look, message) is S.FAILED


def test_what_has_gone_meanwhile_is_not_sent_again(office: Cast, sign_in: SignIn, outbox: Outbox) -> None:
    message = outbox.write("một", Answer(Outcome.SENT))
    form = {"version": message.version, "to_address": "moi@binh-an.example"}
    answer = sign_in(office.drafter).post(f"/mail/{message.id}/resend", data=form)
    assert answer.status_code == 422
    assert "nên không gửi lại" in answer.text


def test_a_waiting_message_is_called_off_and_one_in_doubt_settled(
    office: Cast, sign_in: SignIn, outbox: Outbox, look: Look
) -> None:
    waiting, doubtful = None, outbox.write("hai", UNSURE)
    waiting = outbox.write("một")
    client = sign_in(office.drafter)
    assert "Người nhận đã có thư" in client.get(f"/mail/{doubtful.id}").text
    client.post(f"/mail/{waiting.id}/cancel", data={"version": waiting.version})
    client.post(f"/mail/{doubtful.id}/settle", data={"version": doubtful.version})
    assert (state_of(look, waiting), state_of(look, doubtful)) == (S.CANCELLED, S.SENT)


def test_a_stale_button_changes_nothing(office: Cast, sign_in: SignIn, outbox: Outbox, look: Look) -> None:
    message = outbox.write("một")
    answer = sign_in(office.drafter).post(
        f"/mail/{message.id}/cancel", data={"version": message.version + 1}, follow_redirects=True
    )
    assert "Người khác vừa sửa" in answer.text
    assert state_of(look, message) is S.WAITING


# ---------------------------------------------------------------- who may


def test_a_stranger_finds_nothing(office: Cast, sign_in: SignIn, outbox: Outbox) -> None:
    message = outbox.write("một")
    client = sign_in(office.stranger)
    assert "Nhắc việc một" not in client.get("/mail").text
    assert client.get(f"/mail/{message.id}").status_code == 404
    for button in ("resend", "cancel", "settle"):
        assert client.post(f"/mail/{message.id}/{button}", data={"version": 1}).status_code == 404


def test_readers_have_no_buttons_and_members_no_page(
    office: Cast, sign_in: SignIn, outbox: Outbox, look: Look
) -> None:
    message = outbox.write("một", FAILED)
    client = sign_in(office.leader)
    for address in ("/mail", f"/mail/{message.id}"):
        assert "/resend" not in client.get(address).text
    assert client.post(f"/mail/{message.id}/resend", data={"version": message.version}).status_code == 403
    assert sign_in(office.member).get("/mail").status_code == 403


def test_an_administrator_of_every_office_sees_every_message(
    office: Cast, sign_in: SignIn, outbox: Outbox
) -> None:
    outbox.write("một", agency_id=office.other_agency.id, campaign_id=None)
    assert "Nhắc việc một" in sign_in(office.admin).get("/mail").text


def test_the_navigation_leads_here(office: Cast, sign_in: SignIn) -> None:
    page = sign_in(office.clerk).get("/mail").text
    assert 'href="/mail" aria-current="page"' in page
    assert 'href="/mail"' not in sign_in(office.member).get("/").text


def test_the_list_asks_as_often_for_three_messages_as_for_one(
    office: Cast, sign_in: SignIn, outbox: Outbox, queries: list[str]
) -> None:
    client = sign_in(office.drafter)
    outbox.write("một")
    client.get("/mail")
    queries.clear()
    client.get("/mail")
    assert len(queries) == 7
    for key in ("hai", "ba"):
        outbox.write(key)
    queries.clear()
    client.get("/mail")
    assert len(queries) == 7


def test_a_decision_is_in_the_history(office: Cast, sign_in: SignIn, outbox: Outbox, look: Look) -> None:
    message = outbox.write("một")
    sign_in(office.drafter).post(f"/mail/{message.id}/cancel", data={"version": message.version})
    assert look().scalar(select(Message.state)) is S.CANCELLED
    page = sign_in(office.drafter).get("/campaigns/ngay-khong-hen/history").text
    assert "Nhắc việc một" in page
    assert "thư đi" in page
    assert "Đã hủy" in page
