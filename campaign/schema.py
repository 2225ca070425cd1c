"""All tables in one place, and bringing a database to the newest schema."""

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from campaign.blueprints import model as blueprints
from campaign.campaigns import model as campaigns
from campaign.ceremonies import model as ceremonies
from campaign.config import share
from campaign.db import Base
from campaign.delegates import model as delegates
from campaign.documents import model as documents
from campaign.history import model as history
from campaign.mailing import model as mailing
from campaign.packets import model as packets
from campaign.people import model as people
from campaign.publicity import model as publicity
from campaign.reading import model as reading
from campaign.service_days import model as service_days
from campaign.tasks import model as tasks

MODELS = (
    history,
    people,
    campaigns,
    mailing,
    ceremonies,
    tasks,
    delegates,
    service_days,
    publicity,
    documents,
    blueprints,
    packets,
    reading,
)
METADATA = Base.metadata


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database to `revision`, in one transaction where the database allows it."""
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), revision)


def is_current(engine: Engine) -> bool:
    """Does the database stand at the newest revision?"""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_heads() == tuple(
            ScriptDirectory.from_config(alembic_config()).get_heads()
        )


def alembic_config(connection: Connection | None = None) -> AlembicConfig:
    """Alembic's settings for our migrations, to run on `connection`."""
    config = AlembicConfig()
    config.attributes["connection"] = connection
    config.set_main_option("script_location", str(share("migrations")).replace("%", "%%"))
    return config
