"""Forms of ceremonies and programme items."""

from collections.abc import Sequence
from datetime import time
from typing import Self

from wtforms import BooleanField

from campaign.ceremonies import phrases, rules
from campaign.ceremonies.model import Ceremony
from campaign.ceremonies.rules import CeremonyDraft, ItemDraft
from campaign.fields import DateField, LineField, LinesField, NumberField, PickField, RecordForm, TimeField
from campaign.people.model import Unit


class CeremonyForm(RecordForm):
    """Adds or edits a ceremony; day and hours are typed apart, as people say them."""

    draft_type = CeremonyDraft
    title = LineField(phrases.TITLE, required=True, description=phrases.TITLE_HINT)
    day = DateField(phrases.DAY, required=True)
    starts = TimeField(phrases.STARTS, required=True, default=time(7, 30))
    ends = TimeField(phrases.ENDS, description=phrases.ENDS_HINT)
    venue = LineField(phrases.VENUE, required=True)
    chair = LineField(phrases.CHAIR)
    dress = LineField(phrases.DRESS, description=phrases.DRESS_HINT)
    arrive_early = NumberField(phrases.ARRIVE_EARLY, high=240, required=True, default=15)
    contact = LineField(phrases.CONTACT, description=phrases.CONTACT_HINT)
    note = LinesField(phrases.NOTE, limit=2000)

    @classmethod
    def of(cls, ceremony: Ceremony) -> Self:
        """The form of a ceremony as stored, or as posted over it."""
        form = cls(obj=_draft_of(ceremony))
        if not form.is_submitted():
            form.version.data = str(ceremony.version)
        return form

    def differences(self, record: object) -> list[tuple[str, str, str]]:
        """As RecordForm's, with the stored moment taken apart into day and hours."""
        assert isinstance(record, Ceremony)  # noqa: S101 - tells the type
        return super().differences(_draft_of(record))


class ItemForm(RecordForm):
    """Adds or edits a step of the programme."""

    draft_type = ItemDraft
    title = LineField(phrases.ITEM_TITLE, required=True)
    minutes = NumberField(phrases.MINUTES, low=rules.SHORTEST, high=rules.LONGEST, required=True)
    performer = LineField(phrases.PERFORMER, description=phrases.PERFORMER_HINT)
    before_start = BooleanField(phrases.BEFORE_START, description=phrases.BEFORE_START_HINT)
    unit_id = PickField(phrases.UNIT)
    script = LinesField(phrases.SCRIPT, description=phrases.SCRIPT_HINT)
    cue = LineField(phrases.CUE, description=phrases.CUE_HINT)
    note = LinesField(phrases.NOTE, limit=2000)

    def offer_units(self, units: Sequence[Unit]) -> None:
        """Set the agency's units as choices."""
        self.unit_id.offer([(unit.id, unit.name) for unit in units])


def _draft_of(ceremony: Ceremony) -> CeremonyDraft:
    """A stored ceremony in the shape people type it."""
    return CeremonyDraft(
        title=ceremony.title,
        day=ceremony.starts_at.date(),
        starts=ceremony.starts_at.time(),
        venue=ceremony.venue,
        ends=ceremony.ends_at.time() if ceremony.ends_at else None,
        chair=ceremony.chair,
        dress=ceremony.dress,
        arrive_early=ceremony.arrive_early,
        contact=ceremony.contact,
        note=ceremony.note,
    )
