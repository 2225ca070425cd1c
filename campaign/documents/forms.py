"""Forms of documents, their sections, and legal bases."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from wtforms import BooleanField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation
from wtforms.widgets import CheckboxInput, ListWidget

from campaign import phrases as shared
from campaign.documents.rules.editing import (
    DocumentDraft,
    LegalBasisDraft,
    RecipientDraft,
    SectionText,
    phrases,
)
from campaign.documents.rules.editing.lines import read_addressees, read_recipients
from campaign.fields import ChoiceField, DateField, LineField, LinesField, NumberField, PickField, RecordForm
from campaign.glossary import (
    Annex,
    Block,
    Circulation,
    DocumentKind,
    Layout,
    Numbering,
    SizeProfile,
    Urgency,
)
from campaign.people.model import Signer


class AnnexesField(SelectMultipleField):
    """Annexes as check boxes; data is a list of values of glossary.Annex in their order on the page."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, **options: Any) -> None:
        choices = [SelectChoice(annex.value, annex.label) for annex in Annex]
        super().__init__(label, choices=choices, coerce=str, **options)

    def pre_validate(self, form: Any) -> None:
        if not {*(self.data or [])} <= {annex.value for annex in Annex}:
            raise StopValidation(shared.BAD_CHOICE)


class DocumentForm(RecordForm):
    """Adds a document, or edits what is round its outline."""

    draft_type = DocumentDraft
    kind = ChoiceField(phrases.KIND, DocumentKind)
    title = LineField(phrases.TITLE, required=True, limit=500, description=phrases.TITLE_HINT)
    symbol = LineField(phrases.SYMBOL, limit=30, description=phrases.SYMBOL_HINT)
    numbering = ChoiceField(phrases.NUMBERING, Numbering)
    size_profile = ChoiceField(phrases.SIZE_PROFILE, SizeProfile)
    draft_year = NumberField(phrases.DRAFT_YEAR, low=2000, high=2100, required=True)
    draft_month = NumberField(phrases.DRAFT_MONTH, low=1, high=12, description=phrases.DRAFT_MONTH_HINT)
    signer_id = PickField(phrases.SIGNER, description=phrases.SIGNER_HINT)
    authority = LinesField(phrases.AUTHORITY, limit=200, description=phrases.AUTHORITY_HINT)
    position = LineField(phrases.POSITION, limit=100)
    signer_name = LineField(phrases.SIGNER_NAME, limit=100)
    annexes = AnnexesField(phrases.ANNEXES)
    urgency = ChoiceField(phrases.URGENCY, Urgency, default=Urgency.NORMAL, description=phrases.URGENCY_HINT)
    circulation = ChoiceField(
        phrases.CIRCULATION, Circulation, default=Circulation.FREE, description=phrases.CIRCULATION_HINT
    )
    drafter_code = LineField(phrases.DRAFTER_CODE, limit=10, description=phrases.DRAFTER_CODE_HINT)
    copies = NumberField(phrases.COPIES, low=1)

    def offer_signers(self, signers: Sequence[Signer]) -> None:
        """Set the agency's signers as choices."""
        self.signer_id.offer([(signer.id, f"{signer.name}, {signer.position}") for signer in signers])

    def draft(self) -> DocumentDraft:
        """The typed values, annexes as members of glossary.Annex."""
        draft: DocumentDraft = super().draft()
        return DocumentDraft(**vars(draft) | {"annexes": [Annex(value) for value in draft.annexes]})

    def differences(self, record: Any) -> list[tuple[str, str, str]]:
        """As for every record, with annexes by their names."""
        theirs, mine = (
            ", ".join(Annex(value).label for value in values)
            for values in (record.annexes, self.annexes.data)
        )
        label = self.annexes.label.text
        rows = [row for row in super().differences(record) if row[0] != label]
        return [*rows, (label, theirs, mine)] if theirs != mine else rows


@dataclass(frozen=True)
class PartiesDraft:
    """Kính gửi and Nơi nhận as typed, one line a place."""

    addressees: str
    recipients: str


class PartiesForm(RecordForm):
    """To whom a document goes."""

    draft_type = PartiesDraft
    addressees = LinesField(phrases.ADDRESSEES, limit=20_000, description=phrases.LINES_HINT)
    recipients = LinesField(phrases.RECIPIENTS, limit=20_000, description=phrases.RECIPIENTS_HINT)

    def names(self) -> list[str]:
        """The places of Kính gửi."""
        return read_addressees(self.addressees.data or "")

    def drafts(self) -> list[RecipientDraft]:
        """The lines of Nơi nhận."""
        return read_recipients(self.recipients.data or "")


class SectionForm(RecordForm):
    """Adds or edits a section of the outline."""

    draft_type = SectionText
    heading = LineField(phrases.HEADING)
    text = LinesField(phrases.TEXT, limit=20_000)
    numbered = BooleanField(phrases.NUMBERED, default=True)
    run_in = BooleanField(phrases.RUN_IN)
    block = ChoiceField(phrases.BLOCK, Block, optional=True, description=phrases.BLOCK_HINT)
    layout = ChoiceField(phrases.LAYOUT, Layout, optional=True, description=phrases.LAYOUT_HINT)


class BasisForm(RecordForm):
    """Adds or edits a legal basis."""

    draft_type = LegalBasisDraft
    kind = LineField(phrases.BASIS_KIND, required=True, limit=60, description=phrases.BASIS_KIND_HINT)
    number = LineField(phrases.BASIS_NUMBER, limit=60, description=phrases.BASIS_NUMBER_HINT)
    issued_on = DateField(phrases.BASIS_DAY)
    issuer = LineField(phrases.BASIS_ISSUER, limit=200)
    subject = LineField(
        phrases.BASIS_SUBJECT, required=True, limit=600, description=phrases.BASIS_SUBJECT_HINT
    )


class IssueForm(RecordForm):
    """Day and, where the paper register was used, number of an issue; why, where the format is wrong."""

    issued_on = DateField(phrases.ISSUED_ON, required=True)
    number = NumberField(phrases.NUMBER, low=1, high=99_999, description=phrases.NUMBER_HINT)
    reason = LinesField(phrases.ISSUE_REASON, limit=1000, description=phrases.ISSUE_REASON_HINT)

    def day(self) -> date | None:
        """The day typed; None when there is none or it cannot be read."""
        return cast(date | None, self.issued_on.data)
