"""The format check: what a .docx does other than NĐ 30/2020/NĐ-CP asks, and what in its words contradicts itself."""
