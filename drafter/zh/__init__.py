"""How numerals, numbering, dates, quantities and widths are written in Chinese.

All patterns live here; the words of the domain live in `schemas/`.
"""
