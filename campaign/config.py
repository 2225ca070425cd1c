"""Settings: one row each, read from the environment by the doors and by nobody else."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from campaign import phrases
from campaign.errors import Unavailable


@dataclass(frozen=True)
class Setting:
    """One setting: environment variable, default, and what it does (docs/deploy.md names each)."""

    name: str
    default: str
    help: str


SETTINGS = (
    Setting("CAMPAIGN_HOME", "", "Folder of the database and the secret key; default: var/ beside the checkout or in the user's data folder."),
    Setting("CAMPAIGN_DATABASE_URL", "", "SQLAlchemy address of the database; default: SQLite file campaign.db in CAMPAIGN_HOME."),
    Setting("CAMPAIGN_SECRET_KEY", "", "Key that signs sessions; default: made once and kept in CAMPAIGN_HOME."),
    Setting("CAMPAIGN_HOST", "127.0.0.1", "Address to listen on."),
    Setting("CAMPAIGN_PORT", "8000", "Port to listen on."),
    Setting("CAMPAIGN_HTTPS", "no", "yes when served behind HTTPS: cookies are then sent over HTTPS only."),
    Setting("CAMPAIGN_TODAY", "", "A fixed ISO date instead of today, for training and pictures."),
)  # fmt: skip


@dataclass(frozen=True)
class Config:
    """The settings as values the program uses."""

    home: Path
    database_url: str
    secret_key: str
    host: str
    port: int
    https: bool
    today: str


def read(environ: Mapping[str, str] | None = None) -> Config:
    """Settings from `environ` (default: the process's); Unavailable names the setting with an odd value."""
    values = {
        row.name: (environ if environ is not None else os.environ).get(row.name, row.default)
        for row in SETTINGS
    }
    home = Path(values["CAMPAIGN_HOME"]) if values["CAMPAIGN_HOME"] else default_home()
    return Config(
        home=home,
        database_url=values["CAMPAIGN_DATABASE_URL"] or f"sqlite:///{home / 'campaign.db'}",
        secret_key=values["CAMPAIGN_SECRET_KEY"],
        host=values["CAMPAIGN_HOST"],
        port=_port(values["CAMPAIGN_PORT"]),
        https=_yes(values["CAMPAIGN_HTTPS"]),
        today=values["CAMPAIGN_TODAY"],
    )


def default_home() -> Path:
    """var/ in a checkout; the user's data folder for an installed copy (Windows: %LOCALAPPDATA%)."""
    top = Path(__file__).parent.parent
    if (top / "pyproject.toml").exists():
        return top / "var"
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "campaign"


def share(name: str) -> Path:
    """Folder `name` (templates, docx_templates, migrations): beside the code when installed, else at the top."""
    packed = Path(__file__).parent / name
    return packed if packed.is_dir() else Path(__file__).parent.parent / name


def _port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise Unavailable(phrases.BAD_PORT.format(text=text))


def _yes(text: str) -> bool:
    if text.lower() in {"yes", "true", "1"}:
        return True
    if text.lower() in {"no", "false", "0", ""}:
        return False
    raise Unavailable(phrases.BAD_YES_NO.format(text=text))
