"""Signing in and out, and one's own account."""

from flask import current_app, flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user

from campaign import pages
from campaign.access import Permission
from campaign.errors import Problem
from campaign.gate import Account, db, fetch, guard, me
from campaign.people import actions, phrases
from campaign.people.forms import PasswordForm, SignInForm
from campaign.people.model import Agency, Unit
from campaign.people.rules.users import own_path
from campaign.people.views.blueprint import bp


@bp.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    onward = own_path(request.args.get("next", "")) or url_for("overview.show_home")
    if current_user.is_authenticated:
        return redirect(onward)
    form = SignInForm()
    if form.validate_on_submit():
        user = actions.authenticate(db(), form.email.data, form.password.data)
        if user is not None:
            db().commit()
            login_user(Account(user), remember=form.remember.data)
            return redirect(onward, code=303)
        form.blame([Problem("", phrases.WRONG_CREDENTIALS)])
        current_app.logger.warning("sign-in refused from %s", request.remote_addr)
    return pages.show("people/sign_in.html", form)


@bp.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    logout_user()
    remember = session.pop("_remember", None)  # Flask-Login's order to take the cookie back
    session.clear()
    if remember is not None:
        session["_remember"] = remember
    flash(phrases.SIGNED_OUT, "ok")
    return redirect(url_for(".sign_in"), code=303)


@bp.route("/account", methods=["GET", "POST"])
@guard(Permission.ACCOUNT_EDIT)
def show_account() -> ResponseReturnValue:
    user = me()
    form = PasswordForm()
    if pages.saved(form, lambda by: actions.change_password(db(), user, form.draft(), by)):
        cookie = current_app.config.get("REMEMBER_COOKIE_NAME", "remember_token")
        login_user(Account(user), remember=cookie in request.cookies)
        return pages.done(phrases.PASSWORD_CHANGED, url_for(".show_account"))
    return pages.show(
        "people/account.html",
        form,
        user=user,
        agency=fetch(Agency, user.agency_id) if user.agency_id else None,
        unit=fetch(Unit, user.unit_id) if user.unit_id else None,
    )
