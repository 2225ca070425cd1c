"""Signing in and out, the limit on guessing, and one's own password."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.app import create_app
from campaign.config import Config
from campaign.history.model import Entry
from campaign.people import actions
from campaign.people.model import User
from tests.conftest import Cast

PASSWORD = "bình minh trên đồi"
SignIn = Callable[[User], FlaskClient]


@pytest.fixture
def drafter(office: Cast, look: Callable[[], Session]) -> User:
    """The drafter, with a password that works."""
    with look() as session:
        user = session.get_one(User, office.drafter.id)
        actions.set_password(session, user, PASSWORD, office.admin)
        session.commit()
        return user


def credentials(user: User, **more: str) -> dict[str, str]:
    return {"email": user.email, "password": PASSWORD, **more}


def test_one_signs_in_and_goes_where_one_wanted(
    app: Flask, drafter: User, look: Callable[[], Session]
) -> None:
    client = app.test_client()
    asked = client.get("/units?q=doan")
    assert asked.status_code == 302
    answer = client.post(asked.location, data=credentials(drafter))
    assert (answer.status_code, answer.location) == (303, "/units?q=doan")
    assert client.get("/units").status_code == 200
    assert look().scalars(select(Entry.by).where(Entry.verb == "sign_in")).all() == [drafter.full_name]


@pytest.mark.parametrize("onward", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_a_foreign_address_is_not_followed(app: Flask, drafter: User, onward: str) -> None:
    answer = app.test_client().post("/sign-in", query_string={"next": onward}, data=credentials(drafter))
    assert answer.status_code == 303
    assert "evil" not in answer.location


def test_a_wrong_password_and_an_unknown_address_read_the_same(app: Flask, drafter: User) -> None:
    client = app.test_client()
    for data in (credentials(drafter, password="sai mật khẩu rồi"), credentials(drafter, email="ai@x.vn")):
        answer = client.post("/sign-in", data=data)
        assert answer.status_code == 422
        assert "Thư điện tử hoặc mật khẩu không đúng." in answer.text
        assert data["email"] in answer.text
        assert data["password"] not in answer.text


def test_empty_fields_are_asked_for(app: Flask) -> None:
    answer = app.test_client().post("/sign-in", data={})
    assert answer.status_code == 422
    assert answer.text.count("Cần điền mục này.") == 2


def test_somebody_signed_in_does_not_sign_in_again(drafter: User, sign_in: SignIn) -> None:
    assert sign_in(drafter).get("/sign-in").status_code == 302


def test_the_remembering_cookie_is_kept_from_scripts_and_goes_on_signing_out(
    app: Flask, drafter: User
) -> None:
    client = app.test_client()
    client.post("/sign-in", data=credentials(drafter, remember="y"))
    cookie = client.get_cookie("remember_token")
    assert cookie is not None
    assert (cookie.http_only, cookie.same_site) == (True, "Lax")
    client.delete_cookie("session")
    assert client.get("/units").status_code == 200
    client.post("/sign-out")
    assert client.get_cookie("remember_token") is None
    assert client.get("/units").status_code == 302


def test_signing_out_is_a_post(drafter: User, sign_in: SignIn) -> None:
    client = sign_in(drafter)
    assert client.get("/sign-out").status_code == 405
    assert "Đã đăng xuất." in client.post("/sign-out", follow_redirects=True).text
    assert client.get("/units").status_code == 302


# ---------------------------------------------------------------- the limit


@pytest.fixture
def guarded(tmp_path: Path, app: Flask) -> Iterator[Flask]:
    """A second application on the same database, with its limit on and served behind HTTPS."""
    config = Config(
        home=tmp_path, database_url=f"sqlite:///{tmp_path / 'web.db'}", secret_key="test", host="127.0.0.1", port=8000,
        https=True, today="",
    )  # fmt: skip
    guarded = create_app(config)
    guarded.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    yield guarded
    guarded.extensions["engine"].dispose()


def test_guessing_is_stopped_with_a_page_in_vietnamese(guarded: Flask, drafter: User) -> None:
    client = guarded.test_client()
    answers = [client.post("/sign-in", data={"email": "ai@x.vn"}).status_code for _ in range(11)]
    assert answers == [422] * 10 + [429]
    stopped = client.post("/sign-in", data=credentials(drafter))
    assert stopped.status_code == 429
    assert "Xin chờ một chút" in stopped.text
    assert client.get("/sign-in").status_code == 200


def test_an_office_behind_one_address_signs_in_freely(guarded: Flask, drafter: User) -> None:
    for _ in range(12):
        assert guarded.test_client().post("/sign-in", data=credentials(drafter)).status_code == 303


def test_the_limit_is_on_signing_in_only(guarded: Flask, drafter: User) -> None:
    client = guarded.test_client()
    for _ in range(12):
        assert client.post("/sign-out").status_code == 303
    assert client.post("/units/new", data={}).status_code == 302


def test_behind_https_the_remembering_cookie_is_secure(guarded: Flask, drafter: User) -> None:
    answer = guarded.test_client().post("/sign-in", data=credentials(drafter, remember="y"))
    cookies = answer.headers.getlist("Set-Cookie")
    assert any(cookie.startswith("remember_token=") and "Secure" in cookie for cookie in cookies)


# ---------------------------------------------------------------- one's own password


def change(**more: str) -> dict[str, str]:
    return {"current": PASSWORD, "new": "mật khẩu mới tinh", "again": "mật khẩu mới tinh", **more}


def test_changing_ones_password_keeps_this_session_and_ends_the_others(
    drafter: User, sign_in: SignIn
) -> None:
    here, elsewhere = sign_in(drafter), sign_in(drafter)
    answer = here.post("/account", data=change(), follow_redirects=True)
    assert "Đã đổi mật khẩu." in answer.text
    assert here.get("/units").status_code == 200
    assert elsewhere.get("/units").status_code == 302


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"current": "đoán mò thôi mà"}, "Mật khẩu hiện tại không đúng."),
        ({"new": "ngắn", "again": "ngắn"}, "Mật khẩu cần ít nhất 10 ký tự (đang là 4)."),
        ({"again": "mật khẩu khác hẳn"}, "Hai lần gõ mật khẩu mới không giống nhau."),
        ({"new": PASSWORD, "again": PASSWORD}, "Mật khẩu mới phải khác mật khẩu hiện tại."),
        ({"new": "drafter@binh-an.example", "again": "drafter@binh-an.example"}, "không được trùng địa chỉ"),
    ],
)
def test_a_refused_change_says_why_and_keeps_the_old_password(
    drafter: User, sign_in: SignIn, look: Callable[[], Session], typed: dict[str, str], sentence: str
) -> None:
    answer = sign_in(drafter).post("/account", data=change(**typed))
    assert answer.status_code == 422
    assert sentence in answer.text
    with look() as session:
        assert actions.authenticate(session, drafter.email, PASSWORD) is not None


def test_everybody_has_an_account_page(office: Cast, sign_in: SignIn) -> None:
    for user in (office.member, office.reception, office.admin):
        assert user.email in sign_in(user).get("/account").text
