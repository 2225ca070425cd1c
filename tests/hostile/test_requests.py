"""Requests as browsers, proxies and attackers send them: tokens, methods, sizes, where a sign-in leads, headers."""

import re
from collections.abc import Callable
from random import Random
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient

from campaign.people.model import User
from tests.hostile.stage import Stage, form_at, pages

Enter = Callable[[User], FlaskClient]
HOSTS = ("//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "javascript:alert(1)", "///evil.example",
         "/%2f/evil.example\r\nSet-Cookie: a=b", "http:evil.example")  # fmt: skip


def test_a_post_without_its_token_gives_the_text_back_but_no_password(stage: Stage) -> None:
    stage.app.config["WTF_CSRF_ENABLED"] = True
    try:
        answer = stage.client.post(
            f"/campaigns/{stage.values['code']}/tasks/new", data={"text": "Việc dài <x>"}
        )
        sign_in = stage.client.post("/sign-in", data={"email": "a@b.example", "password": "mật khẩu dài"})
    finally:
        stage.app.config["WTF_CSRF_ENABLED"] = False
    assert answer.status_code == 400
    assert "Việc dài &lt;x&gt;</textarea>" in answer.text
    assert sign_in.status_code == 400
    assert "mật khẩu dài" not in sign_in.text
    assert stage.database.rows() == stage.database.seen


def test_too_large_a_body_is_refused_with_a_page(stage: Stage) -> None:
    answer = stage.client.post(
        f"/campaigns/{stage.values['code']}/tasks/new", data={"text": "a" * 11_000_000}
    )
    assert answer.status_code == 413
    assert "<h1>" in answer.text


def test_a_thousand_fields_are_refused_not_read(stage: Stage) -> None:
    fields = {f"text{number}": "x" for number in range(20_000)}
    answer = stage.client.post(f"/campaigns/{stage.values['code']}/tasks/new", data=fields)
    assert answer.status_code in {413, 422}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "FROBNICATE"])
def test_an_unknown_method_gets_a_page(stage: Stage, method: str) -> None:
    answer = stage.client.open(f"/campaigns/{stage.values['code']}/tasks", method=method)
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert "<h1>" in answer.text


def test_head_and_options_are_answered_without_a_body_or_a_change(stage: Stage) -> None:
    faults = []
    for address in pages(stage.app, stage.values):
        for method in ("HEAD", "OPTIONS"):
            with stage.client.open(address, method=method) as answer:
                if answer.status_code not in {200, 302} or answer.get_data():
                    faults.append(f"{method} {address}: {answer.status_code}")
    assert faults == []
    assert stage.database.rows() == stage.database.seen


def test_a_slash_too_many_is_not_found_and_leads_nowhere_else(stage: Stage) -> None:
    for address in ("/campaigns/", "//campaigns", "/campaigns//new", "/units/", "//evil.example/%2f.."):
        answer = stage.client.get(address)
        assert answer.status_code in {301, 308, 404}
        assert "evil" not in answer.headers.get("Location", "").removeprefix("http://localhost")


@pytest.mark.parametrize("onward", HOSTS)
def test_a_sign_in_leads_to_this_site_only(stage: Stage, onward: str) -> None:
    answer = stage.client.get("/sign-in", query_string={"next": onward})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/"


def test_file_names_carry_no_header_and_no_folder(stage: Stage, enter: Enter) -> None:
    path = f"/campaigns/{stage.values['code']}/documents/{stage.values['document_id']}"
    title = '../../etc/passwd\r\nX-Evil: 1"; filename="a.exe'
    form = {
        "title": title,
        "kind": "plan",
        "numbering": "roman",
        "size_profile": "13",
        "draft_year": "2026",
        "version": "1",
    }
    assert stage.client.post(f"{path}/details", data=form).status_code == 303
    with stage.client.get(f"{path}/document.docx") as answer:
        sent = answer.headers["Content-Disposition"]
        assert "X-Evil" not in answer.headers
    names = [unquote(name) for name in re.findall(r"filename\*?=(?:UTF-8'')?(\"[^\"]*\"|[^;]*)", sent)]
    assert names
    assert [name for name in names if re.search(r"[/\\\r\n]", name)] == []
    assert all(name.strip('"').endswith(".docx") for name in names)


def test_every_page_carries_the_policy_and_nothing_inline(stage: Stage) -> None:
    faults = []
    for address in [
        *pages(stage.app, stage.values),
        "/nowhere",
        f"/campaigns/{stage.values['code']}/tasks/999",
    ]:
        with stage.client.get(address) as answer:
            page, headers = answer.get_data(), answer.headers
        policy = headers.get("Content-Security-Policy", "")
        if (
            "default-src 'none'" not in policy
            or "unsafe" in policy
            or headers.get("X-Content-Type-Options") != "nosniff"
        ):
            faults.append(f"{address}: {policy!r}")
        if answer.mimetype == "text/html":
            nonce = re.search(r"'nonce-([^']+)'", policy)
            inline = re.findall(
                rb"<script(?![^>]*(?:src=|type=\"application/json\"|nonce=\"%s\"))"
                % (nonce[1] if nonce else "-").encode(),
                page,
            )
            inline += re.findall(rb"<[^>]+\s(?:style|on[a-z]+)=\"", page) + re.findall(rb"<style", page)
            faults += [f"{address}: {each[:80]!r}" for each in inline]
    assert faults == []


def test_a_long_title_does_not_overflow_the_cookie(stage: Stage) -> None:
    """Browsers drop a cookie of more than 4,096 bytes, and with it the session."""
    text = "".join(Random(1).choices([chr(code) for code in range(0x1EA0, 0x1EFA)], k=1900))  # noqa: S311
    tasks = f"/campaigns/{stage.values['code']}/tasks"
    task = f"{tasks}/{stage.values['task_id']}"
    edit, new = (form_at(stage.client, address) for address in (f"{task}/edit", f"{tasks}/new"))
    assert stage.post(edit, text=text).status_code == 303
    for address, data in (
        (f"{task}/delete", {"version": "2"}),
        (f"{task}/restore", {}),
        (new.action, new.data(text=text[::-1], lead_unit_id=stage.values["unit_id"])),
    ):
        answer = stage.client.post(address, data=data)
        assert answer.status_code == 303
        assert max((len(cookie) for cookie in answer.headers.getlist("Set-Cookie")), default=0) < 4096, (
            address
        )
