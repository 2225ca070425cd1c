"""The form of a move: first the new day, then what shall stay."""

from datetime import date, datetime, time
from typing import cast

from wtforms import BooleanField

from campaign.ceremonies.model import Ceremony
from campaign.fields import DateField, LineField, PickManyField, RecordForm, TimeField
from campaign.rescheduling import phrases
from campaign.rescheduling.rules import Kind, MoveDraft, Outlook


class MoveForm(RecordForm):
    """The new day and hour; on the second step the things to keep, and the notice."""

    draft_type = MoveDraft
    day = DateField(phrases.DAY, required=True)
    starts = TimeField(phrases.STARTS, required=True)
    reason = LineField(phrases.REASON, limit=200, description=phrases.REASON_HINT)
    keep_tasks = PickManyField("")
    keep_publicity = PickManyField("")
    draft_notice = BooleanField(phrases.DRAFT_NOTICE)

    @classmethod
    def of(cls, ceremony: Ceremony, given: object = None) -> "MoveForm":
        """The form of a ceremony, with its present hour; `given` are an address's values, for the preview."""
        form = cls(given) if given is not None else cls()
        if not form.starts.raw_data:
            form.starts.data = ceremony.starts_at.time()
        return form

    def offer(self, outlook: Outlook) -> None:
        """Everything that moves may be told to stay."""
        for kind, field in ((Kind.TASK, self.keep_tasks), (Kind.PUBLICITY, self.keep_publicity)):
            field.offer(
                [(move.dated.id, move.dated.title) for move in outlook.moves if move.dated.kind is kind]
            )

    def starts_at(self) -> datetime:
        """The new start; call it when day and hour are valid."""
        return datetime.combine(cast(date, self.day.data), cast(time, self.starts.data))

    def draft(self) -> MoveDraft:
        """The move as chosen."""
        return MoveDraft(
            self.starts_at(), self.reason.data or None, self.keep_tasks.data, self.keep_publicity.data,
            self.draft_notice.data,
        )  # fmt: skip
