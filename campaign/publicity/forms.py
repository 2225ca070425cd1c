"""Form of publicity activities."""

from campaign.fields import ChoiceField, DateField, LineField, LinesField, PickField, RecordForm
from campaign.glossary import Channel
from campaign.publicity import phrases
from campaign.publicity.rules import ActivityDraft


class ActivityForm(RecordForm):
    """Adds or edits an activity."""

    draft_type = ActivityDraft
    channel = ChoiceField(phrases.CHANNEL, Channel)
    content = LinesField(phrases.CONTENT, required=True, limit=2000, description=phrases.CONTENT_HINT)
    unit_id = PickField(phrases.UNIT)
    starts_on = DateField(phrases.STARTS_ON)
    ends_on = DateField(phrases.ENDS_ON)
    place = LineField(phrases.PLACE)
    note = LinesField(phrases.NOTE, limit=2000)
