"""What a line is, by its words and what stands around it: a heading, a field, a label.

Decided here once, for rows of plain text and for paragraphs of pages alike.
"""
