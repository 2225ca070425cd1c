"""Forms of service days and procedures."""

from typing import Any

from campaign.fields import DateField, LineField, LinesField, PickField, RecordForm, TimeField
from campaign.service_days import phrases, rules
from campaign.service_days.rules import ProcedureDraft, ServiceDayDraft


class WeekdayField(PickField):
    """A day of the week, 0 Monday … 6 Sunday; None when words say when."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, **options)
        self.offer([(weekday, rules.spoken_weekday(weekday)) for weekday in range(7)])


class ServiceDayForm(RecordForm):
    """Adds or edits a service day."""

    draft_type = ServiceDayDraft
    name = LineField(phrases.NAME, required=True, limit=200, description=phrases.NAME_HINT)
    weekday = WeekdayField(phrases.WEEKDAY)
    words = LineField(phrases.WORDS, limit=200, description=phrases.WORDS_HINT)
    starts_on = DateField(phrases.STARTS_ON, required=True)
    ends_on = DateField(phrases.ENDS_ON, description=phrases.ENDS_ON_HINT)
    opens_at = TimeField(phrases.OPENS_AT)
    closes_at = TimeField(phrases.CLOSES_AT, description=phrases.CLOSES_AT_HINT)
    place = LineField(phrases.PLACE)
    note = LinesField(phrases.NOTE, limit=2000)


class ProcedureForm(RecordForm):
    """Adds or edits a procedure."""

    draft_type = ProcedureDraft
    name = LineField(phrases.PROCEDURE, required=True, limit=500)
    code = LineField(phrases.CODE, limit=20, description=phrases.CODE_HINT)
    served_at = LineField(phrases.SERVED_AT, required=True, limit=200, description=phrases.SERVED_AT_HINT)
