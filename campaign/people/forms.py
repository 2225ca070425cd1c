"""Forms of people."""

from collections.abc import Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField
from wtforms.widgets import PasswordInput

from campaign.fields import (
    ChoiceField,
    DateField,
    EmailField,
    LineField,
    LinesField,
    NumberField,
    PickField,
    RecordForm,
)
from campaign.glossary import DayOffKind, DayOffShift, Level, Relation, Role, SizeProfile
from campaign.people import phrases
from campaign.people.model import Agency, Unit
from campaign.people.phrases import Preset
from campaign.people.rules.agencies import AgencyDraft, SignerDraft
from campaign.people.rules.days_off import ConfirmationDraft, DayOffDraft, DaysOffDraft, ShiftDraft
from campaign.people.rules.units import DIGEST_HOURS, USUAL_DIGEST_HOUR, UnitDraft
from campaign.people.rules.users import PasswordDraft, UserDraft


class SecretField(LineField):
    """A password: kept as typed, blanks and all, and never sent back to the page."""

    widget = PasswordInput(hide_value=True)

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, required=True, limit=200, **options)

    def tidy(self, text: str) -> str:
        return text


class SignInForm(RecordForm):
    """Who comes in."""

    email = LineField(phrases.EMAIL, required=True)
    password = SecretField(phrases.PASSWORD)
    remember = BooleanField(phrases.REMEMBER, description=phrases.REMEMBER_HINT)


class PasswordForm(RecordForm):
    """Changes one's own password."""

    draft_type = PasswordDraft
    current = SecretField(phrases.CURRENT)
    new = SecretField(phrases.NEW, description=phrases.NEW_HINT)
    again = SecretField(phrases.AGAIN)


class PresetForm(FlaskForm):
    """A usual kind of agency and its place, to fill the form of a new one from; sent by GET."""

    preset = ChoiceField(phrases.PRESET, Preset, description=phrases.PRESET_HINT)
    place = LineField(phrases.PRESET_PLACE, required=True, limit=60, description=phrases.PRESET_PLACE_HINT)
    field = LineField(phrases.PRESET_FIELD, limit=120, description=phrases.PRESET_FIELD_HINT)


class AgencyForm(RecordForm):
    """Adds or edits an agency."""

    draft_type = AgencyDraft
    name = LineField(phrases.AGENCY_NAME, required=True, description=phrases.AGENCY_NAME_HINT)
    short_name = LineField(phrases.SHORT_NAME, required=True, limit=60, description=phrases.SHORT_NAME_HINT)
    level = ChoiceField(phrases.LEVEL, Level, default=Level.COMMUNE, description=phrases.LEVEL_HINT)
    parent_line = LineField(phrases.PARENT_LINE, limit=120, description=phrases.PARENT_LINE_HINT)
    header_lines = LinesField(phrases.HEADER, required=True, limit=360, description=phrases.HEADER_HINT)
    symbol = LineField(phrases.SYMBOL_LABEL, required=True, limit=30, description=phrases.SYMBOL_HINT)
    place_name = LineField(phrases.PLACE, required=True, limit=60, description=phrases.PLACE_HINT)
    size_profile = ChoiceField(phrases.SIZE_PROFILE, SizeProfile, default=SizeProfile.LARGE)
    contact = LineField(phrases.CONTACT, description=phrases.CONTACT_HINT)
    organizer_email = EmailField(phrases.ORGANIZER, description=phrases.ORGANIZER_HINT)


class SignerForm(RecordForm):
    """Adds or edits a signer."""

    draft_type = SignerDraft
    authority = LinesField(phrases.AUTHORITY, limit=200, description=phrases.AUTHORITY_HINT)
    position = LineField(phrases.POSITION, required=True, limit=120, description=phrases.SIGNER_POSITION_HINT)
    name = LineField(phrases.SIGNER_NAME, required=True, limit=120, description=phrases.SIGNER_NAME_HINT)
    valid_from = DateField(phrases.VALID_FROM)
    valid_to = DateField(phrases.VALID_TO)


class UnitForm(RecordForm):
    """Adds or edits a unit."""

    draft_type = UnitDraft
    name = LineField(phrases.UNIT_NAME, required=True, limit=200)
    short_name = LineField(phrases.SHORT_NAME, required=True, limit=60, description=phrases.UNIT_SHORT_HINT)
    relation = ChoiceField(phrases.RELATION, Relation, description=phrases.RELATION_HINT)
    email = EmailField(phrases.EMAIL)
    phone = LineField(phrases.PHONE, limit=40)
    digest_hour = NumberField(
        phrases.DIGEST_HOUR,
        low=DIGEST_HOURS[0],
        high=DIGEST_HOURS[-1],
        required=True,
        default=USUAL_DIGEST_HOUR,
        description=phrases.DIGEST_HOUR_HINT,
    )
    valid_from = DateField(phrases.VALID_FROM)
    valid_to = DateField(phrases.VALID_TO)


class DayOffForm(RecordForm):
    """Edits one day of an office's calendar."""

    draft_type = DayOffDraft
    day = DateField(phrases.DAY, required=True)
    kind = ChoiceField(phrases.DAY_KIND, DayOffKind, default=DayOffKind.OFF)
    name = LineField(phrases.DAY_NAME, required=True, limit=120, description=phrases.DAY_NAME_HINT)
    source = LineField(phrases.DAY_SOURCE, limit=200, description=phrases.DAY_SOURCE_HINT)


class DaysOffForm(DayOffForm):
    """Adds one day or several in a row."""

    draft_type = DaysOffDraft
    last_day = DateField(phrases.LAST_DAY, description=phrases.LAST_DAY_HINT)


class ConfirmationForm(RecordForm):
    """Names the paper that confirms the public calendar of a year."""

    draft_type = ConfirmationDraft
    source = LineField(phrases.DAY_SOURCE, required=True, limit=200, description=phrases.DAY_SOURCE_HINT)


class ShiftForm(RecordForm):
    """Says where due days go that fall on a day off."""

    draft_type = ShiftDraft
    due_shift = ChoiceField(phrases.DUE_SHIFT, DayOffShift)


class UserForm(RecordForm):
    """Adds or edits a user."""

    draft_type = UserDraft
    full_name = LineField(phrases.FULL_NAME, required=True, limit=120)
    email = EmailField(phrases.EMAIL, required=True, limit=200)
    position = LineField(phrases.POSITION, limit=120, description=phrases.USER_POSITION_HINT)
    role = ChoiceField(phrases.ROLE, Role, default=Role.DRAFTER)
    agency_id = PickField(phrases.AGENCY, description=phrases.AGENCY_FIELD_HINT)
    unit_id = PickField(phrases.UNIT, description=phrases.UNIT_FIELD_HINT)
    active = BooleanField(phrases.ACTIVE, default=True)

    def offer(self, agencies: Sequence[Agency], units: Sequence[Unit]) -> None:
        """Set the agencies and units to choose from; with several agencies each unit is named with its own."""
        names = {agency.id: agency.name for agency in agencies}
        self.agency_id.offer(list(names.items()))
        self.unit_id.offer(
            [
                (unit.id, phrases.UNIT_IN_AGENCY.format(unit=unit.name, agency=names[unit.agency_id]))
                if len(names) > 1
                else (unit.id, unit.name)
                for unit in units
            ]
        )
