"""Several people at once before the application, on either of the databases."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.test import TestResponse

from campaign.gate import Account
from tests.conftest import Cast
from tests.hostile.stage import Values


class Desk:
    """The application on one of the databases, with two drafters' browsers."""

    def __init__(self, app: Flask, cast: Cast, values: Values) -> None:
        self.app, self.cast, self.values = app, cast, values
        self.first, self.second = (self.sign_in() for _ in range(2))

    def sign_in(self) -> FlaskClient:
        client = self.app.test_client()
        with client.session_transaction() as cookie:
            cookie["_user_id"] = Account(self.cast.admin).get_id()
        return client

    def at_once(self, *posts: tuple[str, dict[str, object]]) -> list[TestResponse]:
        """The answers to posts sent in the same moment, each from a browser of its own."""
        barrier = Barrier(len(posts))
        clients = [self.sign_in() for _ in posts]

        def send(client: FlaskClient, address: str, data: dict[str, object]) -> TestResponse:
            barrier.wait(10)
            return client.post(address, data=data)

        with ThreadPoolExecutor(len(posts)) as pool:
            sent = [pool.submit(send, client, *post) for client, post in zip(clients, posts, strict=True)]
            return [each.result(30) for each in sent]

    def all(self, query: object) -> list[object]:
        with self.app.extensions["sessions"]["reading"]() as session:
            return list(session.scalars(query).all())  # type: ignore[call-overload]

    def waiting(self) -> bool:
        """Does a request wait for another's rows? PostgreSQL tells."""
        with self.app.extensions["engine"].connect() as connection:
            return bool(connection.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")))
