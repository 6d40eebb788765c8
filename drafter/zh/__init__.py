"""How numerals, dates, quantities, changes, promises and deficiencies are worded in Chinese.

All patterns live here, with the words that a turn of phrase is made of; lists of words that an
office may want to change live in `schemas/`.
"""
