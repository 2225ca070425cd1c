"""Words of dossiers."""

ZIP_NAME = "Hồ sơ {code}.zip"
DOCUMENTS = "1 Văn bản và phụ lục"
INVITATIONS = "2 Giấy mời từng đại biểu"
SHEETS = "3 Kịch bản, phiếu giao và theo dõi nhiệm vụ"
CALENDARS = "4 Lịch"
FAULT = "Chưa xuất được hồ sơ vì “{paper}”: {reason}"
NOTHING = "Chiến dịch này chưa có văn bản hay lịch nào để xuất."
