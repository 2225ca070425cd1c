"""The office of the demo of today, and its one campaign."""

from dataclasses import replace
from datetime import date, time

from campaign.campaigns.rules import CampaignDraft
from campaign.ceremonies.rules import CeremonyDraft
from campaign.demo.data import Office, Person, Undertaking
from campaign.demo.duc_an import outreach, papers
from campaign.demo.duc_an.days import Days
from campaign.demo.duc_an.duties import duties
from campaign.demo.duc_an.guests import GROUPS
from campaign.demo.duc_an.programme import PROGRAMME
from campaign.documents.rules.editing import LegalBasisDraft
from campaign.glossary import CampaignStatus, DayOffKind, Relation, Role
from campaign.people.phrases import Preset
from campaign.people.rules.agencies import SignerDraft, filled
from campaign.people.rules.days_off import DaysOffDraft
from campaign.people.rules.units import TWO_TIERS_FROM, UnitDraft

_CONTACT = "Văn phòng HĐND và UBND xã Đức An, điện thoại 0263 000 000"


def _unit(name: str, short_name: str, relation: Relation = Relation.ASSIGN) -> UnitDraft:
    return UnitDraft(name, short_name, relation, valid_from=TWO_TIERS_FROM)


_UNITS = (
    _unit("Văn phòng HĐND và UBND", "Văn phòng"),
    _unit("Phòng Kinh tế", "Phòng KT"),
    _unit("Phòng Văn hóa - Xã hội", "Phòng VH-XH"),
    _unit("Trung tâm Phục vụ hành chính công", "TTPVHCC"),
    _unit("Trung tâm Cung ứng dịch vụ công", "TT Dịch vụ công"),
    _unit("Trạm Y tế xã", "Trạm Y tế", Relation.REQUEST),
    _unit("Công an xã", "Công an xã", Relation.REQUEST),
    _unit("Đoàn TNCS Hồ Chí Minh xã", "Đoàn xã", Relation.REQUEST),
)

_PEOPLE = (
    Person("soanthao@duc-an.example", "Trần Thị Thu Hà", Role.DRAFTER, "Chuyên viên Phòng Văn hóa - Xã hội"),
    Person("quantri@duc-an.example", "Vũ Minh Tuấn", Role.ADMIN, "Công chức công nghệ thông tin"),
    Person("lanhdao@duc-an.example", "Nguyễn Thị Mai Lan", Role.LEADER, "Chủ tịch UBND xã"),
    Person("vanthu@duc-an.example", "Bùi Thị Ngọc", Role.CLERK, "Văn thư"),
    Person("donvi@duc-an.example", "Hoàng Minh Đức", Role.MEMBER, "Giám đốc Trung tâm", "TTPVHCC"),
    Person("doanxa@duc-an.example", "K’Thủy", Role.MEMBER, "Bí thư Đoàn xã", "Đoàn xã"),
    Person("letan@duc-an.example", "Lê Thị Kim Chi", Role.RECEPTION, "Công chức Văn phòng"),
)

_BASES = (
    LegalBasisDraft("Luật", "Tổ chức chính quyền địa phương", issued_on=date(2025, 6, 16)),
    LegalBasisDraft("Nghị định", "về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia", "118/2025/NĐ-CP", date(2025, 6, 9), "Chính phủ"),
    LegalBasisDraft("Nghị quyết", "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030", "76/NQ-CP", date(2021, 7, 15), "Chính phủ"),
)  # fmt: skip


# A swap the public calendar of the program does not know.
_SWAP = "Văn bản số 12729/VPCP-KGVX ngày 25/12/2025"
_DAYS_OFF = (
    DaysOffDraft(
        date(2026, 1, 2), DayOffKind.COMPENSATORY, "Nghỉ Tết Dương lịch, làm bù ngày 10/01/2026", _SWAP
    ),
    DaysOffDraft(date(2026, 1, 10), DayOffKind.WORKED, "Làm bù cho ngày 02/01/2026", _SWAP),
)


def office(today: date) -> Office:
    """UBND xã Đức An with its campaign around `today`."""
    agency = replace(
        filled(Preset.COMMUNE, "Đức An"), contact=_CONTACT, organizer_email="vanphong@duc-an.example"
    )
    chair = SignerDraft("CHỦ TỊCH", papers.SIGNER, "TM. ỦY BAN NHÂN DÂN")
    deputy = SignerDraft("PHÓ CHỦ TỊCH", "Đinh Văn Khải", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH")
    return Office(agency, (chair, deputy), _UNITS, _PEOPLE, (_undertaking(Days(today)),), _DAYS_OFF)


def _undertaking(days: Days) -> Undertaking:
    return Undertaking(
        CampaignDraft(
            papers.TITLE,
            f"duc-an-{days.ceremony.year}",
            "Mỗi thứ Tư, người dân làm thủ tục ở xã không phải viết, không phải hẹn.",
            CampaignStatus.PREPARING,
            days.ago(10),
            days.before(-14),
        ),
        CeremonyDraft(
            papers.CEREMONY, days.ceremony, time(7, 30), "Sân Trung tâm Phục vụ hành chính công xã Đức An",
            chair="Chủ tịch UBND xã", dress="Nam sơ mi, nữ áo dài; đoàn viên áo xanh", arrive_early=15, contact=_CONTACT,
        ),
        PROGRAMME,
        duties(days),
        GROUPS,
        outreach.service_days(days),
        outreach.PROCEDURES,
        outreach.notices(days),
        _BASES,
        papers.papers(days),
    )  # fmt: skip
