"""Invitations: one letter for each delegate, all drawn from the same invitation document and plan."""

from collections.abc import Mapping, Sequence
from datetime import date

from campaign.documents import phrases
from campaign.documents.rules.blocks.gathering import delegate_words, position
from campaign.documents.rules.papers import Context, Paper, invitation_frame
from campaign.documents.rules.plan import Delegate, DocumentDraft, Plan
from campaign.vietnamese import quotes, safe_file_name, short_date

TEMPLATE = "giay-moi-dai-bieu.docx"


def draw_invitations(
    document: DocumentDraft,
    plan: Plan,
    delegates: Sequence[Delegate] | None = None,
    links: Mapping[int, str] | None = None,
    answer_by: date | None = None,
    numbered: Sequence[int] = (),
) -> list[Paper]:
    """A paper for each of the delegates (None: all of the plan, in order of protocol).

    `links` are the pages where they answer, by delegate id; `answer_by` is the last day to answer. `numbered` are ids
    of delegates whose letters bear the first numbers already, though some may not be invited any more.

    Problems of the document are the problems of every paper, so look at the first before a batch is written.
    """
    frame, problems = invitation_frame(document, plan)
    shared = {**frame, "answer_by": short_date(answer_by) if answer_by else ""}
    addresses = links or {}
    invited = plan.delegates if delegates is None else delegates
    order = dict.fromkeys((*numbered, *(delegate.id for delegate in invited)))
    numbers = {delegate_id: number for number, delegate_id in enumerate(order, start=1)}
    return [
        Paper(
            TEMPLATE,
            {**shared, **guest_context(delegate), "answer_link": addresses.get(delegate.id, "")},
            _file_name(numbers[delegate.id], delegate),
            document.size_profile,
            tuple(problems),
        )
        for delegate in invited
    ]


def guest_context(delegate: Delegate) -> Context:
    """Who is invited: the person with the position below, or the position or quota alone."""
    if not delegate.person:
        return {"guest": quotes(delegate_words(delegate)), "guest_position": ""}
    return {"guest": named(delegate), "guest_position": quotes(position(delegate)).rstrip(" ;.,")}


def named(delegate: Delegate) -> str:
    """A person with the form of address, or the position while nobody is named."""
    if not delegate.person:
        return position(delegate)
    return " ".join(part for part in (delegate.honorific, delegate.person) if part)


def _file_name(number: int, delegate: Delegate) -> str:
    """Numbered through in order of protocol, so that files sort and no two are the same."""
    return safe_file_name(phrases.FILE_OF_INVITATION.format(number=number, guest=named(delegate)) + ".docx")
