"""The web door: builds the Flask application from a Config."""

import hashlib
import secrets
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from flask import Flask, Response, current_app, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager
from flask_wtf.csrf import CSRFError, CSRFProtect
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from campaign import gate, phrases, vietnamese
from campaign.access import Permission
from campaign.blueprints import views as blueprints
from campaign.campaigns import views as campaigns
from campaign.ceremonies import views as ceremonies
from campaign.checking import views as checking
from campaign.config import Config, share
from campaign.db import open_engine, session_factory
from campaign.delegates import views as delegates
from campaign.documents import views as documents
from campaign.dossier import views as dossier
from campaign.errors import Missing
from campaign.history import phrases as history_phrases
from campaign.invitations import views as invitations
from campaign.mailing import views as mailing
from campaign.overview import views as overview
from campaign.packets import views as packets
from campaign.people import views as people
from campaign.publicity import views as publicity
from campaign.reading import views as reading
from campaign.rescheduling import views as rescheduling
from campaign.schedule import views as schedule
from campaign.service_days import views as service_days
from campaign.store import faults
from campaign.tasks import views as tasks
from campaign.tasks.rules import evidence

SLICES = (
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
    invitations,
    schedule,
    reading,
    checking,
    rescheduling,
    dossier,
    overview,
)

POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; manifest-src 'self'"
)
MAX_UPLOAD = 10 * 1024 * 1024
_WITH_PASSWORDS = frozenset({"people.sign_in", "people.show_account"})
EVIDENCE_PAGES = frozenset({"tasks.say", "packets.say"})


# Chosen once for every installation; what an installation may choose is in config.SETTINGS.
FIXED = {
    "MAX_CONTENT_LENGTH": MAX_UPLOAD,
    "MAX_FORM_MEMORY_SIZE": MAX_UPLOAD,
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_SAMESITE": "Lax",
    "PERMANENT_SESSION_LIFETIME": timedelta(days=14),
    "REMEMBER_COOKIE_DURATION": timedelta(days=14),
    "REMEMBER_COOKIE_HTTPONLY": True,
    "REMEMBER_COOKIE_SAMESITE": "Lax",
    "WTF_CSRF_TIME_LIMIT": None,
    "SEND_FILE_MAX_AGE_DEFAULT": timedelta(days=30),
    "RATELIMIT_STORAGE_URI": "memory://",
}


def create_app(config: Config) -> Flask:
    """The whole application on the database of `config`; nothing is read from the environment."""
    static = Path(__file__).parent / "static"
    app = Flask(
        "campaign",
        template_folder=str(share("templates")),
        static_folder=str(static),
        static_url_path=f"/static/{_stamp(static)}",
    )
    app.config.update(
        FIXED,
        SECRET_KEY=config.secret_key,
        TODAY=config.today,
        MAIL_SERVER=config.smtp_host,
        PUBLIC_URL=config.public_url,
        SESSION_COOKIE_SECURE=config.https,
        REMEMBER_COOKIE_SECURE=config.https,
    )
    engine = open_engine(config.database_url)
    app.extensions["engine"] = engine
    app.extensions["sessions"] = {
        "reading": session_factory(engine, writing=False),
        "writing": session_factory(engine, writing=True),
    }
    _protect(app)
    _speak(app)
    for slice_ in SLICES:
        app.register_blueprint(slice_.bp)
    app.add_url_rule("/health", "health", lambda: ("ok", {"Content-Type": "text/plain"}))
    return app


def _stamp(folder: Path) -> str:
    """Digest of the files' names and bytes: browsers keep them for weeks, and a new release has new addresses."""
    digest = hashlib.blake2b(digest_size=6)
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(file.relative_to(folder).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()


def _protect(app: Flask) -> None:
    app.before_request(_make_room)  # first: the protection of forms reads the body
    CSRFProtect(app)
    logins = LoginManager(app)
    logins.user_loader(gate.load_account)
    limiter = Limiter(get_remote_address, app=app, default_limits=[])
    limiter.limit(  # an office shares one address: only refused sign-ins count
        people.SIGN_IN_LIMIT,
        methods=["POST"],
        exempt_when=lambda: request.endpoint != "people.sign_in",
        deduct_when=lambda response: response.status_code == 422,
    )(people.bp)
    limiter.shared_limit(
        packets.GUESS_LIMIT,
        scope="packets",
        exempt_when=lambda: request.endpoint not in gate.PACKET_PAGES,
        deduct_when=lambda response: response.status_code == 404,
    )(packets.bp)
    app.teardown_appcontext(gate.close_session)
    app.after_request(_harden)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(Missing, lambda _: _error_page(404))
    app.register_error_handler(SQLAlchemyError, _database_error)


def _make_room() -> None:
    """Pictures come from telephones, several at once; what is said with them has a megabyte of its own."""
    if request.endpoint in EVIDENCE_PAGES:
        request.max_content_length = evidence.TOGETHER + 1024 * 1024


def _speak(app: Flask) -> None:
    """What every template may use: words of dates, the gate's questions, the nonce of the page."""
    app.jinja_env.filters.update(
        short_date=vietnamese.short_date,
        spoken_date=vietnamese.spoken_date,
        spoken_time=vietnamese.spoken_time,
        office_time=lambda moment: moment.astimezone(gate.OFFICE_ZONE),
    )
    app.jinja_env.globals.update(
        may=gate.may,
        me=gate.me,
        today=gate.today,
        Permission=Permission,
        csp_nonce=_nonce,
        Verb=history_phrases.Verb,
    )
    app.context_processor(overview.navigation)


def _nonce() -> str:
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return str(g.nonce)


def _harden(response: Response) -> Response:
    """Security headers; a view may set its own stricter or looser policy for a page that needs it."""
    response.headers.setdefault("Content-Security-Policy", POLICY.format(nonce=_nonce()))
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("X-Frame-Options", "SAMEORIGIN")
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def _http_error(error: HTTPException) -> ResponseReturnValue | HTTPException:
    if error.code is None or error.code < 400:
        return error
    headers = [
        (name, value) for name, value in error.get_headers() if name != "Content-Type"
    ]  # Allow, Retry-After
    return *_error_page(error.code), headers


def _expired(error: CSRFError) -> tuple[str, int]:
    return _error_page(400, phrases.EXPIRED)


def _database_error(error: SQLAlchemyError) -> tuple[str, int]:
    sentence = faults.of_surroundings(error)
    if sentence is None:
        raise error
    current_app.logger.error(sentence, exc_info=error)
    return _error_page(503, sentence)


def _error_page(code: int, sentence: str | None = None) -> tuple[str, int]:
    if code >= 500:
        gate.leave()
    known = code if code in {400, 403, 404, 409, 413, 422, 429, 500, 503} else (500 if code >= 500 else 400)
    return render_template(f"errors/{known}.html", message=sentence, typed=_typed(known)), code


def _typed(code: int) -> list[str]:
    """The words of a form that could not be kept, for its error page to give back; never a password."""
    if request.method != "POST" or code not in {400, 500, 503} or request.endpoint in _WITH_PASSWORDS:
        return []
    with suppress(HTTPException):  # the form itself is what cannot be read
        return [text for text in request.form.values() if " " in text.strip() or not text.isascii()]
    return []
