"""UBND huyện Đắk Glong, công văn 955/UBND-VP of March 2025 to the province: proposals to spread the two days.

The only copy is a scan without its signature, and its day can be read as 7 or 17: 06/3 went before, so 17.
"""

from datetime import date

from campaign.campaigns.rules import CampaignDraft
from campaign.demo.data import Duty, Office, Paper, Person, Undertaking, because, head, says
from campaign.documents.rules.editing import DocumentDraft, LegalBasisDraft
from campaign.glossary import CampaignStatus, DocumentKind, Numbering, Role, TaskStatus
from campaign.people.phrases import Preset
from campaign.people.rules.agencies import filled
from campaign.people.rules.units import LAST_DAY_OF_DISTRICTS, UnitDraft

_TITLE = "đề xuất, nhân rộng sáng kiến CCHC “Ngày không viết” và “Ngày không hẹn”"
_DAY = date(2025, 3, 17)

_LETTER = Paper(
    DocumentDraft(
        DocumentKind.LETTER, _TITLE, 2025, 3, "UBND-VP", Numbering.DECIMAL,
        authority="TM. ỦY BAN NHÂN DÂN", position="CHỦ TỊCH",
    ),
    (
        because(
            "Để hai ngày “Ngày không viết” và “Ngày không hẹn” được nhân rộng, "
            "Ủy ban nhân dân huyện Đắk Glong xin đề xuất:"
        ),
        head(
            "Tăng cường truyền thông",
            text="- Mở hội thảo, tọa đàm và các đợt truyền thông giúp người dân, tổ chức hiểu lợi ích của sáng kiến.\n"
            "- Dùng mạng xã hội để giới thiệu hai ngày này.",
        ),
        head(
            "Mở rộng quy mô, áp dụng linh hoạt",
            text="- Ngoài các thủ tục hành chính quen thuộc, áp dụng cả ở lĩnh vực thuế, tài chính, giáo dục.\n"
            "- Mỗi nơi chọn cách làm hợp với điều kiện của mình.",
        ),
        head(
            "Theo dõi, đánh giá",
            text="- Có cơ chế theo dõi hiệu quả để điều chỉnh sớm.\n"
            "- Định kỳ công bố kết quả cho người dân và các bên biết, từ đó thêm tin dịch vụ hành chính.",
        ),
        head(
            "Khuyến khích sáng kiến từ cộng đồng",
            text="* Mở cuộc thi để người dân, cán bộ, công chức hiến kế cải cách hành chính.",
        ),
        says("Ủy ban nhân dân huyện Đắk Glong kính gửi Văn phòng UBND tỉnh tổng hợp, xem xét./."),
    ),
    "Như trên\nChủ tịch, các PCT UBND huyện\nCác phòng, ban, đơn vị\nỦy ban nhân dân các xã\nLưu: VT.",
    ("Văn phòng UBND tỉnh Đắk Nông",),
    issued=(955, _DAY),
)  # fmt: skip

OFFICE = Office(
    filled(Preset.DISTRICT, "Đắk Glong"),
    (),
    (
        UnitDraft("Văn phòng HĐND và UBND huyện", "Văn phòng", valid_to=LAST_DAY_OF_DISTRICTS),
        UnitDraft("Các phòng, ban, đơn vị", "Các phòng, ban", valid_to=LAST_DAY_OF_DISTRICTS),
    ),
    (Person("soanthao@dak-glong.example", "Chuyên viên Văn phòng huyện", Role.DRAFTER, "Chuyên viên"),),
    (
        Undertaking(
            CampaignDraft(
                "Đề xuất, nhân rộng sáng kiến CCHC “Ngày không viết” và “Ngày không hẹn”",
                "dak-glong-2025",
                "Trả lời Văn phòng UBND tỉnh về cách giữ và mở rộng hai sáng kiến.",
                CampaignStatus.DONE,
                date(2025, 3, 6),
                _DAY,
            ),
            duties=(
                Duty("Văn phòng", "Soạn công văn trả lời Văn phòng UBND tỉnh", _DAY, ("Các phòng, ban",), "Công văn được phát hành", status=TaskStatus.DONE),
            ),
            bases=(
                LegalBasisDraft(
                    "Công văn",
                    "về việc tiếp tục triển khai, đề xuất, nhân rộng sáng kiến CCHC “Ngày không viết” và “Ngày không hẹn”",
                    "389/VPUBND-PNC",
                    date(2025, 3, 6),
                    "Văn phòng Ủy ban nhân dân tỉnh Đắk Nông",
                ),
            ),
            papers=(_LETTER,),
        ),
    ),
)  # fmt: skip
