"""The cells of a table's row."""

from __future__ import annotations

import pytest

from drafter.zh.table_rows import cell_spans, cells_of


def cells(row: str) -> list[str]:
    return [row[start:end] for start, end in cell_spans(row)]


@pytest.mark.parametrize("name", ["王磊", "王 磊", "王  磊", "王　磊", "王　　磊"])
def test_a_name_with_blanks_is_one_cell(name: str) -> None:
    assert cells(f"{name}|县长|12") == [name, "县长", "12"]
    assert cells(f"1|{name}|12") == ["1", name, "12"]
    assert len(cells_of(f"{name}  县长  12")) == 3


@pytest.mark.parametrize("row", ["立案  12", "高新区  镇", "甲  乙", "是  否"])
def test_words_apart_are_two_cells(row: str) -> None:
    assert len(cells(row)) == len(cells_of(row)) == 2
