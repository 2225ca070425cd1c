"""From the campaign's data to papers in the legal format (Nghị định 30/2020/NĐ-CP), pure and without a clock.

plan      the data: Plan, and the document being drawn: DocumentDraft with its outline of Nodes
inline    the markup of section texts; citations: căn cứ in full, then short
blocks/   live blocks: each turns the campaign's data into nodes at its place in the outline
outline   the tree numbered and laid into lines; letterhead: everything round the body
papers    which template and context each paper has; annexes, sheets: the papers drawn from the plan alone
"""
