"""Writes the migration from the newest revision to the models: `make migration NAME="Add … to tasks"`."""

import sys
import tempfile
from pathlib import Path

from alembic import command

from campaign import schema
from campaign.db import open_engine


def main(title: str) -> None:
    """Compare a freshly migrated database with the models and write what differs into migrations/versions/."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'newest.db'}")
        schema.upgrade(engine)
        with engine.begin() as connection:
            config = schema.alembic_config(connection)
            command.revision(config, message=title, autogenerate=True, rev_id=_next())
        engine.dispose()


def _next() -> str:
    versions = Path(__file__).resolve().parent.parent / "migrations" / "versions"
    return f"{max(int(file.name[:4]) for file in versions.glob('[0-9]*.py')) + 1:04}"


if __name__ == "__main__":
    main(sys.argv[1])
