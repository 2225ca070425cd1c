"""A read plan as lines for people: labels, lists and doubts in Vietnamese."""

from collections.abc import Iterator

from campaign.reading import phrases
from campaign.reading.rules.plan import Duty, ReadPlan

_TEXTS = (
    "kind", "issuer", "number", "place", "date", "title", "event_start", "venue", "period_start", "period_end",
)  # fmt: skip
_LISTS = ("addressees", "legal_bases", "sections", "recurring_days", "tthc_codes")


def summary(plan: ReadPlan) -> Iterator[str]:
    """The lines of a summary; what the document does not have is left out."""
    for name in _TEXTS:
        if value := getattr(plan, name):
            yield f"{phrases.SUMMARY[name]}: {value}"
    for name in _LISTS:
        yield from _listed(name, getattr(plan, name))
    yield from _listed("programme", [f"{step.time} {step.text}".strip() for step in plan.programme])
    for group in plan.delegate_groups:
        yield from _listed("delegate_groups", list(group.members), group.name)
    yield from _listed("tasks", [_task(task) for task in plan.tasks])
    recipients = [f"{each.name} ({each.note})" if each.note else each.name for each in plan.recipients]
    yield from _listed("recipients", recipients)
    if plan.signer:
        parts = (plan.signer.authority, plan.signer.position, plan.signer.name)
        yield f"{phrases.SUMMARY['signer']}: {', '.join(part for part in parts if part)}"
    yield from _listed(
        "doubts", [f"{doubt.why} “{doubt.what}”" if doubt.what else doubt.why for doubt in plan.doubts]
    )


def _listed(name: str, values: list[str], detail: str = "") -> Iterator[str]:
    if values:
        label = f"{phrases.SUMMARY[name]} ({detail})" if detail else phrases.SUMMARY[name]
        yield f"\n{label}:"
        yield from (f"  - {value}" for value in values)


def _task(task: Duty) -> str:
    role = phrases.SUMMARY_LEAD if task.lead else phrases.SUMMARY_HELPS
    line = f"{task.unit} ({role}): {task.text}"
    if task.coordinating:
        line += f" [{phrases.SUMMARY_WITH} {'; '.join(task.coordinating)}]"
    return f"{line} [{phrases.SUMMARY_DUE} {task.due}]" if task.due else line
