"""Users, passwords and signing in on both databases."""

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.errors import Conflict, Refused
from campaign.glossary import Role
from campaign.history.model import Entry
from campaign.people import actions
from campaign.people.model import User, users_of
from campaign.people.rules.users import PasswordDraft, UserDraft
from tests.conftest import Cast

PASSWORD = "bình minh trên đồi"


def draft(cast: Cast, **more: object) -> UserDraft:
    values = {
        "email": "lan@binh-an.example",
        "full_name": "Lê Thị Lan",
        "role": Role.DRAFTER,
        "agency_id": cast.agency.id,
    }
    return UserDraft(**{**values, **more})  # type: ignore[arg-type]  # fmt: skip


def lan(session: Session, cast: Cast) -> User:
    return actions.create_user(session, draft(cast), PASSWORD, cast.admin)


def test_a_user_signs_in_with_the_password_and_it_is_noted(session: Session, cast: Cast) -> None:
    user = lan(session, cast)
    assert actions.authenticate(session, " LAN@Binh-An.example ", PASSWORD) is user
    entry = session.scalars(select(Entry).order_by(Entry.id.desc())).first()
    assert entry is not None
    assert (entry.by, entry.verb) == ("Lê Thị Lan", "sign_in")


def test_a_password_typed_in_the_other_unicode_form_is_the_same(session: Session, cast: Cast) -> None:
    user = lan(session, cast)
    decomposed = "bi\u0300nh minh tre\u0302n \u0111o\u0302\u0300i"
    assert actions.authenticate(session, user.email, decomposed) is user


@pytest.mark.parametrize(
    ("email", "password"), [("lan@binh-an.example", "sai mật khẩu"), ("ai-do@binh-an.example", PASSWORD)]
)
def test_a_wrong_password_and_an_unknown_address_are_both_nobody(
    session: Session, cast: Cast, email: str, password: str
) -> None:
    lan(session, cast)
    assert actions.authenticate(session, email, password) is None


def test_an_unknown_address_costs_a_real_verification(session: Session, cast: Cast) -> None:
    # Not timed: the stand-in hash must be well formed and of the parameters in use, or verifying would stop early.
    from campaign.people.actions import passwords  # noqa: PLC0415 - looks inside on purpose

    assert not PasswordHasher().check_needs_rehash(passwords._nobody())
    assert not passwords._matches(passwords._nobody(), PASSWORD)
    assert not passwords._matches("not-a-hash", PASSWORD)


def test_a_closed_account_does_not_sign_in(session: Session, cast: Cast) -> None:
    user = lan(session, cast)
    actions.update_user(session, user, draft(cast, active=False), user.version, cast.admin)
    assert actions.authenticate(session, user.email, PASSWORD) is None


def test_a_password_hashed_with_old_parameters_is_hashed_anew(session: Session, cast: Cast) -> None:
    user = lan(session, cast)
    user.password_hash = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)
    session.flush()
    assert actions.authenticate(session, user.email, PASSWORD) is user
    assert not PasswordHasher().check_needs_rehash(user.password_hash)


def test_an_address_is_used_once_whatever_its_case(session: Session, cast: Cast) -> None:
    lan(session, cast)
    with pytest.raises(Refused, match="Lê Thị Lan"):
        actions.create_user(session, draft(cast, email="LAN@binh-an.example"), PASSWORD, cast.admin)


def test_a_weak_password_makes_no_user(session: Session, cast: Cast) -> None:
    with pytest.raises(Refused, match="ít nhất 10"):
        actions.create_user(session, draft(cast), "ngắn", cast.admin)
    assert users_of(session, cast.agency.id)[0].email != "lan@binh-an.example"


def test_a_unit_of_another_office_is_refused(session: Session, cast: Cast) -> None:
    with pytest.raises(Refused, match="không thuộc cơ quan"):
        actions.create_user(
            session, draft(cast, agency_id=cast.other_agency.id, unit_id=cast.units[0].id), PASSWORD, cast.admin
        )  # fmt: skip


def test_the_last_administrator_stays_one(session: Session, cast: Cast) -> None:
    admin = cast.admin
    closing = UserDraft(admin.email, admin.full_name, Role.ADMIN, active=False)
    demoting = UserDraft(admin.email, admin.full_name, Role.DRAFTER, agency_id=cast.agency.id)
    for change in (closing, demoting):
        with pytest.raises(Refused, match="quản trị cuối cùng"):
            actions.update_user(session, admin, change, admin.version, admin)
    actions.create_user(session, UserDraft("hai@example.com", "Quản trị Hai", Role.ADMIN), PASSWORD, admin)
    actions.update_user(session, admin, demoting, admin.version, admin)
    assert admin.role is Role.DRAFTER


def test_a_stale_user_is_not_saved(session: Session, cast: Cast) -> None:
    user = lan(session, cast)
    with pytest.raises(Conflict):
        actions.update_user(session, user, draft(cast, full_name="Khác"), user.version + 1, cast.admin)
    assert user.full_name == "Lê Thị Lan"


def test_a_new_password_replaces_the_old_one_and_is_noted_without_it(session: Session, cast: Cast) -> None:
    user = lan(session, cast)
    actions.set_password(session, user, "mật khẩu mới tinh", cast.admin)
    assert actions.authenticate(session, user.email, PASSWORD) is None
    assert actions.authenticate(session, user.email, "mật khẩu mới tinh") is user
    entry = session.scalars(select(Entry).where(Entry.verb == "password")).one()
    assert (entry.by, entry.title, entry.changes) == (cast.admin.full_name, "Lê Thị Lan", {})


def test_changing_ones_own_password_needs_the_current_one(session: Session, cast: Cast) -> None:
    user = lan(session, cast)
    with pytest.raises(Refused, match="hiện tại không đúng"):
        actions.change_password(
            session, user, PasswordDraft("đoán mò thôi", "mật khẩu mới", "mật khẩu mới"), user
        )
    actions.change_password(session, user, PasswordDraft(PASSWORD, "mật khẩu mới", "mật khẩu mới"), user)
    assert actions.authenticate(session, user.email, "mật khẩu mới") is user


def test_random_passwords_are_strong_enough_and_differ(session: Session, cast: Cast) -> None:
    first, second = actions.new_password(), actions.new_password()
    assert first != second
    actions.create_user(session, draft(cast), first, cast.admin)
