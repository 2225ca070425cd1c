"""A campaign with one row of everything (or many), the addresses of its pages, and the forms that stand on them."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from flask import Flask, url_for
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy.orm import Session
from werkzeug.routing import AnyConverter, Rule
from werkzeug.test import TestResponse

from campaign.blueprints.model import Blueprint, BlueprintTask
from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import Ceremony, CeremonyMove, ProgrammeItem
from campaign.delegates.model import Delegate, DelegateGroup
from campaign.documents.model import Addressee, Document, LegalBasis, Recipient, Section
from campaign.glossary import Annex, Block, Channel, DayOffKind, DocumentKind, DocumentStatus, UpdateKind
from campaign.history.model import Entry
from campaign.mailing.actions import enqueue
from campaign.mailing.rules import MessageDraft
from campaign.packets.actions import make_packet
from campaign.people.model import Agency, DayOff, Signer, Unit, User
from campaign.publicity.model import Activity
from campaign.service_days.model import Procedure, ServiceDay
from campaign.tasks.actions.importing import keep_upload
from campaign.tasks.model import Coordination, Evidence, Task, TaskUpdate
from tests.conftest import Cast
from tests.hostile.handed_in import handed_in

Values = dict[str, Any]

# Addresses that convert with another program, or sign the visitor out.
_SLOW = {"documents.download_pdf"}
_OUT = {"people.sign_out"}
_NOT_THEIRS = {"checking.download_mended"}  # kept for one office; the stage's visitor is of none
LOOKED_AT = {"last_used_at"}  # written when a link is opened, by whoever looks


# ---------------------------------------------------------------- rows


def furnish(
    session: Session, agency: Agency, campaign: Campaign, by: User, numbers: Iterable[int] = (1,)
) -> Values:
    """Add a numbered row of every kind to the campaign for each number; the values by which addresses name the first."""
    return _Furnisher(session, agency, campaign, by).furnish(numbers)


@dataclass
class _Furnisher:
    session: Session
    agency: Agency
    campaign: Campaign
    by: User

    def furnish(self, numbers: Iterable[int]) -> Values:
        made = [self._round(number) for number in numbers]
        self.session.commit()
        return {"code": self.campaign.code, "agency_id": self.agency.id, **made[0]}

    def _round(self, n: int) -> Values:
        unit = self._add(
            Unit(agency_id=self.agency.id, name=f"Phòng số {n}", short_name=f"Phòng {n}", rank=50 + n)
        )
        signer = self._add(
            Signer(agency_id=self.agency.id, position="CHỦ TỊCH", name=f"Trần Văn {n}", rank=n)
        )
        user = self._add(
            User(
                agency_id=self.agency.id, unit_id=unit.id, email=f"nguoi-{n}@{self.agency.code}.example", full_name=f"Lê Thị {n}",
                role=self.by.role, password_hash="not-a-hash",
            )
        )  # fmt: skip
        day_off = self._add(
            DayOff(
                agency_id=self.agency.id, day=date(2026, 3, 1) + timedelta(days=n), kind=DayOffKind.OFF, name=f"Nghỉ {n}"
            )
        )  # fmt: skip
        return {
            "unit_id": unit.id, "signer_id": signer.id, "user_id": user.id, "day_off_id": day_off.id,
            **self._event(n, unit), **self._duties(n, unit), **self._guests(n, unit), **self._paper(n), **self._letter(n),
            **self._blueprint(n),
        }  # fmt: skip

    def _event(self, n: int, unit: Unit) -> Values:
        own: Values = {"campaign_id": self.campaign.id}
        ceremony = self._add(
            Ceremony(**own, title=f"Lễ {n}", starts_at=datetime(2026, 12, 14, 7, 30), venue="Sân", uid=f"c-{own}-{n}")  # noqa: DTZ001 - office time
        )  # fmt: skip
        steps = [
            self._add(
                ProgrammeItem(
                    ceremony_id=ceremony.id, position=place, title=f"Mục {n}.{place}", minutes=5, unit_id=unit.id,
                    uid=f"i-{own}-{n}-{place}",
                )
            )
            for place in range(1, (n > 1) + 2)
        ]  # fmt: skip
        day = self._add(
            ServiceDay(
                **own, position=n, name=f"Ngày {n}", weekday=2, starts_on=date(2026, 12, 1), closes_at=time(15),
                uid=f"d-{own}-{n}",
            )
        )  # fmt: skip
        procedure = self._add(Procedure(**own, position=n, name=f"Thủ tục {n}", served_at="Cấp xã"))
        activity = self._add(
            Activity(**own, position=n, channel=Channel.LOUDSPEAKER, content=f"Phát bài {n}", unit_id=unit.id)
        )
        move = self._add(
            CeremonyMove(
                **own, ceremony_id=ceremony.id, before=datetime(2026, 12, 7, 7, 30), after=ceremony.starts_at,  # noqa: DTZ001
                by=self.by.full_name, changes={"task": {}, "publicity": {}},
            )
        )  # fmt: skip
        return {
            "move_id": move.id, "ceremony_id": ceremony.id, "item_id": steps[0].id, "day_id": day.id, "procedure_id": procedure.id,
            "activity_id": activity.id,
        }  # fmt: skip

    def _duties(self, n: int, unit: Unit) -> Values:
        task = self._add(
            Task(
                campaign_id=self.campaign.id, position=n, text=f"Nhiệm vụ {n}", lead_unit_id=unit.id,
                due_on=date(2026, 11, 1 + n % 28), uid=f"t-{self.campaign.id}-{n}",
            )
        )  # fmt: skip
        helper = (
            self.session.query(Unit)
            .filter(Unit.agency_id == self.agency.id, Unit.id != unit.id)
            .order_by(Unit.id)
            .first()
        )
        if helper:
            self.session.add(Coordination(task_id=task.id, unit_id=helper.id, position=1))
        self.session.add(
            Entry(
                by=self.by.full_name, user_id=self.by.id, campaign_id=self.campaign.id, noun="task", record_id=task.id,
                title=task.text, verb="update", changes={"text": ["trước", "sau"], "lead_unit_id": [unit.id, unit.id + 1]},
            )
        )  # fmt: skip
        said = self._add(
            TaskUpdate(
                task_id=task.id, key=f"{self.campaign.id}-{n}", by=self.by.full_name, on_behalf=False, kind=UpdateKind.COMMENT,
                status=task.status, text=f"Trao đổi {n}",
            )
        )  # fmt: skip
        file = self._add(
            Evidence(
                update_id=said.id, task_id=task.id, name=f"Ảnh {n}.png", size=8, data=b"\x89PNG\r\n\x1a\n"
            )
        )
        return {
            "task_id": task.id,
            "file_id": file.id,
            "kind": UpdateKind.COMMENT.value,
            **self._packet(n, unit),
        }

    def _packet(self, n: int, unit: Unit) -> Values:
        packet, token = make_packet(self.session, self.campaign, unit, None, self.by, date(2026, 11, 23))
        upload = keep_upload(
            self.session, self.agency.id, self.by, f"Nhiệm vụ {n}.csv", f"Nội dung,Chủ trì\nViệc {n},{unit.name}".encode(),
            datetime(2026, 11, 23, tzinfo=UTC),
        )  # fmt: skip
        own: Values = {"read_id": handed_in(self.session, n, unit, self.by)}
        return own | {"packet_id": packet.id, "token": token, "key": upload.key}

    def _blueprint(self, n: int) -> Values:
        blueprint = self._add(Blueprint(agency_id=self.agency.id, name=f"Mẫu {n}"))
        line = self._add(
            BlueprintTask(
                blueprint_id=blueprint.id, position=n, text=f"Việc mẫu {n}", lead_role=f"vai trò {n}", helper_roles=[],
            )
        )  # fmt: skip
        return {"blueprint_id": blueprint.id, "line_id": line.id}

    def _guests(self, n: int, unit: Unit) -> Values:
        group = self._add(DelegateGroup(campaign_id=self.campaign.id, position=n, name=f"Khối {n}"))
        delegate = self._add(
            Delegate(
                group_id=group.id, position=n, title=f"Đại biểu {n}", headcount=2, person=f"Nguyễn Văn {n}", unit_id=unit.id
            )
        )  # fmt: skip
        return {"group_id": group.id, "delegate_id": delegate.id}

    def _paper(self, n: int) -> Values:
        own: Values = {"campaign_id": self.campaign.id}
        basis = self._add(
            LegalBasis(**own, position=n, kind="Kế hoạch", number=f"{n}/KH-UBND", subject="về việc thử")
        )
        kinds = list(DocumentKind)
        papers = [
            self._add(
                Document(
                    **own, agency_id=self.agency.id, kind=kinds[place % len(kinds)], title=f"Văn bản {n}.{place}",
                    symbol="KH-UBND", draft_year=2026, annexes=[each.value for each in Annex], position="CHỦ TỊCH",
                    signer_name="Trần Văn A", status=DocumentStatus.DRAFT,
                )
            )
            for place in range(len(kinds) if n == 1 else 1)
        ]  # fmt: skip
        sections = [section for paper in papers for section in self._outline(paper)]
        return {
            "basis_id": basis.id,
            "document_id": papers[0].id,
            "section_id": sections[0].id,
            "name": Annex.PROGRAMME.value,
        }

    def _letter(self, n: int) -> Values:
        draft = MessageDraft(
            self.agency.id, f"thư {n} của {self.campaign.id}", f"Phòng {n}", f"p{n}@xa.example", f"Nhắc việc {n}", "Còn 3 ngày.",
            self.campaign.id,
        )  # fmt: skip
        message = enqueue(self.session, draft)
        assert message is not None
        return {"message_id": message.id}

    def _outline(self, document: Document) -> list[Section]:
        self.session.add(Addressee(document_id=document.id, position=1, name="Các phòng"))
        self.session.add(Recipient(document_id=document.id, position=1, name="Như trên", note="b/c"))
        first = self._add(
            Section(document_id=document.id, position=1, key="muc-dich", heading="Mục đích", text="Nói rõ.")
        )
        blocks = [
            self._add(
                Section(
                    document_id=document.id, position=place, key=f"khoi-{place}", heading="Khối", block=block
                )
            )
            for place, block in enumerate(Block, start=2)
        ]
        return [first, *blocks]

    def _add(self, row: Any) -> Any:
        self.session.add(row)
        self.session.flush()
        return row


# ---------------------------------------------------------------- addresses


def rules(app: Flask, method: str) -> list[Rule]:
    """The address rules that answer that method, without static files; for GET without what is slow."""
    left_out = _SLOW | _OUT | {"static"}
    found = [rule for rule in app.url_map.iter_rules() if rule.endpoint not in left_out]
    return sorted((rule for rule in found if method in (rule.methods or ())), key=lambda rule: rule.rule)


def addresses(app: Flask, rule: Rule, values: Values) -> list[str]:
    """The addresses of a rule with those values: one, or one for each word where it offers several."""
    ways: list[str] = []
    for name in rule.arguments:
        converter = rule._converters[name]
        if isinstance(converter, AnyConverter):
            ways = sorted(converter.items)
    known = {name: values.get(name) for name in rule.arguments}
    # an administrator of every office names one
    if rule.rule.startswith(("/units", "/days-off", "/blueprints")) and not known:
        known["agency"] = values.get("agency_id")
    with app.test_request_context():
        return [url_for(rule.endpoint, **known | ({"way": way} if ways else {})) for way in ways or [""]]


def pages(app: Flask, values: Values) -> dict[str, str]:
    """Every address one can GET, as {address: endpoint}."""
    theirs = [rule for rule in rules(app, "GET") if rule.endpoint not in _NOT_THEIRS]
    return {address: rule.endpoint for rule in theirs for address in addresses(app, rule, values)}


# ---------------------------------------------------------------- forms

TYPED = {"text", "search", "email", "password", "tel"}


@dataclass(frozen=True)
class Filled:
    """A form as its page shows it: where it goes, (name, value) pairs, and the names people type into."""

    action: str
    pairs: tuple[tuple[str, str], ...]
    typed: frozenset[str]

    def with_text(self, text: str) -> "Filled":
        """The same form with that text typed everywhere."""
        return replace(
            self, pairs=tuple((name, text if name in self.typed else value) for name, value in self.pairs)
        )

    def with_others(self, text: str) -> "Filled":
        """The same form with that text in everything nobody types: choices, boxes, versions."""
        return replace(
            self, pairs=tuple((name, value if name in self.typed else text) for name, value in self.pairs)
        )

    def data(self, **changed: object) -> dict[str, list[str]]:
        """What a browser would send, some fields changed."""
        sent: dict[str, list[str]] = {}
        for name, value in self.pairs:
            sent.setdefault(name, []).append(value)
        return sent | {name: [str(value)] for name, value in changed.items()}


def form_at(client: FlaskClient, address: str) -> Filled:
    """The main form of the page at that address; an empty one where the address takes a bare POST."""
    answer = client.get(address)
    if answer.status_code != 200 or answer.mimetype != "text/html":
        return Filled(address, (("version", "1"),), frozenset())
    path = address.partition("?")[0]
    for form in html.fromstring(answer.get_data(as_text=True)).forms:
        goes = form.get("action") or path
        if form.method == "POST" and goes.partition("?")[0] == path:
            return _filled(address, form)
    return Filled(address, (("version", "1"),), frozenset())


def _filled(address: str, form: Any) -> Filled:
    typed = {
        each.name
        for each in form.inputs
        if each.name and (each.tag == "textarea" or (each.tag == "input" and (each.type or "text") in TYPED))
    }
    pairs = [(name, value or "") for name, value in form.form_values() if name != "csrf_token"]
    present = {name for name, _ in pairs}
    return Filled(address, (*pairs, *((name, "") for name in sorted(typed - present))), frozenset(typed))


# ---------------------------------------------------------------- the database


class Database:
    """The application's SQLite file: a picture of it to compare, and a way back to how it was."""

    def __init__(self, file: Path) -> None:
        self._live = sqlite3.connect(file)
        self._kept = sqlite3.connect(":memory:")
        self.keep()

    def keep(self) -> None:
        """Remember the rows as they are now."""
        self._live.backup(self._kept)
        self.seen = self.rows()

    def restore(self) -> None:
        """Put the remembered rows back."""
        self._kept.backup(self._live)

    def rows(self) -> str:
        """Everything in the database as text."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        tables = [
            name for (name,) in self._live.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        for table in sorted(tables):
            yield table
            columns = [row[1] for row in self._live.execute(f'PRAGMA table_info("{table}")')]
            kept = ", ".join(f'"{name}"' for name in columns if name not in LOOKED_AT)
            yield from (repr(row) for row in self._live.execute(f'SELECT {kept} FROM "{table}"'))  # noqa: S608

    def close(self) -> None:
        self._live.close()
        self._kept.close()


@dataclass
class Stage:
    """An application with a furnished campaign, somebody signed in, and its database at hand."""

    app: Flask
    client: FlaskClient
    values: Values
    database: Database
    cast: Cast

    def posts(self) -> dict[str, str]:
        """Every address that takes a POST, one way of several, as {address: endpoint}."""
        return {addresses(self.app, rule, self.values)[0]: rule.endpoint for rule in rules(self.app, "POST")}

    def forms(self) -> list[Filled]:
        """The form of every address that takes a POST."""
        return [form_at(self.client, address) for address in self.posts()]

    def kinds_of_form(self) -> list[Filled]:
        """One form of each kind people type into: the one that edits, where another adds."""
        return list({form.typed: form for form in reversed(self.forms()) if form.typed}.values())

    def post(self, form: Filled, **changed: object) -> TestResponse:
        return self.client.post(form.action, data=form.data(**changed))
