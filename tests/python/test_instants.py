# SPDX-License-Identifier: Apache-2.0
"""Dates as people write them, seconds as the engine counts them."""

from datetime import UTC, datetime

import pytest
from aidway.instants import to_iso, to_seconds

ZONE = "Asia/Damascus"  # three hours ahead of UTC in September 2016, two in December


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2016-09-12T19:00", "2016-09-12T16:00:00+00:00"),
        ("2016-09-12", "2016-09-11T21:00:00+00:00"),
        ("2016-12-22", "2016-12-21T22:00:00+00:00"),
        ("2016-09-12T19:00+00:00", "2016-09-12T19:00:00+00:00"),
    ],
)
def test_a_date_without_an_offset_is_read_by_the_scenarios_clock(text, utc):
    assert to_iso(to_seconds(text, ZONE)) == utc


def test_datetimes_mean_what_texts_mean():
    assert to_seconds(datetime(2016, 9, 12, 19), ZONE) == to_seconds("2016-09-12T19:00", ZONE)
    assert to_seconds(datetime(2016, 9, 12, 16, tzinfo=UTC), ZONE) == to_seconds("2016-09-12T19:00", ZONE)


def test_the_offset_is_that_of_the_season():
    assert to_iso(to_seconds("2016-12-22", ZONE), ZONE) == "2016-12-22T00:00:00+02:00"
    assert to_iso(to_seconds("2016-07-07", ZONE), ZONE) == "2016-07-07T00:00:00+03:00"


@pytest.mark.parametrize("text", ["", "soon", "2016-13-01", "12.9.2016"])
def test_refuses_what_is_no_date(text):
    with pytest.raises(ValueError, match="is no date; write 2016-09-12 or 2016-09-12T19:00"):
        to_seconds(text, ZONE)
