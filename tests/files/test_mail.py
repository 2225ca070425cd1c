"""Letters, and what real servers make of them."""

import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from pathlib import Path
from socket import create_server
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.errors import Unavailable
from campaign.files.mail import Answer, Letter, Mailbox, Outcome, Server, compose, connected, is_mailbox
from campaign.vietnamese import clean, clean_lines
from tests.conftest import lacking
from tests.mailing.post_office import ACCOUNT, PostOffice, lets_in, open_post_office, tls

LETTER = Letter(
    uid="5f0c",
    written_at=datetime(2026, 11, 23, 7, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")),
    sender=Mailbox("Ủy ban nhân dân xã Bình An", "vanphong@binh-an.example"),
    to=Mailbox("Nguyễn Thị Hòa", "hoa@don-vi.example"),
    subject="Nhắc việc: còn 3 ngày đến Lễ phát động “Ngày không hẹn”",
    body="Kính gửi đồng chí,\n\n.Dòng có dấu chấm ở đầu.\n" + "việc " * 400,
    reply_to=Mailbox("Văn phòng", "vp@binh-an.example"),
)
HEADERS = [
    "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Auto-Submitted",
    "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
]  # fmt: skip


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with open_post_office() as post_office:
        yield post_office


def text_of(letter: EmailMessage) -> str:
    """Its words; lines end with CRLF inside base64 (RFC 2045 §6.8)."""
    content: str = letter.get_content()
    assert "\n" not in content.replace("\r\n", "")
    return content.replace("\r\n", "\n").strip()


def hand_in(server: Server, *letters: Letter) -> list[Answer]:
    with connected(server) as line:
        return [line.send(letter) for letter in letters]


# ---------------------------------------------------------------- the letter


def test_a_letter_arrives_as_it_was_written(office: PostOffice) -> None:
    assert hand_in(office.server, LETTER) == [Answer(Outcome.SENT)]
    (letter,) = office.read
    assert letter["Subject"] == LETTER.subject
    assert letter["From"].addresses[0].display_name == LETTER.sender.name
    assert letter["To"].addresses[0].addr_spec == LETTER.to.address
    assert letter["Reply-To"].addresses[0].addr_spec == "vp@binh-an.example"
    assert letter["Message-ID"] == "<5f0c@binh-an.example>"
    assert letter["Date"].datetime == LETTER.written_at
    assert letter["Auto-Submitted"] == "auto-generated"
    assert text_of(letter) == LETTER.body.strip()


def test_every_line_on_the_wire_is_short_and_plain_ascii(office: PostOffice) -> None:
    hand_in(office.server, LETTER)
    assert office.letters[0].isascii()
    assert max(len(line) for line in office.letters[0].split(b"\r\n")) <= 78  # RFC 5322 §2.1.1


odd = st.text(max_size=120) | st.sampled_from(
    ["x\r\nBcc: ai@do.example", "x\nBcc: a@b.c", "a\u2028Bcc: x@y.z", "\x85Bcc: x", "=?utf-8?q?x?=", '"a" <b@c.d>,', ""]
)  # fmt: skip


@given(name=odd, subject=odd, body=st.text(max_size=400))
def test_whatever_is_written_stays_where_it_was_written(name: str, subject: str, body: str) -> None:
    letter = replace(LETTER, to=Mailbox(name, "hoa@don-vi.example"), subject=subject, body=clean_lines(body))
    read = message_from_bytes(compose(letter), policy=policy.default)
    assert sorted(read.keys()) == sorted(HEADERS)
    assert [address.addr_spec for address in read["To"].addresses] == ["hoa@don-vi.example"]
    assert read.defects == []
    assert text_of(read) == letter.body.strip()


@given(words=st.text("aăâđêôơư ỦẬ“”,.:;0123456789-()/", max_size=150))
def test_vietnamese_subjects_and_names_are_read_back_whole(words: str) -> None:
    letter = replace(LETTER, to=Mailbox(words, "hoa@don-vi.example"), subject=words)
    read = message_from_bytes(
        compose(letter)
    )  # the plain reader: the newer one puts blanks into folded names
    assert shown(read["Subject"]) == clean(words)
    assert shown(read["To"]) == f"{clean(words)} <hoa@don-vi.example>".strip()


def shown(header: str) -> str:
    return str(make_header(decode_header(header)))


@pytest.mark.parametrize(
    "address",
    ["", "hoa", "hoa@don-vi", "hoà@xa.example", "hoa@xã.example", "a@b.c\r\nRCPT TO:<x@y.z>", "a b@c.d", "<a@b.c>", "a@b..c", "a@-b.c",
     "a" * 65 + "@b.c", "a@" + "b." * 130 + "c"],
)  # fmt: skip
def test_what_is_no_address_goes_nowhere(address: str) -> None:
    assert not is_mailbox(address)
    with pytest.raises(ValueError):  # noqa: PT011 - the address itself
        compose(replace(LETTER, to=Mailbox("Hòa", address)))


@pytest.mark.parametrize(
    "address", ["hoa@don-vi.example", "le.thi.hoa+vp@xa.gov.vn", "o'hara@a-b.example", "a@b.c"]
)
def test_ordinary_addresses_do(address: str) -> None:
    assert is_mailbox(address)


# ---------------------------------------------------------------- what servers answer


def to(address: str) -> Letter:
    return replace(LETTER, to=Mailbox("", address), uid=address.partition("@")[0])


def test_a_refused_recipient_does_not_stop_the_next_letter(office: PostOffice) -> None:
    office.refused["la@don-vi.example"] = "550 5.1.1 Không có hộp thư này"
    refused, sent = hand_in(office.server, to("la@don-vi.example"), LETTER)
    assert refused.outcome is Outcome.REFUSED
    assert "550 5.1.1 Không có hộp thư này" in refused.said
    assert sent.outcome is Outcome.SENT
    assert [letter["To"].addresses[0].addr_spec for letter in office.read] == [LETTER.to.address]


@pytest.mark.parametrize("verb", ["RCPT", "DATA"])
def test_what_is_put_off_may_be_sent_again(office: PostOffice, verb: str) -> None:
    office.scripted[verb] = ["451 4.7.1 Greylisted, try again"]
    later, sent = hand_in(office.server, LETTER, LETTER)
    assert (later.outcome, sent.outcome) == (Outcome.LATER, Outcome.SENT)
    assert "Greylisted" in later.said
    assert len(office.letters) == 1


def test_a_letter_refused_after_it_was_read_is_refused(office: PostOffice) -> None:
    office.scripted["DATA"] = ["554 5.7.1 Spam"]
    (answer,) = hand_in(office.server, LETTER)
    assert answer.outcome is Outcome.REFUSED


@pytest.mark.parametrize("reply", ["553 5.7.1 Sender not owned", "451 4.3.0 not now"])
def test_a_refused_sender_holds_every_letter(office: PostOffice, reply: str) -> None:
    office.scripted["MAIL"] = [reply]
    (answer,) = hand_in(office.server, LETTER)
    assert answer.outcome is Outcome.HELD
    assert reply in answer.said


def test_a_server_that_is_closing_ends_the_line(office: PostOffice) -> None:
    office.scripted["RCPT"] = ["421 4.3.2 closing"]
    with connected(office.server) as line:
        assert line.send(LETTER).outcome is Outcome.LATER
        assert not line.is_open


def test_silence_after_the_whole_letter_leaves_it_unsure(office: PostOffice) -> None:
    office.mute = 1
    with connected(office.server) as line:
        assert line.send(LETTER).outcome is Outcome.UNSURE
        assert not line.is_open
    assert len(office.letters) == 1


def test_patience_with_a_deaf_server_ends(office: PostOffice) -> None:
    office.deaf = True
    with connected(replace(office.server, patience=0.3)) as line:
        assert line.send(LETTER).outcome is Outcome.UNSURE


def test_a_line_that_dies_before_the_letter_leaves_it_unsent() -> None:
    with create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=_hang_up_at_data, args=(listener,))
        thread.start()
        server = Server("127.0.0.1", listener.getsockname()[1], security="none", timeout=5)
        (answer,) = hand_in(server, LETTER)
        thread.join(5)
    assert answer.outcome is Outcome.LATER


def _hang_up_at_data(listener: object) -> None:
    wire, _ = listener.accept()  # type: ignore[attr-defined]
    with wire, wire.makefile("rb") as lines:
        wire.sendall(b"220 here\r\n")
        for line in lines:
            if line.upper().startswith(b"DATA"):
                return
            wire.sendall(b"250 yes\r\n")


def test_cutting_the_line_from_another_thread_ends_the_wait_at_once(office: PostOffice) -> None:
    office.deaf = True
    answers: list[Answer] = []
    with connected(office.server) as line:
        thread = threading.Thread(target=lambda: answers.append(line.send(LETTER)))
        thread.start()
        while not office.letters:
            threading.Event().wait(0.01)
        line.cut()
        thread.join(5)
    assert [answer.outcome for answer in answers] == [Outcome.UNSURE]


# ---------------------------------------------------------------- no server to be had


def test_a_server_that_is_gone_is_named(office: PostOffice) -> None:
    with create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(Unavailable, match=f"127.0.0.1:{port}"):
        hand_in(replace(office.server, port=port), LETTER)


@pytest.mark.parametrize("host", ["khong-co.invalid", "xã.invalid", "a" * 70 + ".invalid", ".."])
def test_a_host_that_is_none_is_named(office: PostOffice, host: str) -> None:
    with pytest.raises(Unavailable, match="Không kết nối được"):
        hand_in(replace(office.server, host=host), LETTER)


def test_a_server_without_starttls_gets_nothing(office: PostOffice) -> None:
    with pytest.raises(Unavailable, match="CAMPAIGN_SMTP_SECURITY"):
        hand_in(replace(office.server, security="starttls"), LETTER)
    assert office.letters == []


def test_a_server_that_speaks_no_tls_gets_nothing(office: PostOffice) -> None:
    with pytest.raises(Unavailable, match="CAMPAIGN_SMTP_SECURITY"):
        hand_in(replace(office.server, security="ssl"), LETTER)


# ---------------------------------------------------------------- TLS and signing in


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and certificate for 127.0.0.1, made now and kept by nobody."""
    folder = tmp_path_factory.mktemp("keys")
    if shutil.which("openssl") is None:
        lacking("openssl")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "key.key", "-out", "cert.crt"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    return folder


def trusting(keys: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(keys / "cert.crt"))


def signed_in(office: PostOffice, keys: Path, password: str = ACCOUNT[1]) -> Server:
    return replace(
        office.server, security="starttls", user=ACCOUNT[0], password=password, context=trusting(keys)
    )


def test_letters_go_over_starttls_after_signing_in(keys: Path) -> None:
    with open_post_office(
        tls_context=tls(str(keys)), auth_require_tls=True, authenticator=lets_in, auth_required=True
    ) as office:
        assert hand_in(signed_in(office, keys), LETTER, LETTER) == [Answer(Outcome.SENT)] * 2


def test_letters_go_over_tls_from_the_first_byte(keys: Path) -> None:
    with open_post_office(ssl_context=tls(str(keys))) as office:
        server = replace(office.server, security="ssl", context=trusting(keys))
        assert hand_in(server, LETTER) == [Answer(Outcome.SENT)]


def test_a_wrong_password_is_named(keys: Path) -> None:
    with (
        open_post_office(tls_context=tls(str(keys)), authenticator=lets_in, auth_required=True) as office,
        pytest.raises(Unavailable, match="tên hoặc mật khẩu"),
    ):
        hand_in(signed_in(office, keys, "sai"), LETTER)


def test_a_certificate_nobody_vouches_for_gets_nothing(keys: Path) -> None:
    with open_post_office(tls_context=tls(str(keys))) as office:
        with pytest.raises(Unavailable, match="không đáng tin"):
            hand_in(replace(office.server, security="starttls"), LETTER)
        assert office.letters == []


def test_the_password_is_not_told_by_accident() -> None:
    assert "bí mật" not in repr(Server("host", 587, password="bí mật"))
