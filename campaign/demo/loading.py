"""Writing the demo through the same actions as people do, so that it keeps every rule."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from campaign.campaigns.actions import create_campaign
from campaign.campaigns.model import Campaign
from campaign.ceremonies.actions import create_ceremony, create_item
from campaign.ceremonies.rules import ItemDraft
from campaign.config import share
from campaign.db import fill
from campaign.delegates.actions import count_attended, create_delegate, create_group
from campaign.delegates.rules import CountDraft, DelegateDraft, GroupDraft
from campaign.demo.data import Duty, Guest, Notice, Office, Paper, Part, Step, Undertaking
from campaign.demo.saying import said_of
from campaign.documents import actions as documents
from campaign.documents.model import Document
from campaign.documents.rules.editing import SectionDraft
from campaign.documents.rules.editing.lines import read_recipients
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people.actions import create_agency, create_days_off, create_signer, create_unit
from campaign.people.model import Agency, User
from campaign.people.rules.users import UserDraft
from campaign.publicity.actions import create_activity
from campaign.publicity.rules import ActivityDraft
from campaign.service_days.actions import create_procedure, create_service_day
from campaign.tasks.actions import Speaker, add_update, create_task
from campaign.tasks.rules import TaskDraft
from campaign.tasks.rules.reporting import Side


class Loader:
    """Writes one office as of `today`; `units` and `signers` are the ids its data names."""

    def __init__(self, session: Session, office: Office, password_hash: str, by: Author, today: date) -> None:
        self.session = session
        self.today = today
        self.office = office
        self.agency = create_agency(session, office.agency, by)
        self.signers = {
            draft.name: create_signer(session, self.agency, draft, by).id for draft in office.signers
        }
        self.units = {
            draft.short_name: create_unit(session, self.agency, draft, by).id for draft in office.units
        }
        for draft in office.days_off:
            create_days_off(session, self.agency, draft, by)
        self.by: Author = by
        self._people(password_hash)

    def load(self) -> Agency:
        """Write every campaign of the office; the agency is returned."""
        for undertaking in self.office.undertakings:
            self._undertaking(undertaking)
        return self.agency

    def _people(self, password_hash: str) -> None:
        made = [
            add_account(
                self.session,
                UserDraft(
                    email=person.email, full_name=person.name, role=person.role, agency_id=self.agency.id,
                    unit_id=self._unit(person.unit), position=person.position,
                ),
                password_hash,
                self.by,
            )
            for person in self.office.people
        ]  # fmt: skip
        self.by = made[0] if made else self.by

    def _unit(self, short_name: str | None) -> int | None:
        return self.units[short_name] if short_name else None

    def _undertaking(self, told: Undertaking) -> None:
        campaign = create_campaign(self.session, self.agency, told.campaign, self.by)
        for basis in told.bases:
            documents.create_basis(self.session, campaign, basis, self.by)
        self._ceremony(campaign, told)
        for duty in told.duties:
            self._duty(campaign, duty)
        for name, guests in told.groups:
            self._group(campaign, name, guests)
        for day in told.service_days:
            create_service_day(self.session, campaign, day, self.by)
        for procedure in told.procedures:
            create_procedure(self.session, campaign, procedure, self.by)
        for notice in told.notices:
            self._notice(campaign, notice)
        for paper in told.papers:
            self._paper(campaign, paper)

    def _ceremony(self, campaign: Campaign, told: Undertaking) -> None:
        if told.ceremony is None:
            return
        ceremony = create_ceremony(self.session, campaign, told.ceremony, self.by)
        for step in told.programme:
            create_item(self.session, campaign, ceremony, self._item(step), self.by)

    def _item(self, step: Step) -> ItemDraft:
        return ItemDraft(
            title=step.title, minutes=step.minutes, before_start=step.before_start, performer=step.performer,
            unit_id=self._unit(step.unit), script=step.script, cue=step.cue, note=step.note,
        )  # fmt: skip

    def _duty(self, campaign: Campaign, duty: Duty) -> None:
        words = duty.due if isinstance(duty.due, str) else None
        draft = TaskDraft(
            text=duty.text, lead_unit_id=self.units[duty.unit], coordinating=[self.units[name] for name in duty.helpers],
            due_on=None if isinstance(duty.due, str) else duty.due, due_words=words, person=duty.person,
            basis=duty.basis, expected_result=duty.result,
        )  # fmt: skip
        task = create_task(self.session, campaign, draft, self.by)
        last = duty.done_on or min(
            task.due_on or campaign.ends_on or self.today, self.today - timedelta(days=1)
        )
        for said in said_of(duty, last):
            task.created_at = min(task.created_at, said.at)
            add_update(self.session, task, said.draft, Speaker(self.by, Side.OFFICE), said.at)

    def _group(self, campaign: Campaign, name: str, guests: Sequence[Guest]) -> None:
        group = create_group(self.session, campaign, GroupDraft(name), self.by)
        for guest in guests:
            draft = DelegateDraft(
                group_id=group.id, title=guest.title, headcount=guest.headcount, honorific=guest.honorific,
                person=guest.person, unit_id=self._unit(guest.unit), email=guest.email, introduced=guest.introduced,
                note=guest.note,
            )  # fmt: skip
            delegate = create_delegate(self.session, campaign, draft, self.by)
            if guest.attended is not None:
                count_attended(
                    self.session, campaign, delegate, CountDraft(guest.attended), delegate.version, self.by
                )

    def _notice(self, campaign: Campaign, notice: Notice) -> None:
        draft = ActivityDraft(
            channel=notice.channel, content=notice.content, unit_id=self._unit(notice.unit),
            starts_on=notice.starts_on, ends_on=notice.ends_on, place=notice.place,
        )  # fmt: skip
        create_activity(self.session, campaign, draft, self.by)

    def _paper(self, campaign: Campaign, paper: Paper) -> None:
        draft = replace(paper.draft, signer_id=self.signers[paper.signer]) if paper.signer else paper.draft
        document = documents.create_document(self.session, campaign, draft, self.by)
        for part in paper.outline:
            self._part(document, part, None)
        documents.set_addressees(self.session, document, paper.addressees, document.version, self.by)
        lines = read_recipients(paper.recipients)
        documents.set_recipients(self.session, document, lines, document.version, self.by)
        if paper.issued is not None:
            number, day = paper.issued
            documents.approve_document(self.session, document, document.version, self.by)
            documents.issue_document(self.session, document, day, number, share("docx_templates"), self.by)

    def _part(self, document: Document, part: Part, parent_id: int | None) -> None:
        draft = SectionDraft(**vars(part.says), parent_id=parent_id, key=part.key)
        section = documents.add_section(self.session, document, draft, self.by)
        for child in part.children:
            self._part(document, child, section.id)


def add_account(session: Session, draft: UserDraft, password_hash: str, by: Author) -> User:
    """A user with a hash made once for all accounts: argon2 is slow on purpose, and this password is no secret."""
    user = User(password_hash=password_hash)
    fill(user, draft)
    session.add(user)
    log(session, by, Verb.CREATE, user, campaign_id=None, title=user.full_name)
    return user
