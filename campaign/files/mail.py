"""Letters as RFC 5322 bytes, and handing them to a mail server over SMTP (RFC 5321).

A server answers for each letter. What a broken conversation means depends on how far it came: before the closing dot
of a letter nothing was taken, and it may be sent again; after it nobody knows, and it may not (RFC 1047).
"""

import re
import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.header import Header
from email.message import Message
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime
from enum import Enum, auto
from typing import Any

from campaign.errors import Unavailable
from campaign.files import phrases
from campaign.vietnamese import clean

# What every server takes: local part and host of plain ASCII (https://html.spec.whatwg.org/#valid-e-mail-address).
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAILBOX = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@{_LABEL}(?:\.{_LABEL})+")
_LONGEST_ADDRESS = 254  # RFC 5321 §4.5.3.1.3, without the angle brackets
_UID = re.compile(r"[A-Za-z0-9.-]+")
_POLICY = compat32.clone(linesep="\r\n")
_DOT = re.compile(rb"^\.", re.MULTILINE)
_HELLO = "[127.0.0.1]"  # an address literal (RFC 5321 §4.1.3): the machine's own name is nobody's business
_GO_ON = 354
_CLOSING = 421
_LONGEST_REPLY = 200


@dataclass(frozen=True)
class Server:
    """Where letters are handed in. `security`: starttls, ssl or none; `context` None: the system's certificates.

    `timeout` is for each step of the conversation, `patience` for the answer to a whole letter, while the server may be
    looking for viruses (seconds; RFC 5321 §4.5.3.2 allows more, we would rather ask a person).
    """

    host: str
    port: int
    security: str = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 30
    patience: float = 300
    context: ssl.SSLContext | None = None


@dataclass(frozen=True)
class Mailbox:
    """A name and an address; the name may be empty."""

    name: str
    address: str


@dataclass(frozen=True)
class Letter:
    """One letter to one person: plain text, lines of any length. `uid` makes its Message-ID, the same at every try."""

    uid: str
    written_at: datetime
    sender: Mailbox
    to: Mailbox
    subject: str
    body: str
    reply_to: Mailbox | None = None


class Outcome(Enum):
    """What a server said to a letter."""

    SENT = auto()  # taken
    LATER = auto()  # not taken now; the next try may go better
    REFUSED = auto()  # not taken, and never will be
    UNSURE = auto()  # the whole letter was handed over, and no answer came
    HELD = auto()  # not taken, nor will any other letter of ours be: the sender is refused


@dataclass(frozen=True)
class Answer:
    """The outcome, and a sentence about it when it is not SENT."""

    outcome: Outcome
    said: str = ""


def is_mailbox(address: str) -> bool:
    """Can any server be asked to deliver to that address?"""
    return len(address) <= _LONGEST_ADDRESS and _MAILBOX.fullmatch(address) is not None


def compose(letter: Letter) -> bytes:
    """The letter as it goes over the wire; whatever stands in names and subject stays in them.

    ValueError for a bad address or uid. email.header encodes a name or subject whole, where the newer EmailMessage
    would read an encoded word somebody typed.
    """
    if not _UID.fullmatch(letter.uid):
        raise ValueError(letter.uid)
    message: Message[Any, Any] = MIMEText(letter.body.replace("\n", "\r\n") + "\r\n", "plain", "utf-8")
    message["From"] = _mailbox("From", letter.sender)
    message["To"] = _mailbox("To", letter.to)
    if letter.reply_to is not None:
        message["Reply-To"] = _mailbox("Reply-To", letter.reply_to)
    message["Subject"] = Header(clean(letter.subject), "utf-8", header_name="Subject")
    message["Date"] = format_datetime(letter.written_at)
    message["Message-ID"] = f"<{letter.uid}@{letter.sender.address.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: absence notes are not sent in answer
    return message.as_bytes(policy=_POLICY)


@contextmanager
def connected(server: Server) -> Iterator["Line"]:
    """A line to the server, signed in; Unavailable with a sentence when there is none to be had."""
    with _told(server):
        line = Line(_open(server), server.patience)
    try:
        yield line
    finally:
        line.hang_up()


class Line:
    """A conversation with a server, letter after letter."""

    def __init__(self, smtp: smtplib.SMTP, patience: float) -> None:
        self._smtp = smtp
        self._patience = patience
        self.is_open = True

    def send(self, letter: Letter) -> Answer:
        """Hand one letter in. After a broken conversation `is_open` is False and nothing more can be sent."""
        data = _DOT.sub(b"..", compose(letter))
        try:
            refusal = self._announce(letter)
            if refusal is not None:
                return refusal
            self._smtp.send(data)
        except OSError as error:  # SMTPException is one
            return self._broken(Outcome.LATER, phrases.MAIL_BROKEN, error)
        return self._close()

    def hang_up(self) -> None:
        """End the conversation, politely where that is possible."""
        if self.is_open:
            with suppress(OSError):
                self._smtp.quit()
        self._smtp.close()
        self.is_open = False

    def cut(self) -> None:
        """Break the conversation off from another thread: whoever waits for the server is told that it went away."""
        wire = self._smtp.sock
        if wire is not None:
            # Through a twin of the socket: a TLS layer's own state is not for two threads.
            with suppress(OSError, ValueError), socket.fromfd(wire.fileno(), wire.family, wire.type) as twin:
                twin.shutdown(socket.SHUT_RDWR)

    def _announce(self, letter: Letter) -> Answer | None:
        """Sender, recipient, DATA; the refusal of one of them, or None when the server waits for the letter."""
        code, reply = self._smtp.mail(letter.sender.address)
        if code // 100 != 2:
            return self._refusal(code, reply, always=Outcome.HELD)
        code, reply = self._smtp.rcpt(letter.to.address)
        if code // 100 != 2:
            return self._refusal(code, reply)
        code, reply = self._smtp.docmd("DATA")
        return None if code == _GO_ON else self._refusal(code, reply)

    def _close(self) -> Answer:
        """The closing dot, and the answer to the letter."""
        try:
            if self._smtp.sock is not None:
                self._smtp.sock.settimeout(self._patience)
            self._smtp.send(b".\r\n")
            code, reply = self._smtp.getreply()
        except OSError as error:
            return self._broken(Outcome.UNSURE, phrases.MAIL_UNANSWERED, error)
        if code // 100 == 2:
            return Answer(Outcome.SENT)
        if code // 100 in (4, 5):
            return self._refusal(code, reply)
        self.is_open = False  # no reply of SMTP at all
        return Answer(Outcome.UNSURE, phrases.MAIL_UNANSWERED.format(detail=_words(code, reply)))

    def _refusal(self, code: int, reply: bytes, always: Outcome | None = None) -> Answer:
        """What a reply that is no consent means; the conversation is made ready for the next letter."""
        outcome = always or (Outcome.REFUSED if code // 100 == 5 else Outcome.LATER)
        try:
            if code == _CLOSING or self._smtp.rset()[0] // 100 != 2:
                self.is_open = False
        except OSError:
            self.is_open = False
        return Answer(outcome, phrases.MAIL_ANSWER.format(words=_words(code, reply)))

    def _broken(self, outcome: Outcome, form: str, error: OSError) -> Answer:
        self.is_open = False
        return Answer(outcome, form.format(detail=_detail(error)))


def _mailbox(name: str, mailbox: Mailbox) -> Header:
    """A header of one mailbox, its name always an encoded word: no mark in it then means anything (RFC 2047 §5)."""
    if not is_mailbox(mailbox.address):
        raise ValueError(mailbox.address)
    header = Header(header_name=name)
    shown = clean(mailbox.name)
    if shown:
        header.append(shown, "utf-8")
    header.append(f"<{mailbox.address}>", "us-ascii")
    return header


def _open(server: Server) -> smtplib.SMTP:
    context = server.context or ssl.create_default_context()
    smtp: smtplib.SMTP
    if server.security == "ssl":
        smtp = smtplib.SMTP_SSL(server.host, server.port, _HELLO, timeout=server.timeout, context=context)
    else:
        smtp = smtplib.SMTP(server.host, server.port, _HELLO, timeout=server.timeout)
    try:
        if server.security == "starttls":
            smtp.starttls(context=context)
        smtp.ehlo_or_helo_if_needed()
        if server.user:
            if not (server.user + server.password).isascii():  # smtplib signs in with nothing else
                raise Unavailable(phrases.MAIL_ASCII)
            smtp.login(server.user, server.password)
    except BaseException:
        smtp.close()
        raise
    return smtp


@contextmanager
def _told(server: Server) -> Iterator[None]:
    """Turn what stands between us and the server into Unavailable with a sentence."""
    where = f"{server.host}:{server.port}"
    try:
        yield
    except smtplib.SMTPAuthenticationError as error:
        words = _words(error.smtp_code, error.smtp_error)
        raise Unavailable(phrases.MAIL_LOGIN.format(where=where, detail=words)) from error
    except smtplib.SMTPNotSupportedError as error:
        raise Unavailable(phrases.MAIL_SECURITY.format(where=where, detail=_detail(error))) from error
    except ssl.SSLCertVerificationError as error:
        raise Unavailable(
            phrases.MAIL_CERTIFICATE.format(where=where, detail=error.verify_message)
        ) from error
    except ssl.SSLError as error:
        raise Unavailable(phrases.MAIL_SECURITY.format(where=where, detail=_detail(error))) from error
    except (OSError, UnicodeError) as error:  # a host that cannot be a name is a UnicodeError
        raise Unavailable(phrases.MAIL_UNREACHABLE.format(where=where, detail=_detail(error))) from error


def _detail(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return _words(error.smtp_code, error.smtp_error)
    return clean(getattr(error, "strerror", None) or str(error) or type(error).__name__)[:_LONGEST_REPLY]


def _words(code: int, reply: bytes | str) -> str:
    """A server's reply on one line: "550 5.1.1 no such user"."""
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return clean(f"{code} {text}")[:_LONGEST_REPLY]
