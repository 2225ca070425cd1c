"""Every address is guarded by one permission or stands on the short PUBLIC list; every POST asks for its token."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from campaign.access import Permission, allowed
from campaign.gate import PUBLIC, guard
from campaign.glossary import Role
from campaign.people.model import User
from tests.conftest import Cast
from tests.house.access_table import LETTERS, TABLE
from tests.house.addresses import address_of, endpoints, methods_of

MOST_PUBLIC = 9


def faults_of_guard(app: Flask) -> list[str]:
    """Endpoints that anybody may call though they are not on the PUBLIC list, and names on it that do not exist."""
    open_ = {
        endpoint for endpoint in endpoints(app) if not hasattr(app.view_functions[endpoint], "permission")
    }
    return [f"{endpoint} is not guarded" for endpoint in sorted(open_ - PUBLIC)] + [
        f"{endpoint} is public, but guarded or not there" for endpoint in sorted(PUBLIC - open_)
    ]


def faults_of_table(app: Flask, table: dict[str, str]) -> list[str]:
    """Endpoints whose roles differ from the table's, or which it does not know, or which are gone."""
    faults = [
        f"{endpoint} is in the table, but no address"
        for endpoint in sorted(table.keys() - set(endpoints(app)))
    ]
    for endpoint in endpoints(app):
        permission = getattr(app.view_functions[endpoint], "permission", None)
        granted = "public" if permission is None else _letters(permission)
        if table.get(endpoint) != granted:
            faults.append(f"{endpoint}: {granted!r}, but the table says {table.get(endpoint)!r}")
    return faults


def faults_of_tokens(app: Flask) -> list[str]:
    """Addresses that accept a POST without its token."""
    app.config["WTF_CSRF_ENABLED"] = True
    client = app.test_client()
    return [
        f"POST {address_of(app, endpoint)}"
        for endpoint in endpoints(app)
        if "POST" in methods_of(app, endpoint) and client.post(address_of(app, endpoint)).status_code != 400
    ]


def _letters(permission: Permission) -> str:
    return "".join(letter for letter, role in LETTERS.items() if allowed(role, permission))


def test_every_address_is_guarded(app: Flask) -> None:
    assert faults_of_guard(app) == []
    assert len(PUBLIC) <= MOST_PUBLIC


def test_every_address_stands_in_the_table(app: Flask) -> None:
    assert faults_of_table(app, TABLE) == []


def test_every_role_gets_what_the_table_says(
    app: Flask, office: Cast, sign_in: Callable[[User], FlaskClient]
) -> None:
    faults = []
    for letter, role in LETTERS.items():
        for endpoint, letters in TABLE.items():
            refused = letter not in letters and letters != "public"
            for method in methods_of(app, endpoint):
                client = sign_in(getattr(office, role.value))
                answer = client.open(address_of(app, endpoint), method=method, buffered=True)
                sent_away = letters != "public" and "/sign-in" in (answer.location or "")
                if (answer.status_code == 403) != refused or sent_away:
                    faults.append(f"{method} {endpoint} as {role.label}: {answer.status_code}")
    assert faults == []


def test_nobody_gets_in_without_signing_in(app: Flask, office: Cast) -> None:
    client = app.test_client()
    faults = []
    for endpoint in sorted(TABLE.keys() - PUBLIC):
        for method in methods_of(app, endpoint):
            answer = client.open(address_of(app, endpoint), method=method)
            if answer.status_code != 302 or "/sign-in" not in answer.location:
                faults.append(f"{method} {endpoint}: {answer.status_code}")
    assert faults == []


def test_a_stranger_does_not_learn_that_a_campaign_exists(
    app: Flask, office: Cast, sign_in: Callable[[User], FlaskClient]
) -> None:
    client = sign_in(office.stranger)
    inside = [endpoint for endpoint in TABLE if "<code>" in _rule(app, endpoint)]
    statuses = {
        endpoint: client.open(
            address_of(app, endpoint), method=methods_of(app, endpoint)[0], buffered=True
        ).status_code
        for endpoint in inside
    }
    assert {endpoint: status for endpoint, status in statuses.items() if status != 404} == {}
    assert len(inside) > 20


def test_every_post_asks_for_its_token(app: Flask, office: Cast) -> None:
    assert faults_of_tokens(app) == []


def _rule(app: Flask, endpoint: str) -> str:
    return next(rule.rule for rule in app.url_map.iter_rules(endpoint))


# ---------------------------------------------------------------- planted faults


def test_an_unguarded_address_is_named(app: Flask) -> None:
    app.add_url_rule("/leak", "leak", lambda: "everything")
    assert faults_of_guard(app) == ["leak is not guarded"]


def test_an_address_the_table_does_not_know_is_named(app: Flask) -> None:
    app.add_url_rule("/more", "more", guard(Permission.HISTORY_READ)(lambda: "ok"))
    assert "more: 'ADLC', but the table says None" in faults_of_table(app, TABLE)


@pytest.mark.parametrize("letters", ["A", "ADLCMR"])
def test_another_permission_than_the_tables_is_named(app: Flask, letters: str) -> None:
    faults = faults_of_table(app, {**TABLE, "dossier.export": letters})
    assert f"dossier.export: 'ADLC', but the table says {letters!r}" in faults


def test_a_post_without_token_is_named(app: Flask, office: Cast) -> None:
    app.add_url_rule("/free", "free", lambda: "done", methods=["POST"])
    app.extensions["csrf"].exempt(app.view_functions["free"])
    assert faults_of_tokens(app) == ["POST /free"]


def test_the_letters_name_every_role_once() -> None:
    assert sorted(LETTERS.values()) == sorted(Role)
