"""What each paper must say, read from the rows of the database by code of its own: no rule that draws papers is used.

A row is a tuple of parts. Rows come one after the other; the parts of one row may stand in any order.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import Ceremony, ProgrammeItem
from campaign.delegates.model import Delegate, DelegateGroup
from campaign.documents.model import Addressee, Document, LegalBasis, Recipient, Section
from campaign.glossary import Block, Layout
from campaign.people.model import Agency, Unit
from campaign.publicity.model import Activity
from campaign.service_days.model import Procedure, ServiceDay
from campaign.tasks.model import Coordination, Task

Row = tuple[str, ...]
FOOTNOTE = re.compile(r"\[\[\^(.+?)\]\]")
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def row(*parts: object) -> Row:
    """The parts that say anything, without the stops that a sentence may change."""
    return tuple(text for part in parts if part is not None and (text := str(part).strip(" .;,:/")))


def day(of: date | None) -> str | None:
    """18/10/2023, 04/01/2023."""
    return of and f"{of.day:02}/{of.month:{'02' if of.month < 3 else ''}}/{of.year}"


def hour(of: time | None) -> str | None:
    """15 giờ, 7 giờ 30 phút."""
    return of and (f"{of.hour} giờ {of.minute:02} phút" if of.minute else f"{of.hour} giờ")


def sentences(text: str) -> Iterator[Row]:
    """The words of a text between references, footnotes and line breaks."""
    for line in FOOTNOTE.sub("\n", text or "").splitlines():
        bare = re.sub(r"^[-*] ", "", line).replace("*", "")
        for words in re.split(r"\[\[[^\]]+\]\]", bare):
            yield row(words)


@dataclass
class Rows:
    """The rows of one campaign."""

    session: Session
    campaign: Campaign

    def _of(self, model: type, *order: object) -> list:  # type: ignore[type-arg]
        query = select(model).where(model.campaign_id == self.campaign.id)  # type: ignore[attr-defined]
        return list(self.session.scalars(query.order_by(*order or (model.position,))))  # type: ignore[attr-defined,arg-type]

    # ------------------------------------------------------------ what everything is made of

    @property
    def agency(self) -> Agency:
        return self.session.get_one(Agency, self.campaign.agency_id)

    @property
    def documents(self) -> list[Document]:
        return self._of(Document, Document.id)

    @property
    def units(self) -> list[Unit]:
        query = select(Unit).where(Unit.agency_id == self.campaign.agency_id)
        return list(self.session.scalars(query.order_by(Unit.rank)))

    @property
    def tasks(self) -> list[Task]:
        return self._of(Task)

    def helpers(self, task: Task) -> list[Unit]:
        query = select(Unit).join(Coordination, Coordination.unit_id == Unit.id)
        return list(self.session.scalars(query.where(Coordination.task_id == task.id)))

    def lead(self, task: Task) -> Unit:
        return self.session.get_one(Unit, task.lead_unit_id)

    @property
    def ceremony(self) -> Ceremony | None:
        return next(iter(self._of(Ceremony, Ceremony.starts_at)), None)

    def groups(self) -> Iterator[tuple[DelegateGroup, list[Delegate]]]:
        for group in self._of(DelegateGroup):
            query = select(Delegate).where(Delegate.group_id == group.id).order_by(Delegate.position)
            yield group, list(self.session.scalars(query))

    def delegates(self) -> list[Delegate]:
        return [delegate for _, listed in self.groups() for delegate in listed]

    def programme(self) -> Iterator[tuple[ProgrammeItem, datetime, datetime]]:
        """Each step with its start and end; what comes before the hour ends at the hour."""
        if (ceremony := self.ceremony) is None:
            return
        query = select(ProgrammeItem).where(ProgrammeItem.ceremony_id == ceremony.id)
        items = list(self.session.scalars(query.order_by(ProgrammeItem.position)))
        at = ceremony.starts_at - timedelta(minutes=sum(item.minutes for item in items if item.before_start))
        for item in items:
            end = at + timedelta(minutes=item.minutes)
            yield item, at, end
            at = end

    # ------------------------------------------------------------ papers

    def document(self, document: Document) -> Iterator[Row]:
        number = f"{document.number:02}/{document.symbol}" if document.number else f"/{document.symbol}"
        issued = document.issued_on
        dated = f"ngày {issued.day:02}" if issued else None
        yield row(*self.agency.header_lines.splitlines(), number, self.agency.place_name, dated, document.draft_year, document.title)  # fmt: skip
        for line in self.lines(Addressee, document):
            yield row(line.name)
        if document.kind.value == "invitation":
            yield row(self.agency.name)
            yield from map(_guest, self.delegates())
            yield from self._occasion()
        yield from self.outline(document)
        for line in self.lines(Recipient, document):
            yield row(line.name, f"({line.note})" if line.note else None)
        yield from _signature(document)

    def lines(self, model: type, document: Document) -> list:  # type: ignore[type-arg]
        query = select(model).where(model.document_id == document.id)  # type: ignore[attr-defined]
        return list(self.session.scalars(query.order_by(model.position)))  # type: ignore[attr-defined]

    def invitation(self, document: Document, delegate: Delegate) -> Iterator[Row]:
        yield row(*self.agency.header_lines.splitlines(), f"/{document.symbol}", document.title)
        yield row(self.agency.name)
        yield _guest(delegate)
        yield from self._occasion()
        yield from self.outline(document)
        yield from _signature(document)

    def _occasion(self) -> Iterator[Row]:
        ceremony = self.ceremony
        assert ceremony is not None
        yield row(ceremony.title)
        yield row(ceremony.chair)
        yield from self._block_time_venue(None)
        yield row(ceremony.dress, ceremony.contact, f"trước {ceremony.arrive_early} phút")

    def outline(self, document: Document) -> Iterator[Row]:
        below: dict[int | None, list[Section]] = defaultdict(list)
        for section in self.lines(Section, document):
            below[section.parent_id].append(section)
        yield from self._under(None, below)

    def _under(self, parent: int | None, below: dict[int | None, list[Section]]) -> Iterator[Row]:
        for section in below[parent]:
            yield row(section.heading)
            if section.block is not None:
                yield from getattr(self, f"_block_{section.block.value}")(section.layout)
            yield from sentences(section.text)
            yield from self._under(section.id, below)

    def annex(self, block: Block, document: Document) -> Iterator[Row]:
        yield row(f"{document.kind.label} số", f"/{document.symbol}", self.agency.name)
        if block is Block.PROGRAMME:
            yield from self._block_time_venue(None)
        if block is not Block.ASSIGNMENTS:
            yield from getattr(self, f"_block_{block.value}")(Layout.TABLE)
            return
        for unit in self.units:
            for task in self._led_by(unit):
                yield row(unit.short_name, *self._duty(task), task.expected_result)

    def sheet(self, unit: Unit, document: Document) -> Iterator[Row]:
        yield row(*self.agency.header_lines.splitlines(), self.campaign.title)
        yield row(f"/{document.symbol}", document.title)
        yield row(f"{unit.relation.label} {unit.name}")
        for task in self._led_by(unit):
            yield row(*self._duty(task), task.expected_result)
        for task in self.tasks:
            if unit in self.helpers(task):
                yield row(task.text, self.lead(task).short_name, day(task.due_on), task.due_words)
        yield from _signature(document)

    def register(self) -> Iterator[Row]:
        yield row(*self.agency.header_lines.splitlines(), self.campaign.title)
        for task in self.tasks:
            names = (self.lead(task).name, *(unit.name for unit in self.helpers(task)))
            yield row(task.text, *names, day(task.due_on), task.due_words, day(task.done_on), task.note)

    def script(self) -> Iterator[Row]:
        assert self.ceremony is not None
        yield row(*self.agency.header_lines.splitlines(), self.ceremony.title)
        yield from self._block_time_venue(None)
        for item, start, end in self.programme():
            yield row(item.title, _clock(start), _clock(end), item.performer, item.cue)
            before, mark, after = (item.script or "").partition("[[delegates]]")
            yield from sentences(before)
            if mark or "giới thiệu đại biểu" in item.title:
                everybody = self.delegates()
                for delegate in sorted(everybody, key=lambda each: not each.introduced):
                    yield row(delegate.person, delegate.title)
            yield from sentences(after)

    # ------------------------------------------------------------ live blocks

    def _block_legal_bases(self, _layout: Layout | None) -> Iterator[Row]:
        for basis in self._of(LegalBasis):
            told = (basis.number, day(basis.issued_on), basis.issuer) if basis.number else ()
            yield row(basis.kind, *told, basis.subject)

    def _block_delegates(self, layout: Layout | None) -> Iterator[Row]:
        for group, listed in self.groups():
            yield row(group.name)
            for delegate in listed:
                yield row(*_guest(delegate), delegate.note if layout is Layout.TABLE else None)

    def _block_time_venue(self, _layout: Layout | None) -> Iterator[Row]:
        ceremony = self.ceremony
        assert ceremony is not None
        at = ceremony.starts_at
        yield row(hour(at.time()), _WEEKDAYS[at.weekday()], day(at.date()))
        yield row(ceremony.venue)

    def _block_programme(self, layout: Layout | None) -> Iterator[Row]:
        for item, start, end in self.programme():
            times = (f"{_clock(start)} - {_clock(end)}", item.note) if layout is Layout.TABLE else ()
            yield row(item.title, item.performer, *times)

    def _block_assignments(self, layout: Layout | None) -> Iterator[Row]:
        assert layout is not Layout.TABLE
        for unit in self.units:
            if tasks := self._led_by(unit):
                yield row(f"Đề nghị {unit.name}" if unit.relation.value == "request" else unit.name)
                for task in tasks:
                    helpers = [helper.name for helper in self.helpers(task)]
                    yield row(task.text, day(task.due_on), task.due_words, *helpers)

    def _led_by(self, unit: Unit) -> list[Task]:
        return [task for task in self.tasks if task.lead_unit_id == unit.id]

    def _duty(self, task: Task) -> Row:
        return (task.text, *(unit.short_name for unit in self.helpers(task)), day(task.due_on) or "", task.due_words or "")  # fmt: skip

    def _block_procedures(self, layout: Layout | None) -> Iterator[Row]:
        procedures = self._of(Procedure)
        places = dict.fromkeys(procedure.served_at for procedure in procedures)
        for place in places:
            listed = [procedure for procedure in procedures if procedure.served_at == place]
            yield from () if layout is Layout.TABLE else [row(place, f"{len(listed):02}")]
            for procedure in listed:
                yield row(procedure.name, procedure.code, place if layout is Layout.TABLE else None)

    def _block_service_days(self, _layout: Layout | None) -> Iterator[Row]:
        days = self._of(ServiceDay)
        for each in days:
            weekday = None if each.weekday is None else f"{_WEEKDAYS[each.weekday]} hằng tuần"
            title = each.name if len(days) > 1 else None
            hours = (hour(each.opens_at), hour(each.closes_at))
            yield row(title, weekday, each.words, day(each.starts_on), *hours, each.place)

    def _block_publicity(self, _layout: Layout | None) -> Iterator[Row]:
        for each in self._of(Activity):
            unit = self.session.get_one(Unit, each.unit_id).name
            yield row(each.channel.label, each.content, day(each.starts_on), day(each.ends_on), each.place, unit)  # fmt: skip

    def _block_attendance(self, _layout: Layout | None) -> Iterator[Row]:
        for group, listed in self.groups():
            invited = sum(delegate.headcount or 1 for delegate in listed)
            came = [delegate.attended for delegate in listed if delegate.attended is not None]
            yield row(group.name, f"{invited:02}", f"{sum(came):02}" if came else "chưa điểm danh")

    def _block_task_results(self, _layout: Layout | None) -> Iterator[Row]:
        for task in self.tasks:
            result = f"ngày {day(task.done_on)}" if task.done_on else task.status.label
            yield row(task.text, self.lead(task).short_name, day(task.due_on), task.due_words, result)


def _guest(delegate: Delegate) -> Row:
    name = f"{delegate.honorific or ''} {delegate.person}" if delegate.person else None
    heads = f"{delegate.headcount:02}" if delegate.headcount and not name else None  # a person is not counted
    return row(name, delegate.title, heads)


def _signature(document: Document) -> Iterator[Row]:
    yield row(*(document.authority or "").splitlines())
    yield row(document.position)
    yield row(document.signer_name)


def _clock(at: datetime) -> str:
    return f"{at.hour} giờ {at.minute:02}"
