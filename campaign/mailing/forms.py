"""Forms of messages."""

from dataclasses import dataclass

from campaign.fields import EmailField, RecordForm
from campaign.mailing import phrases


@dataclass(frozen=True)
class Resending:
    """What a person may change of a message before it goes again."""

    to_address: str


class ResendForm(RecordForm):
    """Sends a message again, perhaps to another address."""

    draft_type = Resending
    to_address = EmailField(phrases.TO_ADDRESS, required=True, limit=254)
