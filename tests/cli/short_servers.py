"""A program of its own: bears one `campaign serve` after the other, so that a test may kill each at a random moment.

    python -m tests.cli.short_servers

For each line on its input a server is forked, with everything imported already; its process number is printed, and how
it ended. That makes a life cost a fraction of a second instead of some.
"""

import os
import sys

from campaign import app  # noqa: F401 - what every server would import, imported once
from campaign.cli import main, serving  # noqa: F401


def bear() -> int:
    """The process number of a new server."""
    child = os.fork()
    if child:
        return child
    os.dup2(os.open(os.devnull, os.O_RDWR), sys.stdin.fileno())
    os.dup2(sys.stdin.fileno(), sys.stdout.fileno())
    sys.argv = ["campaign", "serve"]
    main()
    raise AssertionError("main() exits")


if __name__ == "__main__":
    for _ in sys.stdin:
        server = bear()
        print(server, flush=True)
        _, status = os.waitpid(server, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
