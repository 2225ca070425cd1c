"""Papers of a document: which template, with what context, and what keeps it from being ready.

A context holds text, lists, dicts, and tuples of Span where the template writes {{r …}}; docx_templates/FIELDS.md
names every field.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from campaign.documents import phrases
from campaign.documents.rules import letterhead
from campaign.documents.rules.blocks.gathering import delegate_words
from campaign.documents.rules.letterhead import listed
from campaign.documents.rules.outline import Body, Line, draw_body
from campaign.documents.rules.plan import Ceremony, DocumentDraft, Plan
from campaign.errors import Problem
from campaign.glossary import DocumentKind, SizeProfile
from campaign.vietnamese import fold, moment, quotes, safe_file_name

Context = dict[str, Any]
_STAMPS = ("urgency", "circulation")
_LAID = ("attached", "about", "date_line")  # texts whose breaks are looks
_KEEPS = "keeps"
_ABOUT = 28  # characters of a line under the number of a letter


@dataclass(frozen=True)
class Paper:
    """A paper ready to be written; problems name a section's key as their field, or nothing for the whole.

    `title_field` is the text of the context under which the template draws the title's line, on a page that has `room`
    millimetres for text.
    """

    template: str
    context: Mapping[str, Any]
    file_name: str
    size_profile: SizeProfile = SizeProfile.LARGE
    problems: tuple[Problem, ...] = ()
    title_field: str = "title"
    room: float = letterhead.TEXT_WIDTH

    @property
    def digest(self) -> str:
        """The same as long as the paper says the same, however it looks.

        A stamp that is not there says nothing: papers issued before there were stamps have not changed.
        """
        told = {name: value for name, value in words(self.context).items() if value or name not in _STAMPS}
        said = json.dumps(told, sort_keys=True, ensure_ascii=False, default=vars)
        return hashlib.sha256(said.encode()).hexdigest()

    @property
    def indents(self) -> dict[str, float]:
        """See letterhead.indents."""
        title = self.context.get(self.title_field, "")
        return letterhead.indents(self.context.get("agency_lines", ()), title, self.size_profile, self.room)


def words(context: Mapping[str, Any]) -> Context:
    """A context without what is only looks: where lines break in some of its texts, and which keep with the next."""
    said = dict(context)
    for name in _LAID:
        if name in said:
            said[name] = said[name].replace("\n", " ").replace(letterhead.JOINED, " ")
    if "body" in said:
        said["body"] = [
            {name: value for name, value in line.items() if name != _KEEPS} for line in said["body"]
        ]
    return said


def draw(document: DocumentDraft, plan: Plan) -> Paper:
    """The document itself, without its annexes."""
    template, draw_kind = _KINDS[document.kind]
    context, problems = draw_kind(document, plan)
    wrong = [Problem("", sentence) for sentence in letterhead.problems(document)]
    return Paper(template, context, file_name(document), document.size_profile, (*wrong, *problems))


def file_name(document: DocumentDraft) -> str:
    """ "Kế hoạch 05-KH-UBND Tổ chức lễ ….docx": what the file of a document is called."""
    number = f"{document.number:02}-{document.symbol}" if document.number is not None else document.symbol
    words = phrases.FILE_OF_DOCUMENT.format(kind=document.kind.label, number=number, title=document.title)
    return safe_file_name(f"{words}.docx")


def frame(document: DocumentDraft) -> Context:
    """Everything round the body."""
    return {
        **letterhead.head(document),
        **letterhead.addressees(document.addressees),
        **letterhead.signature(document),
        **letterhead.stamps(document),
        "recipients": letterhead.recipients(
            document.recipients, letterhead.drafter_mark(document.drafter_code, document.copies)
        ),
        "agency": document.agency.name,
    }


def body_context(lines: tuple[Line, ...]) -> list[Context]:
    """The lines of a body for the loop of a template: kind, text, the rows of a table, and whether it keeps with the next."""
    return [
        {"kind": f"table_{line.table.kind}", "text": (), "rows": list(line.table.rows), _KEEPS: False}
        if line.table
        else {"kind": line.kind, "text": line.spans, "rows": [], _KEEPS: line.keeps}
        for line in lines
    ]


def _named(document: DocumentDraft, plan: Plan) -> tuple[Context, list[Problem]]:
    """Mẫu 1.4: a document with a type name (kế hoạch, báo cáo)."""
    body = draw_body(document.outline, plan, document.numbering)
    context = {**frame(document), "body": body_context(body.lines)}
    return context, [*body.problems, *_body_problems(document, body)]


def _letter(document: DocumentDraft, plan: Plan) -> tuple[Context, list[Problem]]:
    """Mẫu 1.5: a letter, with its subject under the number and its addressees above the body."""
    context, problems = _named(document, plan)
    if not document.addressees:
        problems.append(Problem("", phrases.NO_ADDRESSEE))
    about = phrases.ABOUT.format(title=quotes(document.title))
    return {**context, "about": letterhead.balanced(about, _ABOUT)}, problems


def _invitation(document: DocumentDraft, plan: Plan) -> tuple[Context, list[Problem]]:
    """Mẫu 1.7: one letter that invites everyone it lists: its own addressees, or else every delegate of the plan."""
    context, problems = invitation_frame(document, plan)
    guests = list(document.addressees) or [delegate_words(delegate) for delegate in plan.delegates]
    if not guests:
        problems.append(Problem("", phrases.NO_DELEGATES))
    return {**context, "guests": listed([quotes(guest.rstrip(" ;.,")) for guest in guests])}, problems


def invitation_frame(document: DocumentDraft, plan: Plan) -> tuple[Context, list[Problem]]:
    """What every invitation to the ceremony says, whoever is invited; the outline's lines end it."""
    body = draw_body(document.outline, plan, document.numbering)
    problems = list(body.problems)
    if plan.ceremony is None:
        problems.append(Problem("", phrases.NO_CEREMONY))
    context = {**frame(document), **ceremony_facts(plan.ceremony), "body": body_context(body.lines)}
    return context, problems


def ceremony_facts(ceremony: Ceremony | None) -> Context:
    """The facts of the ceremony as text; without one, room to write what, when and where, and nothing else."""
    if ceremony is None:
        return dict.fromkeys(("ceremony", "time", "venue"), phrases.TO_FILL_IN) | dict.fromkeys(
            ("chair", "dress", "arrive_early", "ask", "remark"), ""
        )
    return {
        "ceremony": quotes(ceremony.title),
        "time": moment(ceremony.starts_at),
        "venue": quotes(ceremony.venue),
        "chair": ceremony.chair or "",
        "dress": ceremony.dress or "",
        "arrive_early": str(ceremony.arrive_early) if ceremony.arrive_early else "",
        "ask": ceremony.contact or "",
        "remark": ceremony.note or "",
    }


def _body_problems(document: DocumentDraft, body: Body) -> list[Problem]:
    if not body.lines:
        return [Problem("", phrases.NO_BODY)]
    mentioned = any(fold(phrases.ANNEX) in fold(line.text) for line in body.lines)
    return [Problem("", phrases.ANNEX_UNMENTIONED)] if document.annexes and not mentioned else []


_KINDS: dict[DocumentKind, tuple[str, Callable[[DocumentDraft, Plan], tuple[Context, list[Problem]]]]] = {
    DocumentKind.PLAN: ("ke-hoach.docx", _named),
    DocumentKind.LETTER: ("cong-van.docx", _letter),
    DocumentKind.INVITATION: ("giay-moi.docx", _invitation),
    DocumentKind.REPORT: ("bao-cao.docx", _named),
}
