"""What people type while they edit a document: drafts and their checks, moves in the outline, lists typed as lines.

drafts    DocumentDraft, SectionDraft, LegalBasisDraft, RecipientDraft, and what each must keep to
moves     a section up, down, deeper, less deep: pure moves in a tree of ids
lines     Kính gửi and Nơi nhận typed one line a place
starters  the outline a new document begins with, one per kind
phrases   the sentences of all this
"""

from campaign.documents.rules.editing.drafts import (
    DocumentDraft,
    LegalBasisDraft,
    RecipientDraft,
    SectionDraft,
    SectionText,
)

__all__ = ["DocumentDraft", "LegalBasisDraft", "RecipientDraft", "SectionDraft", "SectionText"]
