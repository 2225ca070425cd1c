"""Changes of tasks: planning them, and what is said of them afterwards. Every function checks, writes, logs, flushes."""

from campaign.tasks.actions.planning import (
    change_tasks,
    create_task,
    delete_task,
    move_task,
    restore_task,
    update_task,
)
from campaign.tasks.actions.reporting import Speaker, add_update

__all__ = [
    "Speaker",
    "add_update",
    "change_tasks",
    "create_task",
    "delete_task",
    "move_task",
    "restore_task",
    "update_task",
]
