"""People who report over a line that breaks: each sends one thing until the server says that it has it."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from html import unescape
from http.client import HTTPException
from http.cookiejar import CookieJar
from io import BytesIO
from random import Random
from threading import Event, Thread
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, OpenerDirector, Request, build_opener

from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

PATIENCE = 30  # seconds for one answer
AGAIN = 0.1  # seconds before the next try
LARGEST = 300_000  # bytes of a file


class Broken(Exception):
    """No answer: nobody knows whether it was done."""


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """A redirect is an answer."""


@dataclass
class Browser:
    """Asks for addresses of one site, with its own cookies."""

    site: str
    opener: OpenerDirector = field(
        default_factory=lambda: build_opener(HTTPCookieProcessor(CookieJar()), _Stay)
    )

    def get(self, path: str) -> str:
        """A page; Broken when there is no answer."""
        return self._ask(Request(self.site + path))[1]  # noqa: S310 - our own address

    def post(self, path: str, page: str, **fields: object) -> tuple[int, str]:
        """Status and text of the answer to a form of `page`, which holds the token against forgery."""
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)
        assert token, page[:500]
        boundary, body = encode_multipart({"csrf_token": unescape(token[1]), **fields})
        kind = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
        return self._ask(Request(self.site + path, body, kind))  # noqa: S310

    def sign_in(self, email: str, password: str) -> "Browser":
        status, _ = self.post("/sign-in", self.get("/sign-in"), email=email, password=password)
        assert status in {302, 303}
        return self

    def _ask(self, request: Request) -> tuple[int, str]:
        try:
            with self._answer(request) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except (OSError, HTTPException) as error:
            raise Broken from error

    def _answer(self, request: Request) -> Any:
        try:
            return self.opener.open(request, timeout=PATIENCE)
        except HTTPError as answer:  # a redirect or a refusal: an answer too
            return answer


@dataclass(frozen=True)
class Update:
    """Something said, with a file; and how it must be found in the database."""

    key: str
    text: str
    data: bytes

    @property
    def kept(self) -> tuple[str, str, int]:
        """Text, digest and size of the file."""
        return self.text, sha256(self.data).hexdigest(), len(self.data)


class Reporter(Thread):
    """Reports one update after the other at an address, each until it is acknowledged, with one key all the while."""

    def __init__(self, browser: Browser, address: str, name: str, stop: Event) -> None:
        super().__init__(name=name, daemon=True)
        self.browser, self.address, self.stop = browser, address, stop
        self.page = browser.get(address)
        self.acknowledged: list[Update] = []
        self.odd: list[tuple[int, str]] = []
        self.tries = 0
        self._chance = Random(name)  # noqa: S311 - no secret

    def run(self) -> None:
        for update in self._updates():
            while not self.send(update):
                time.sleep(AGAIN)
            self.acknowledged.append(update)
            time.sleep(AGAIN)

    def send(self, update: Update) -> bool:
        """Send it; does the server say that it has it?"""
        self.tries += 1
        file = FileStorage(BytesIO(update.data), f"{update.key}.pdf")
        try:
            status, text = self.browser.post(
                self.address, self.page, key=update.key, text=update.text, files=file
            )
        except Broken:
            return False
        if status != 303:
            self.odd.append((status, text[:2000]))
        return status == 303

    def _updates(self) -> Iterator[Update]:
        number = 0
        while not self.stop.is_set():
            number += 1
            size = self._chance.randrange(LARGEST)
            yield Update(
                f"{self.name}-{number}", f"Lần {number}", b"%PDF-1.7\n" + self._chance.randbytes(size)
            )


class Mover(Thread):
    """Moves the ceremony to and fro, as a drafter does; when the line broke, looks first whether it was done."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        days: tuple[date, date],
        look: Callable[[], tuple[date, int]],
        stop: Event,
    ) -> None:
        """`look` tells the ceremony's day and version as they are saved."""
        super().__init__(name="mover", daemon=True)
        self.browser, self.address, self.days, self.look, self.stop = browser, address, days, look, stop
        self.page = browser.get(address)
        self.moves = 0  # as far as anybody outside can know
        self.odd: list[tuple[int, str]] = []

    def run(self) -> None:
        while not self.stop.is_set():
            for day in self.days:
                while not self._put(day):
                    time.sleep(AGAIN)
                self.moves += 1

    def _put(self, day: date) -> bool:
        """Does the ceremony stand on that day, from before or moved there now?"""
        stands, version = self.look()
        if stands == day:
            return True
        form = {"version": version, "day": f"{day:%d/%m/%Y}", "starts": "7h30", "reason": ""}
        try:
            status, text = self.browser.post(self.address, self.page, **form)
        except Broken:
            return False
        if status != 303:
            self.odd.append((status, text[:2000]))
        return status == 303
