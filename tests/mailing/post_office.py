"""A real mail server on localhost that keeps the letters it takes, and misbehaves as it is told."""

import asyncio
import ssl
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from campaign.files.mail import Server
from tests.cli.conftest import free_port

TAKEN = "250 2.0.0 taken"
ACCOUNT = ("vanphong", "mat-khau")


@dataclass
class PostOffice:
    """What it took, and how it behaves; the replies of `scripted` are used up before it behaves well."""

    port: int
    letters: list[bytes] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)  # recipient -> reply
    scripted: dict[str, list[str]] = field(default_factory=dict)  # MAIL, RCPT, DATA -> replies
    mute: int = 0  # so many letters are taken and never answered: the line goes dead
    deaf: bool = False  # takes letters and stays silent, with the line open
    slowness: float = 0.0  # seconds before each letter is answered
    lines: int = 0  # conversations so far

    @property
    def server(self) -> Server:
        """How to reach it."""
        return Server("127.0.0.1", self.port, security="none", timeout=10, patience=10)

    @property
    def read(self) -> list[EmailMessage]:
        """The letters as a mail program shows them."""
        return [message_from_bytes(letter, policy=policy.default) for letter in self.letters]  # type: ignore[misc]

    def deliveries(self) -> Counter[str]:
        """How often it took each Message-ID."""
        return Counter(str(letter["Message-ID"]) for letter in self.read)

    def _scripted(self, verb: str) -> str | None:
        replies = self.scripted.get(verb, [])
        return replies.pop(0) if replies else None

    async def handle_EHLO(
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.lines += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        reply = self._scripted("MAIL")
        if reply:
            return reply
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        reply = self.refused.get(address) or self._scripted("RCPT")
        if reply:
            return reply
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        reply = self._scripted("DATA")
        if reply:
            return reply
        assert isinstance(envelope.content, bytes)
        self.letters.append(envelope.content)
        if self.slowness:
            await asyncio.sleep(self.slowness)
        if self.mute:
            self.mute -= 1
            server.transport.abort()
        if self.deaf:
            await asyncio.sleep(60)
        return TAKEN


@contextmanager
def open_post_office(**how: object) -> Iterator[PostOffice]:
    """A server for as long as the block lasts; `how` goes to the SMTP server (TLS, sign-in)."""
    office = PostOffice(free_port())
    controller = Controller(office, hostname="127.0.0.1", port=office.port, **how)
    controller.start()
    try:
        yield office
    finally:
        controller.stop()


def lets_in(
    _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: object
) -> AuthResult:
    """Signs in the one account there is."""
    assert isinstance(data, LoginPassword)
    known = (data.login.decode(), data.password.decode()) == ACCOUNT
    return AuthResult(success=known, handled=False)


def tls(folder: str) -> ssl.SSLContext:
    """The server's side of TLS, of a key and certificate in that folder."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/cert.crt", f"{folder}/key.key")
    return context
