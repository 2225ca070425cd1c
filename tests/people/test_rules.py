"""Rules of agencies, signers, units and users, without database or clock."""

from datetime import date
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.glossary import Level, Relation, Role, SizeProfile
from campaign.people.phrases import Preset, Starter
from campaign.people.rules.agencies import (
    AgencyDraft,
    SignerDraft,
    abbreviation,
    check_agency,
    check_signer,
    code_of,
    filled,
    printed,
)
from campaign.people.rules.letterhead import WIDTH, draw
from campaign.people.rules.units import UnitDraft, check_unit, is_past, starter_of, usual_units
from campaign.people.rules.users import (
    PasswordDraft,
    Standing,
    UserDraft,
    check_last_admin,
    check_new_password,
    check_password,
    check_user,
    own_path,
)


def fields(problems: list) -> list[str]:  # type: ignore[type-arg]
    return [problem.field for problem in problems]


# ---------------------------------------------------------------- agencies


@pytest.mark.parametrize(
    ("preset", "place", "field", "name", "parent", "header", "symbol", "place_name"),
    [
        (Preset.COMMUNE, "Đức An", "", "Ủy ban nhân dân xã Đức An", None, "ỦY BAN NHÂN DÂN\nXÃ ĐỨC AN", "UBND", "Đức An"),
        (Preset.WARD, "2", "", "Ủy ban nhân dân Phường 2", None, "ỦY BAN NHÂN DÂN\nPHƯỜNG 2", "UBND", "Phường 2"),
        (Preset.ZONE, "Phú Quý", "", "Ủy ban nhân dân đặc khu Phú Quý", None, "ỦY BAN NHÂN DÂN\nĐẶC KHU PHÚ QUÝ", "UBND", "Phú Quý"),
        (Preset.PROVINCE, "Lâm Đồng", "", "Ủy ban nhân dân tỉnh Lâm Đồng", None, "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG", "UBND", "Lâm Đồng"),
        (Preset.DISTRICT, " Đắk  Song ", "", "Ủy ban nhân dân huyện Đắk Song", None, "ỦY BAN NHÂN DÂN\nHUYỆN ĐẮK SONG", "UBND", "Đắk Song"),
        (Preset.DEPARTMENT, "Lâm Đồng", "Nội vụ", "Sở Nội vụ tỉnh Lâm Đồng", "UBND TỈNH LÂM ĐỒNG", "SỞ NỘI VỤ", "SNV", "Lâm Đồng"),
        (Preset.OFFICE, "Đức An", "Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội xã Đức An", "UBND XÃ ĐỨC AN", "PHÒNG VĂN HÓA - XÃ HỘI", "PVHXH", "Đức An"),
    ],
)  # fmt: skip
def test_an_agency_is_filled_from_its_place(
    preset: Preset, place: str, field: str, name: str, parent: str | None, header: str, symbol: str, place_name: str
) -> None:  # fmt: skip
    draft = filled(preset, place, field)
    assert (draft.name, draft.parent_line, draft.header_lines) == (name, parent, header)
    assert (draft.symbol, draft.place_name) == (symbol, place_name)
    assert check_agency(draft, []) == []


def test_levels_of_presets_are_those_of_local_government() -> None:
    assert filled(Preset.DISTRICT, "X").level is Level.DISTRICT
    assert filled(Preset.ZONE, "X").level is Level.COMMUNE
    assert filled(Preset.DEPARTMENT, "X", "Y").level is Level.PROVINCE


def test_an_abbreviation_leaves_out_and() -> None:
    assert abbreviation("Sở Giáo dục và Đào tạo") == "SGDĐT"
    assert abbreviation("Văn phòng HĐND&UBND") == "VPHU"


def agency(**more: object) -> AgencyDraft:
    values = {"name": "Ủy ban nhân dân xã Bình An", "short_name": "UBND xã", "level": Level.COMMUNE,
              "header_lines": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "symbol": "UBND", "place_name": "Bình An"}  # fmt: skip
    return AgencyDraft(**{**values, **more})  # type: ignore[arg-type]


def test_an_agency_names_the_one_it_doubles() -> None:
    problems = check_agency(agency(name="UỶ BAN NHÂN DÂN XÃ BÌNH AN"), ["Ủy ban nhân dân xã Bình An"])
    assert fields(problems) == ["name"]
    assert "Ủy ban nhân dân xã Bình An" in problems[0].sentence


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"header_lines": "MỘT\nHAI\nBA\nBỐN"}, "header_lines"),
        ({"header_lines": "MỘT\n\nHAI"}, "header_lines"),
        ({"header_lines": "  "}, "header_lines"),
        ({"symbol": "UB ND"}, "symbol"),
        ({"symbol": "/UBND"}, "symbol"),
        ({"organizer_email": "vanphong"}, "organizer_email"),
    ],
)
def test_what_a_letterhead_cannot_be(change: dict[str, object], field: str) -> None:
    assert fields(check_agency(agency(**change), [])) == [field]


def test_usual_symbols_are_accepted() -> None:
    for symbol in ("UBND", "VPUBND", "BCĐ-CCHC", "HĐND&UBND"):
        assert check_agency(agency(symbol=symbol), []) == []


@given(st.text(max_size=40), st.text(max_size=40))
def test_printing_twice_changes_nothing(parent: str, header: str) -> None:
    once = printed(agency(parent_line=parent, header_lines=header))
    assert printed(once) == once


@given(st.lists(st.sampled_from(["Bình An", "Đức An", "", "村"]), max_size=6))
def test_codes_are_never_given_twice(places: list[str]) -> None:
    taken: set[str] = set()
    for place in places:
        code = code_of(agency(place_name=place, short_name="UBND xã" if place != "村" else "村"), taken)
        assert code
        assert code not in taken
        taken.add(code)


def test_a_signer_whose_time_ends_before_it_begins_is_refused() -> None:
    draft = SignerDraft("CHỦ TỊCH", "Lê An", valid_from=date(2026, 5, 2), valid_to=date(2026, 5, 1))
    assert fields(check_signer(draft, [])) == ["valid_to"]


def test_one_day_is_a_time_too() -> None:
    draft = SignerDraft("CHỦ TỊCH", "Lê An", valid_from=date(2026, 5, 2), valid_to=date(2026, 5, 2))
    assert check_signer(draft, []) == []


# ---------------------------------------------------------------- letterheads


def test_a_letterhead_prints_parent_plain_and_agency_bold() -> None:
    head = draw(filled(Preset.OFFICE, "Bình An", "Kinh tế"), 2026)
    weights = {line.text: line.bold for line in head.lines}
    assert weights["UBND XÃ BÌNH AN"] is False
    assert weights["PHÒNG KINH TẾ"] is True
    assert "Bình An, ngày      tháng      năm 2026" in weights


def test_number_and_day_stand_on_one_line() -> None:
    for draft in (filled(Preset.COMMUNE, "Bình An"), filled(Preset.OFFICE, "Bình An", "Kinh tế")):
        bottom = [line.y for line in draw(draft, 2026).lines if line.text.startswith(("Số", "Bình An,"))]
        assert len(bottom) == 2
        assert bottom[0] == bottom[1]


def test_a_double_name_too_long_for_its_cell_breaks_at_its_dash() -> None:
    texts = [line.text for line in draw(filled(Preset.WARD, "Xuân Hương - Đà Lạt"), 2026).lines]
    assert "PHƯỜNG XUÂN HƯƠNG" in texts
    assert "-\u00a0ĐÀ\u00a0LẠT" in texts


@given(
    st.text(max_size=130), st.text(max_size=130), st.sampled_from(list(SizeProfile)), st.integers(1990, 2100)
)
def test_any_letterhead_stays_on_its_paper(parent: str, header: str, profile: SizeProfile, year: int) -> None:
    head = draw(agency(parent_line=parent, header_lines=header, size_profile=profile), year)
    assert all(0 < line.y < head.height for line in head.lines)
    assert all(0 <= start <= end <= WIDTH and 0 < y < head.height for start, end, y in head.rules)


# ---------------------------------------------------------------- units


def unit(**more: object) -> UnitDraft:
    return UnitDraft(**{"name": "Phòng Kinh tế", "short_name": "Phòng KT", **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"email": "phongkt@"}, "email"),
        ({"email": "a b@c.vn"}, "email"),
        ({"phone": "gọi anh Nam"}, "phone"),
        ({"valid_from": date(2025, 7, 1), "valid_to": date(2025, 6, 30)}, "valid_to"),
    ],
)
def test_what_a_unit_cannot_have(change: dict[str, object], field: str) -> None:
    assert fields(check_unit(unit(**change), [])) == [field]


def test_telephones_as_offices_write_them() -> None:
    for phone in ("0261.3555.666", "(0261) 3 555 666", "+84 912 345 678"):
        assert check_unit(unit(phone=phone), []) == []


def test_a_ward_and_a_commune_start_from_different_units() -> None:
    assert starter_of(Level.COMMUNE, "Ủy ban nhân dân phường 2") is Starter.WARD
    assert starter_of(Level.COMMUNE, "Ủy ban nhân dân xã Phương Đình") is Starter.COMMUNE
    assert starter_of(Level.DISTRICT, "Ủy ban nhân dân huyện Đắk Song") is Starter.DISTRICT
    assert starter_of(Level.PROVINCE, "Ủy ban nhân dân tỉnh Lâm Đồng") is None


@pytest.mark.parametrize("starter", list(Starter))
def test_usual_units_keep_the_rules_among_themselves(starter: Starter) -> None:
    drafts = usual_units(starter, [])
    for number, draft in enumerate(drafts):
        assert check_unit(draft, [other.name for other in drafts[:number]]) == []
    assert usual_units(starter, [draft.name.upper() for draft in drafts]) == []
    assert {draft.relation for draft in drafts} == set(Relation)


def test_usual_units_are_dated_by_the_reform_of_2025() -> None:
    assert {draft.valid_to for draft in usual_units(Starter.DISTRICT, [])} == {date(2025, 6, 30)}
    assert {draft.valid_from for draft in usual_units(Starter.COMMUNE, [])} == {date(2025, 7, 1)}


def test_the_last_day_still_counts() -> None:
    assert not is_past(date(2025, 6, 30), date(2025, 6, 30))
    assert is_past(date(2025, 6, 30), date(2025, 7, 1))
    assert not is_past(None, date(2025, 7, 1))


# ---------------------------------------------------------------- users


def test_only_an_administrator_belongs_to_no_office() -> None:
    assert check_user(UserDraft("a@b.vn", "An", Role.ADMIN), None, ()) == []
    assert fields(check_user(UserDraft("a@b.vn", "An", Role.LEADER), None, ())) == ["agency_id"]


def test_a_unit_member_names_a_unit_of_the_office() -> None:
    draft = UserDraft("a@b.vn", "An", Role.MEMBER, agency_id=1)
    assert fields(check_user(draft, None, {7})) == ["unit_id"]
    assert fields(check_user(UserDraft("a@b.vn", "An", Role.MEMBER, 1, 8), None, {7})) == ["unit_id"]
    assert check_user(UserDraft("a@b.vn", "An", Role.MEMBER, 1, 7), None, {7}) == []


ADMIN = Standing(Role.ADMIN, None, True)
OFFICE_ADMIN = Standing(Role.ADMIN, 1, True)


@pytest.mark.parametrize(
    "after", [Standing(Role.ADMIN, None, False), Standing(Role.DRAFTER, 1, True), OFFICE_ADMIN]
)
def test_the_last_administrator_of_all_cannot_leave(after: Standing) -> None:
    assert len(check_last_admin(ADMIN, after, [OFFICE_ADMIN, Standing(Role.ADMIN, None, False)])) == 1
    assert check_last_admin(ADMIN, after, [ADMIN]) == []


def test_an_offices_administrator_leaves_while_another_sees_the_office() -> None:
    gone = Standing(Role.DRAFTER, 1, True)
    assert check_last_admin(OFFICE_ADMIN, gone, [ADMIN]) == []
    assert check_last_admin(OFFICE_ADMIN, gone, [OFFICE_ADMIN]) == []
    assert len(check_last_admin(OFFICE_ADMIN, gone, [Standing(Role.ADMIN, 2, True)])) == 1


def test_passwords_have_ten_letters_and_are_not_the_address() -> None:
    assert check_password("mười ký tự", "a@b.vn") == []
    assert len(check_password("chín kýtự", "a@b.vn")) == 1
    assert len(check_password("Lan@Binh-An.example", "lan@binh-an.example")) == 1


def test_a_password_is_counted_in_letters_whatever_its_unicode_form() -> None:
    assert len(check_password("ê\u0323ê\u0323ê\u0323ê\u0323ê\u0323", "a@b.vn")) == 1


def test_a_new_password_is_new_and_typed_twice_alike() -> None:
    assert fields(
        check_new_password(PasswordDraft("mật khẩu cũ", "mật khẩu cũ", "mật khẩu cũ"), "a@b.vn")
    ) == ["new"]
    assert fields(check_new_password(PasswordDraft("mật khẩu cũ", "mật khẩu mới", "mật khẩu khác"), "a@b.vn")) == ["again"]  # fmt: skip


@pytest.mark.parametrize("address", ["/units", "/campaigns/a?tab=1&q=nhiệm vụ", "/"])
def test_own_paths_are_followed(address: str) -> None:
    assert own_path(address) == address


@pytest.mark.parametrize(
    "address",
    ["", "units", "//evil.example", "/\\evil.example", "\\/evil.example", "https://evil.example/units",
     "/\t/evil.example", "javascript:alert(1)", " /units", "/units\nSet-Cookie: a"],
)  # fmt: skip
def test_other_addresses_are_not(address: str) -> None:
    assert own_path(address) is None


@given(st.text(alphabet=st.sampled_from(list("/\\\t\n:@.aevil?#%")), max_size=12))
def test_following_an_own_path_never_leaves_the_house(address: str) -> None:
    path = own_path(address)
    if path is not None:
        seen_by_browser = path.replace("\\", "/").replace("\t", "").replace("\n", "")
        assert urlsplit(urljoin("https://office.example/sign-in", seen_by_browser)).netloc == "office.example"
