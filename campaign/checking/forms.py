"""The form a file to be checked is dropped on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wtforms import BooleanField, FileField
from wtforms.validators import StopValidation

from campaign.checking import phrases
from campaign.fields import RecordForm
from campaign.vietnamese import clean


@dataclass(frozen=True)
class Upload:
    """A file as it was sent."""

    name: str
    data: bytes


class UploadField(FileField):
    """One file, which must be given; data is an Upload, or None."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        sent = next((file for file in valuelist if getattr(file, "filename", "")), None)
        self.data = Upload(clean(sent.filename), sent.read()) if sent else None

    def pre_validate(self, form: Any) -> None:
        if self.data is None:
            raise StopValidation(phrases.NO_UPLOAD)


class CheckForm(RecordForm):
    """A Word file to look at; `issuing`: as one about to be issued; `mend`: with a corrected copy."""

    file = UploadField(phrases.FILE, description=phrases.FILE_HINT)
    issuing = BooleanField(phrases.ISSUING, description=phrases.ISSUING_HINT)
    mend = BooleanField(phrases.MEND, default=True, description=phrases.MEND_HINT)
