"""Who may do what: one table from roles to permissions named "noun:verb"."""

from enum import StrEnum

from campaign.glossary import Role


class Permission(StrEnum):
    """Everything a guarded page can ask for. `read` looks, `edit` adds, changes, deletes and restores."""

    HOME_READ = "home:read"
    CAMPAIGN_READ = "campaign:read"
    CAMPAIGN_EDIT = "campaign:edit"
    CEREMONY_READ = "ceremony:read"
    CEREMONY_EDIT = "ceremony:edit"
    TASK_READ = "task:read"
    TASK_EDIT = "task:edit"
    TASK_REPORT = "task:report"
    TASK_CONFIRM = "task:confirm"
    DELEGATE_READ = "delegate:read"
    DELEGATE_EDIT = "delegate:edit"
    DELEGATE_COUNT = "delegate:count"
    SERVICE_DAY_READ = "service_day:read"
    SERVICE_DAY_EDIT = "service_day:edit"
    PUBLICITY_READ = "publicity:read"
    PUBLICITY_EDIT = "publicity:edit"
    DOCUMENT_READ = "document:read"
    DOCUMENT_EDIT = "document:edit"
    DOCUMENT_APPROVE = "document:approve"
    DOCUMENT_ISSUE = "document:issue"
    READING_EDIT = "reading:edit"
    DOSSIER_EXPORT = "dossier:export"
    MAIL_READ = "mail:read"
    MAIL_EDIT = "mail:edit"
    HISTORY_READ = "history:read"
    DIRECTORY_READ = "directory:read"
    UNIT_EDIT = "unit:edit"
    DAY_OFF_EDIT = "day_off:edit"
    AGENCY_EDIT = "agency:edit"
    USER_EDIT = "user:edit"
    ACCOUNT_EDIT = "account:edit"


P = Permission
_OWN = {P.HOME_READ, P.ACCOUNT_EDIT}
_MEMBER = _OWN | {P.CAMPAIGN_READ, P.CEREMONY_READ, P.TASK_READ, P.TASK_REPORT}
_RECEPTION = _OWN | {P.CAMPAIGN_READ, P.CEREMONY_READ, P.DELEGATE_READ, P.DELEGATE_COUNT}
_READER = _OWN | {permission for permission in P if permission.endswith(":read")} | {P.DOSSIER_EXPORT}
_EDITS = {P.CAMPAIGN_EDIT, P.CEREMONY_EDIT, P.TASK_EDIT, P.TASK_REPORT, P.TASK_CONFIRM, P.DELEGATE_EDIT, P.DELEGATE_COUNT,
          P.SERVICE_DAY_EDIT, P.PUBLICITY_EDIT, P.DOCUMENT_EDIT, P.READING_EDIT, P.UNIT_EDIT, P.DAY_OFF_EDIT, P.MAIL_EDIT}  # fmt: skip

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.ADMIN: frozenset(P),
    Role.DRAFTER: frozenset(_READER | _EDITS),
    Role.LEADER: frozenset(_READER | {P.TASK_REPORT, P.TASK_CONFIRM, P.DOCUMENT_APPROVE}),
    Role.CLERK: frozenset(_READER | {P.DOCUMENT_EDIT, P.DOCUMENT_ISSUE, P.DAY_OFF_EDIT}),
    Role.MEMBER: frozenset(_MEMBER),
    Role.RECEPTION: frozenset(_RECEPTION),
}


def allowed(role: Role, permission: Permission) -> bool:
    """May somebody with this role do that?"""
    return permission in GRANTS[role]
