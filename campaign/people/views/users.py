"""Pages of users, for administrators: all of them, or those of the administrator's own office."""

from dataclasses import replace

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.gate import db, fetch, guard, me
from campaign.people import actions
from campaign.people.forms import UserForm
from campaign.people.model import Agency, User, agencies, units_in_sight, users_of
from campaign.people.rules.users import UserDraft
from campaign.people.views.blueprint import bp
from campaign.vietnamese import matches


@bp.get("/users")
@guard(Permission.USER_EDIT)
def list_users() -> ResponseReturnValue:
    wanted = request.args.get("q", "")
    offices = {agency.id: agency for agency in agencies(db())}
    units = {unit.id: unit for unit in units_in_sight(db(), me().agency_id)}
    users = users_of(db(), me().agency_id)
    return render_template(
        "people/users.html",
        users=[user for user in users if matches(wanted, f"{user.full_name} {user.email} {user.role.label}")],
        agencies=offices,
        units=units,
        q=wanted,
    )


@bp.route("/users/new", methods=["GET", "POST"])
@guard(Permission.USER_EDIT)
def new_user() -> ResponseReturnValue:
    form = _form(None)
    password = actions.new_password()
    made: list[User] = []
    if pages.saved(form, lambda by: made.append(actions.create_user(db(), _draft(form), password, by))):
        return render_template("people/password.html", user=made[0], password=password)
    return pages.show("people/user_form.html", form, user=None)


@bp.route("/users/<int:user_id>", methods=["GET", "POST"])
@guard(Permission.USER_EDIT)
def edit_user(user_id: int) -> ResponseReturnValue:
    user = _user(user_id)
    form = _form(user)
    save = lambda by: actions.update_user(db(), user, _draft(form), form.read_version(), by)  # noqa: E731
    if pages.saved(form, save, user):
        return pages.done(shared.SAVED, url_for(".list_users"))
    return pages.show("people/user_form.html", form, user=user)


@bp.post("/users/<int:user_id>/password")
@guard(Permission.USER_EDIT)
def reset_password(user_id: int) -> ResponseReturnValue:
    user = _user(user_id)
    password = actions.new_password()
    actions.set_password(db(), user, password, me())
    db().commit()
    return render_template("people/password.html", user=user, password=password)


def _user(user_id: int) -> User:
    user = fetch(User, user_id)
    if me().agency_id not in (None, user.agency_id):
        abort(404)
    return user


def _form(user: User | None) -> UserForm:
    form = UserForm(obj=user)
    own = me().agency_id
    form.offer(agencies(db()) if own is None else [fetch(Agency, own)], units_in_sight(db(), own))
    return form


def _draft(form: UserForm) -> UserDraft:
    """What was typed; an office's own administrator stays within the office."""
    draft: UserDraft = form.draft()
    return draft if me().agency_id is None else replace(draft, agency_id=me().agency_id)
