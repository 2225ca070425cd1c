"""Taking a document over: a campaign made or extended by everything that was confirmed, in one change."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.orm import Session

from campaign.campaigns.actions import create_campaign
from campaign.campaigns.model import Campaign
from campaign.ceremonies.actions import create_ceremony, create_item
from campaign.ceremonies.model import of_campaign as ceremonies_of
from campaign.delegates.actions import create_delegates, create_group
from campaign.delegates.model import groups_of
from campaign.delegates.model import of_campaign as delegates_of
from campaign.delegates.rules import DelegateDraft, GroupDraft, key_of
from campaign.documents.actions import create_basis, create_document, set_addressees, set_recipients
from campaign.documents.model import Document, bases_of
from campaign.documents.rules.editing.drafts import check_basis
from campaign.errors import Problem, Refused, refuse_any
from campaign.history.actions import Author
from campaign.people.actions.units import create_unit
from campaign.people.model import Agency
from campaign.reading.actions.outline import write_outline
from campaign.reading.model import ReadDocument
from campaign.reading.rules.taking import phrases
from campaign.reading.rules.taking.citing import read_basis
from campaign.reading.rules.taking.draft import Taking, TaskTaken, UnitRef, check
from campaign.reading.rules.taking.people import read_delegate
from campaign.reading.rules.taking.proposal import Proposal
from campaign.reading.rules.taking.rewriting import rewrite
from campaign.service_days.actions import create_procedure, create_service_day, siblings_of
from campaign.service_days.model import procedures_of
from campaign.service_days.rules import check_procedure
from campaign.tasks.actions.importing import create_tasks
from campaign.tasks.model import of_campaign as tasks_of
from campaign.tasks.rules import TaskDraft
from campaign.tasks.rules.importing import twin
from campaign.vietnamese import fold


@dataclass
class Taken:
    """What became of it: rows made by kind, and how many were there already."""

    campaign: Campaign
    document: Document | None = None
    made: dict[str, int] = field(default_factory=dict)
    skipped: int = 0


def take(
    session: Session, reading: ReadDocument, proposal: Proposal, taking: Taking, by: Author, at: datetime
) -> Taken:
    """Make or extend a campaign by all that is taken; Refused, with the field of each problem, and nothing written.

    What an extended campaign has already is not added again.
    """
    session.refresh(reading, with_for_update=True)
    if reading.taken_at is not None:
        raise Refused(Problem("", phrases.TAKEN_ALREADY))
    refuse_any(check(taking, proposal))
    taker = _Taker(session, reading.agency_id, proposal, taking, by)
    taken = taker.take()
    reading.campaign_id, reading.taken_at = taken.campaign.id, at
    reading.document_id = taken.document.id if taken.document else None
    session.flush()
    return taken


@contextmanager
def _told(part: str) -> Iterator[None]:
    """Name the part of the page to which a problem of the slice below belongs."""
    try:
        yield
    except Refused as refusal:
        name = phrases.PARTS[part]
        told = [phrases.PART.format(part=name, sentence=problem.sentence) for problem in refusal.problems]
        raise Refused(*(Problem("", sentence) for sentence in told)) from refusal


class _Taker:
    """One taking: each step writes the rows of one noun."""

    def __init__(
        self, session: Session, agency_id: int, proposal: Proposal, taking: Taking, by: Author
    ) -> None:
        self.session, self.proposal, self.taking, self.by = session, proposal, taking, by
        self.agency = session.get_one(Agency, agency_id)

    def take(self) -> Taken:
        self.taken = Taken(self._campaign())  # the fields of its problems are the page's own
        self.unit_ids = self._units()
        for step in (
            self._bases, self._ceremony, self._groups, self._tasks, self._days, self._procedures, self._document,
        ):  # fmt: skip
            step()
        return self.taken

    def _campaign(self) -> Campaign:
        if self.taking.campaign_id is None:
            return create_campaign(self.session, self.agency, self.taking.campaign, self.by)
        campaign = self.session.get(Campaign, self.taking.campaign_id)
        if campaign is None or campaign.agency_id != self.agency.id or campaign.deleted_at is not None:
            raise Refused(Problem("", phrases.OF_OTHER_OFFICE))
        return campaign

    def _count(self, part: str, number: int = 1) -> None:
        self.taken.made[part] = self.taken.made.get(part, 0) + number

    def _units(self) -> list[int | None]:
        """The ids of the written units, by place; new ones are made when a task needs them."""
        needed = {
            ref.written for task in self.taking.tasks for ref in (task.lead, *task.helpers) if ref is not None
        }
        ids: list[int | None] = []
        for place, unit in enumerate(self.taking.units):
            made = unit.unit_id
            if made is None and unit.draft is not None and place in needed:
                with _told("units"):
                    made = create_unit(self.session, self.agency, unit.draft, self.by).id
                self._count("units")
            ids.append(made)
        return ids

    def _bases(self) -> None:
        campaign = self.taken.campaign
        known = [(row.kind, row.number, row.subject) for row in bases_of(self.session, campaign.id)]
        for basis in map(read_basis, self.taking.bases):
            if check_basis(basis, known):
                self.taken.skipped += 1
                continue
            with _told("bases"):
                create_basis(self.session, campaign, basis, self.by)
            known.append((basis.kind, basis.number, basis.subject))
            self._count("bases")

    def _ceremony(self) -> None:
        draft, campaign = self.taking.ceremony, self.taken.campaign
        if draft is None:
            return
        there = {(fold(row.title), row.starts_at) for row in ceremonies_of(self.session, campaign.id)}
        if (fold(draft.title), draft.starts_at) in there:
            self.taken.skipped += 1 + len(self.taking.programme)
            return
        with _told("ceremony"):
            ceremony = create_ceremony(self.session, campaign, draft, self.by)
        self._count("ceremony")
        for item in self.taking.programme:
            with _told("programme"):
                create_item(self.session, campaign, ceremony, item, self.by)
            self._count("programme")

    def _groups(self) -> None:
        campaign = self.taken.campaign
        ids = {fold(row.name): row.id for row in groups_of(self.session, campaign.id)}
        keys = {key_of(row) for row in delegates_of(self.session, campaign.id)}
        drafts = []
        for group in self.taking.groups:
            if fold(group.name) not in ids:
                with _told("groups"):
                    made = create_group(self.session, campaign, GroupDraft(group.name), self.by)
                ids[fold(group.name)] = made.id
            for title, heads in map(read_delegate, group.members):
                draft = DelegateDraft(ids[fold(group.name)], title, heads)
                self.taken.skipped += key_of(draft) in keys
                drafts += [draft] if key_of(draft) not in keys else []
                keys.add(key_of(draft))
        with _told("groups"):
            create_delegates(self.session, campaign, drafts, self.by)
        self._count("groups", len(drafts))

    def _tasks(self) -> None:
        campaign = self.taken.campaign
        seen = {twin(row.lead_unit_id, row.text) for row in tasks_of(self.session, campaign.id)}
        drafts = []
        for task in self.taking.tasks:
            draft = self._task(task)
            mine = twin(draft.lead_unit_id, draft.text)
            self.taken.skipped += mine in seen
            drafts += [draft] if mine not in seen else []
            seen.add(mine)
        with _told("tasks"):
            create_tasks(self.session, campaign, drafts, self.by)
        self._count("tasks", len(drafts))

    def _task(self, task: TaskTaken) -> TaskDraft:
        guess = self.proposal.tasks[task.place]
        lead = self._unit_id(task.lead)
        helpers = dict.fromkeys(self._unit_id(ref) for ref in task.helpers)
        draft = TaskDraft(
            task.text, lead, [each for each in helpers if each != lead], due_on=task.due_on, due_words=task.due_words,
            source=guess.source,
        )  # fmt: skip
        if self.proposal.us is None:
            return draft
        path = phrases.SECTION_OF_BASIS.format(path=guess.section) if guess.section else None
        return replace(
            draft,
            basis=self.proposal.citation[:300],
            basis_section=path,
            note=self.proposal.beside_us(guess) or None,
        )

    def _unit_id(self, ref: UnitRef | None) -> int:
        found = None if ref is None else ref.known
        if ref is not None and ref.written is not None:
            found = self.unit_ids[ref.written]
        if found is None:
            raise Refused(Problem("", phrases.NO_LEAD))
        return found

    def _days(self) -> None:
        for draft in self.taking.days:
            with _told("days"):
                create_service_day(self.session, self.taken.campaign, draft, self.by)
            self._count("days")

    def _procedures(self) -> None:
        campaign = self.taken.campaign
        there = list(procedures_of(self.session, campaign.id))
        for draft in self.taking.procedures:
            if check_procedure(draft, siblings_of(there)) != check_procedure(draft, []):  # a double
                self.taken.skipped += 1
                continue
            with _told("procedures"):
                there.append(create_procedure(self.session, campaign, draft, self.by))
            self._count("procedures")

    def _document(self) -> None:
        if self.taking.document is None:
            return
        live = {guess.place: guess.live for guess in self.proposal.live if guess.place in self.taking.live}
        outline, numbering = rewrite(self.proposal.body, live)
        draft = replace(self.taking.document, numbering=numbering)
        with _told("document"):
            document = create_document(self.session, self.taken.campaign, draft, self.by)
            write_outline(self.session, document, outline)
            set_addressees(self.session, document, self.taking.addressees, document.version, self.by)
            set_recipients(self.session, document, self.taking.recipients, document.version, self.by)
        self.taken.document = document
        self._count("document")
