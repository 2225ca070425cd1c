"""A decision and the plan it comes with, in one file: the plan becomes the document, the decision one of its bases."""

from datetime import date

from campaign.files import word_reader
from campaign.glossary import DocumentKind, Level
from campaign.reading.rules.cleaning import clean
from campaign.reading.rules.taking.proposal import Office, Proposal, of_superior, propose
from campaign.reading.rules.understanding import understand


def proposed(text: str) -> Proposal:
    source = clean(word_reader.read(text.encode(), "quyet-dinh.txt"))
    office = Office("Ủy ban nhân dân xã Bình An", Level.COMMUNE, (), date(2026, 11, 22))
    return propose(understand(source), source, office)


DECISION = """ỦY BAN NHÂN DÂN TỈNH HÒA AN
Số: 12/QĐ-UBND
Hòa An, ngày 10 tháng 4 năm 2026
QUYẾT ĐỊNH
Ban hành Kế hoạch cải cách hành chính
Căn cứ Luật Tổ chức chính quyền địa phương;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.

KẾ HOẠCH
Cải cách hành chính năm 2026
(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 10 tháng 4 năm 2026 của Ủy ban nhân dân tỉnh Hòa An)
I. MỤC ĐÍCH
1. Rút ngắn thời gian giải quyết hồ sơ.
II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ: Chủ trì theo dõi, đôn đốc./.
"""


def test_the_decision_a_plan_comes_with_is_the_first_of_its_bases() -> None:
    proposal = proposed(DECISION)
    assert proposal.kind is DocumentKind.PLAN
    assert proposal.bases[0].startswith(
        "Quyết định số 12/QĐ-UBND ngày 10/4/2026 của Ủy ban nhân dân tỉnh Hòa An"
    )
    assert of_superior(proposal, 0).bases == proposal.bases
    nameless = proposed(DECISION.replace("Số: 12/", "Số:      /"))
    assert "Quyết định" not in nameless.bases[0]
