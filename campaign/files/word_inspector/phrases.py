"""Why a file cannot be checked, where the reader of documents has no sentence of its own for it."""

ONLY_WORD = "Chỉ kiểm tra được thể thức của tệp Word .docx; hãy lưu văn bản dưới dạng .docx rồi thử lại."
