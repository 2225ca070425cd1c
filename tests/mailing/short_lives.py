"""A program of its own: worker after worker is born and killed at a random moment (SIGKILL), as power cuts and crashes do.

    python -m tests.mailing.short_lives DATABASE_URL PORT KILLS SEED [MOMENT]

Ends when so many were killed at work, or when one lived to send everything; prints how many were killed. With a moment
(ISO, with its zone) each of them first plans what is due at it, and may be killed over that too.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from campaign.config import Config
from campaign.files import holidays_vn
from campaign.files.mail import Answer, Letter, Line
from campaign.worker import Worker

MOST_LETTERS = 6  # begun in one life: counted, not timed, so that a busy machine gets on as well
LONGEST_WAIT = 0.05  # seconds after the last of them was begun


def main(url: str, port: str, kills: str, seed: str, moment: str = "") -> int:
    """How many were killed."""
    chance = random.Random(int(seed))  # noqa: S311 - no secret
    settings = Config(
        home=Path(), database_url=url, secret_key="", host="", port=0, https=False, today="",
        smtp_host="127.0.0.1", smtp_port=int(port), smtp_security="none", mail_from="guithu@binh-an.example",
    )  # fmt: skip
    clock = _clock(moment)
    killed = 0
    while killed < int(kills):
        child, begun = _born(settings, clock)
        letters = range(chance.randint(1, MOST_LETTERS))
        at_work = all(os.read(begun, 1) for _ in letters)  # nothing is read when it ended: all is sent
        time.sleep(chance.uniform(0, LONGEST_WAIT) if at_work else 0)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        os.close(begun)
        if not at_work:
            break
        killed += os.WIFSIGNALED(status)
    return killed


def _clock(moment: str) -> Callable[[], datetime] | None:
    """A clock that stands at that moment; what planning imports is imported now, not in every short life."""
    if not moment:
        return None
    holidays_vn.days_off([2026])
    return lambda: datetime.fromisoformat(moment)


def _born(settings: Config, clock: Callable[[], datetime] | None) -> tuple[int, int]:
    """A worker's process, and a pipe that says when it begins to plan, or a letter."""
    begun, cry = os.pipe()
    child = os.fork()
    if child:
        os.close(cry)
        return child, begun
    os.close(begun)
    send = Line.send

    def crying(line: Line, letter: Letter) -> Answer:
        os.write(cry, b".")
        return send(line, letter)

    Line.send = crying  # type: ignore[method-assign]
    if clock is None:
        Worker(settings).deliver()
    else:
        worker = Worker(settings, clock=clock)
        os.write(cry, b".")
        worker.plan()
        worker.deliver()
    os._exit(0)


if __name__ == "__main__":
    print(main(*sys.argv[1:]))
