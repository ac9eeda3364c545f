# SPDX-License-Identifier: Apache-2.0
"""The page on bad input tells how many cases there are."""

from bad_input_table import PAGE, counts, with_table


def test_the_page_counts_the_cases_as_they_are():
    page = PAGE.read_text(encoding="utf-8")
    assert with_table(page) == page, "python tests/python/bad_input_table.py writes the table anew"


def test_there_are_more_than_was_promised():
    assert all(counts().values())
    assert sum(counts().values()) >= 150
