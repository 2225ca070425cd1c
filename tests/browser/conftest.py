"""A served copy of the demo and a real Chromium looking at it, at the sizes of an office PC and of a phone."""

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from waitress.server import create_server

from campaign import demo
from campaign.app import create_app
from campaign.blueprints.actions import create_usual
from campaign.config import Config
from campaign.db import open_engine, session_factory
from campaign.glossary import MessageState
from campaign.mailing.actions import enqueue
from campaign.mailing.rules import MessageDraft
from campaign.people.model import Agency, User
from tests.conftest import TODAY, lacking

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
PASSWORD = demo.PASSWORD


@pytest.fixture(scope="session")
def demo_file(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demo in it, loaded once."""
    file = tmp_path_factory.mktemp("demo") / "demo.db"
    shutil.copy(migrated_file, file)
    engine = open_engine(f"sqlite:///{file}")
    with session_factory(engine, writing=True)() as session:
        demo.load(session, date.fromisoformat(TODAY))
        create_usual(session, session.get_one(Agency, 1), session.get_one(User, 2))
        for number, state in enumerate(MessageState, start=1):
            message = enqueue(session, letter(number))
            assert message is not None
            message.state = state
        session.commit()
    engine.dispose()
    return file


def letter(number: int) -> MessageDraft:
    """A message of the demo's first office: the outbox has one in each state."""
    return MessageDraft(
        1, f"thư {number}", "Phòng Văn hóa - Xã hội", f"p{number}@duc-an.example", f"Nhắc việc: còn {number} ngày",
        "Kính gửi đơn vị,\n\nCòn việc sắp đến hạn.",
    )  # fmt: skip


@dataclass
class Site:
    """A running copy of the demo."""

    address: str
    file: Path


@pytest.fixture
def site(demo_file: Path, tmp_path: Path) -> Iterator[Site]:
    """The demo served on a free port of localhost, on a database of its own."""
    file = tmp_path / "site.db"
    shutil.copy(demo_file, file)
    app = create_app(
        Config(
            home=tmp_path, database_url=f"sqlite:///{file}", secret_key="test", host="127.0.0.1", port=0, https=False, today=TODAY
        )
    )  # fmt: skip
    for limiter in app.extensions["limiter"]:
        limiter.enabled = False
    server = create_server(app, host="127.0.0.1", port=0, threads=4, clear_untrusted_proxy_headers=True)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield Site(f"http://127.0.0.1:{server.effective_port}", file)
    server.close()
    thread.join(timeout=5)
    app.extensions["engine"].dispose()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, started once."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        lacking("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """A person at a screen: opens addresses of the site, and collects what the browser complained about."""

    page: Page
    site: Site
    status: int = 0  # of the page opened last
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        answer = self.page.goto(self.site.address + path)
        self.status = answer.status if answer else 0
        return self.page

    def sign_in(self, email: str) -> "Visitor":
        self.open("/sign-in")
        self.page.fill("[name=email]", email)
        self.page.fill("[name=password]", PASSWORD)
        self.page.click("main button[type=submit]")
        return self


@pytest.fixture
def visitor(chromium: Browser, site: Site) -> Iterator[Callable[[dict[str, int]], Visitor]]:
    """New visitors with a screen of the given size; a test fails when a page complained to the console."""
    contexts: list[BrowserContext] = []
    visitors: list[Visitor] = []

    def come(size: dict[str, int] = DESK, **options: object) -> Visitor:
        context = chromium.new_context(viewport=size, locale="vi-VN", **options)  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        contexts.append(context)
        one = Visitor(context.new_page(), site)
        one.page.on("console", lambda message: _note(one, message.type, message.text))
        one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
        visitors.append(one)
        return one

    yield come
    for context in contexts:
        context.close()
    assert [complaint for one in visitors for complaint in one.complaints] == []


def _note(visitor: Visitor, kind: str, text: str) -> None:
    # Chromium logs a failed load for every page answered with 4xx on purpose; those are asserted by the tests.
    if kind in {"error", "warning"} and "Failed to load resource" not in text:
        visitor.complaints.append(text)
