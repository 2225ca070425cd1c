"""Forms of campaigns."""

from campaign.campaigns import phrases
from campaign.campaigns.rules import CODE_LIMIT, CampaignDraft
from campaign.fields import ChoiceField, DateField, LineField, LinesField, PickField, RecordForm
from campaign.glossary import CampaignStatus


class CampaignForm(RecordForm):
    """Adds or edits a campaign; `agency_id` stays only where an administrator of every office adds one."""

    draft_type = CampaignDraft
    title = LineField(phrases.TITLE, required=True, limit=200, description=phrases.TITLE_HINT)
    agency_id = PickField(phrases.AGENCY, required=True)
    summary = LinesField(phrases.SUMMARY, limit=2000, description=phrases.SUMMARY_HINT)
    starts_on = DateField(phrases.STARTS_ON)
    ends_on = DateField(phrases.ENDS_ON)
    status = ChoiceField(phrases.STATUS, CampaignStatus)
    code = LineField(phrases.CODE, limit=CODE_LIMIT, description=phrases.CODE_HINT)
