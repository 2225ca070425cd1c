"""The office from the command line: a new database, its users, its campaigns."""

import getpass
import sys

import click
from sqlalchemy.orm import Session

from campaign import config
from campaign.campaigns.model import of_agency
from campaign.ceremonies.model import of_campaigns
from campaign.cli import phrases
from campaign.cli.desk import Program, session_of
from campaign.cli.speech import Context, near
from campaign.errors import Missing
from campaign.glossary import Role
from campaign.people.actions import create_user
from campaign.people.model import agencies, units_of
from campaign.people.rules.users import UserDraft
from campaign.store import opening
from campaign.store.faults import place
from campaign.vietnamese import nfc, short_date

_ROLES = [role.value for role in Role]


@click.command("init", help=phrases.COMMANDS["init"])
@click.help_option("--help", help=phrases.OPTION_HELP)
def init_command() -> None:
    """Make the database and the secret key."""
    settings = config.read()
    opening.create(settings).dispose()
    opening.secret_key(settings)
    click.echo(phrases.MADE.format(where=place(settings.database_url)))


class _Users(click.Group):
    context_class = Context


@click.group("user", cls=_Users, help=phrases.COMMANDS["user"])
@click.help_option("--help", help=phrases.OPTION_HELP)
def user_command() -> None:
    """Commands about users."""


@user_command.command("add", help=phrases.USER_ADD)
@click.argument("email", metavar=phrases.META_EMAIL)
@click.option("--name", required=True, metavar=phrases.META_TEXT, help=phrases.OPTION_NAME)
@click.option(
    "--role", required=True, type=click.Choice(_ROLES), metavar=phrases.META_ROLE, help=phrases.OPTION_ROLE
)
@click.option("--agency", metavar=phrases.META_CODE, help=phrases.OPTION_AGENCY)
@click.option("--unit", metavar=phrases.META_TEXT, help=phrases.OPTION_UNIT)
@click.option("--position", metavar=phrases.META_TEXT, help=phrases.OPTION_POSITION)
@click.help_option("--help", help=phrases.OPTION_HELP)
def add_user(email: str, name: str, role: str, **about: str | None) -> None:
    """Add a user; the password is asked for, or is the first line handed in."""
    with session_of(config.read(), writing=True) as session:
        agency_id = _agency_id(session, about["agency"])
        draft = UserDraft(
            email=email, full_name=nfc(name), role=Role(role), agency_id=agency_id,
            unit_id=_unit_id(session, agency_id, about["unit"]), position=about["position"],
        )  # fmt: skip
        user = create_user(session, draft, _password(), Program())
        session.commit()
        click.echo(phrases.ADDED_USER.format(name=user.full_name, email=user.email, role=user.role.label))


@click.command("list", help=phrases.COMMANDS["list"])
@click.help_option("--help", help=phrases.OPTION_HELP)
def list_command() -> None:
    """Campaigns: code, day of the ceremony, title."""
    with session_of(config.read()) as session:
        campaigns = of_agency(session, None)
        ceremonies = of_campaigns(session, [campaign.id for campaign in campaigns])
        days = {ceremony.campaign_id: short_date(ceremony.starts_at.date()) for ceremony in ceremonies}
        for campaign in campaigns:
            click.echo(
                phrases.LISTED.format(code=campaign.code, day=days.get(campaign.id, ""), title=campaign.title)
            )
        if not campaigns:
            click.echo(phrases.NONE_YET)


def _agency_id(session: Session, code: str | None) -> int | None:
    if code is None:
        return None
    known = {agency.code: agency.id for agency in agencies(session)}
    if code not in known:
        raise Missing(phrases.NO_AGENCY.format(code=code, near=near(code, known)))
    return known[code]


def _unit_id(session: Session, agency_id: int | None, name: str | None) -> int | None:
    if name is None or agency_id is None:
        return None
    known = {key: unit.id for unit in units_of(session, agency_id) for key in (unit.name, unit.short_name)}
    if nfc(name) not in known:
        raise Missing(phrases.NO_UNIT.format(name=name, near=near(nfc(name), known)))
    return known[nfc(name)]


def _password() -> str:
    """Typed unseen and twice at a terminal; otherwise the first line handed in."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass.getpass(f"{phrases.PASSWORD}: ")
    if getpass.getpass(f"{phrases.PASSWORD_AGAIN}: ") != typed:
        raise Missing(phrases.PASSWORD_DIFFERS)
    return typed
