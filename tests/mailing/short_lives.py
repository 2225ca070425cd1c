"""A program of its own: worker after worker is born and killed at a random moment (SIGKILL), as power cuts and crashes do.

    python -m tests.mailing.short_lives DATABASE_URL PORT KILLS SEED

Ends when so many were killed at work, or when one lived to send everything; prints how many were killed.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from campaign.config import Config
from campaign.files.mail import Answer, Letter, Line
from campaign.worker import Worker

LONGEST_LIFE = 0.3  # seconds after the first letter was begun


def main(url: str, port: str, kills: str, seed: str) -> int:
    """How many were killed."""
    chance = random.Random(int(seed))  # noqa: S311 - no secret
    settings = Config(
        home=Path(), database_url=url, secret_key="", host="", port=0, https=False, today="",
        smtp_host="127.0.0.1", smtp_port=int(port), smtp_security="none", mail_from="guithu@binh-an.example",
    )  # fmt: skip
    killed = 0
    while killed < int(kills):
        child, begun = _born(settings)
        at_work = bool(os.read(begun, 1))  # nothing is read when it ended without a letter to send
        time.sleep(chance.uniform(0, LONGEST_LIFE) if at_work else 0)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        os.close(begun)
        if not at_work:
            break
        killed += os.WIFSIGNALED(status)
    return killed


def _born(settings: Config) -> tuple[int, int]:
    """A worker's process, and a pipe that says when it begins a letter."""
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
    Worker(settings).deliver()
    os._exit(0)


if __name__ == "__main__":
    print(main(*sys.argv[1:]))
