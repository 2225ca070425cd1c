"""Settings: one row each, read from the environment by the doors and by nobody else."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
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
    Setting("CAMPAIGN_PUBLIC_URL", "", "Address everybody opens it by; named in mail, in links and QR codes for units. Default: that of the page, and none in mail."),
    Setting("CAMPAIGN_TODAY", "", "A fixed ISO date instead of today, for training and pictures."),
    Setting("CAMPAIGN_SMTP_HOST", "", "Mail server letters are handed to; without one messages wait in the outbox."),
    Setting("CAMPAIGN_SMTP_PORT", "", "Its port; default: 587 with starttls, 465 with ssl, 25 with none."),
    Setting("CAMPAIGN_SMTP_USER", "", "Name to sign in with there; default: none needed."),
    Setting("CAMPAIGN_SMTP_PASSWORD", "", "Password to sign in with there."),
    Setting("CAMPAIGN_SMTP_SECURITY", "starttls", "starttls, ssl or none."),
    Setting("CAMPAIGN_MAIL_FROM", "", "Address letters come from; default: CAMPAIGN_SMTP_USER when that is an address."),
    Setting("CAMPAIGN_WORKER", "yes", "no when `campaign worker` runs beside the server: the server then sends no mail itself."),
)  # fmt: skip

_SITE = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?")
SMTP_PORTS = {"starttls": 587, "ssl": 465, "none": 25}  # RFC 6409, RFC 8314, RFC 5321


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
    smtp_host: str = ""
    smtp_port: int = 0
    smtp_user: str = ""
    smtp_password: str = field(default="", repr=False)
    smtp_security: str = "starttls"
    mail_from: str = ""
    worker: bool = True
    public_url: str = ""  # without a slash at its end


def read(environ: Mapping[str, str] | None = None) -> Config:
    """Settings from `environ` (default: the process's); Unavailable names the setting with an odd value."""
    values = {
        row.name: (environ if environ is not None else os.environ).get(row.name, row.default)
        for row in SETTINGS
    }
    security = _security(values)
    home = Path(values["CAMPAIGN_HOME"]) if values["CAMPAIGN_HOME"] else default_home()
    return Config(
        home=home,
        database_url=values["CAMPAIGN_DATABASE_URL"] or f"sqlite:///{home / 'campaign.db'}",
        secret_key=values["CAMPAIGN_SECRET_KEY"],
        host=values["CAMPAIGN_HOST"],
        port=_port(values, "CAMPAIGN_PORT"),
        https=_yes(values, "CAMPAIGN_HTTPS"),
        today=values["CAMPAIGN_TODAY"],
        smtp_host=values["CAMPAIGN_SMTP_HOST"].strip(),
        smtp_port=_port(values, "CAMPAIGN_SMTP_PORT") if values["CAMPAIGN_SMTP_PORT"] else SMTP_PORTS[security],
        smtp_user=values["CAMPAIGN_SMTP_USER"],
        smtp_password=values["CAMPAIGN_SMTP_PASSWORD"],
        smtp_security=security,
        mail_from=values["CAMPAIGN_MAIL_FROM"].strip(),
        worker=_yes(values, "CAMPAIGN_WORKER"),
        public_url=_public_url(values),
    )  # fmt: skip


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


def _port(values: Mapping[str, str], name: str) -> int:
    text = values[name]
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise Unavailable(phrases.BAD_PORT.format(name=name, text=text))


def _yes(values: Mapping[str, str], name: str) -> bool:
    text = values[name].lower()
    if text in {"yes", "true", "1"}:
        return True
    if text in {"no", "false", "0", ""}:
        return False
    raise Unavailable(phrases.BAD_YES_NO.format(name=name, text=values[name]))


def _public_url(values: Mapping[str, str]) -> str:
    """An http or https address with nothing after the host, or none."""
    text = values["CAMPAIGN_PUBLIC_URL"].strip().rstrip("/").lower()
    if not text or _SITE.fullmatch(text):
        return text
    raise Unavailable(phrases.BAD_PUBLIC_URL.format(text=values["CAMPAIGN_PUBLIC_URL"]))


def _security(values: Mapping[str, str]) -> str:
    text = values["CAMPAIGN_SMTP_SECURITY"].strip().lower()
    if text in SMTP_PORTS:
        return text
    raise Unavailable(phrases.BAD_SECURITY.format(text=values["CAMPAIGN_SMTP_SECURITY"]))
