# SPDX-License-Identifier: Apache-2.0
"""Names that nothing carries."""

import aidway as aw
import pytest
from aidway.errors import require_name

KNOWN = ("status-quo", "castello-only", "both-roads")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("both-road", "no agreement 'both-road'; did you mean 'both-roads'?"),
        ("castelo", "no agreement 'castelo'; did you mean 'castello-only'?"),
        ("xyz", "no agreement 'xyz'; known are status-quo, castello-only, both-roads"),
    ],
)
def test_the_nearest_name_is_offered_or_else_all(name, message):
    assert require_name("agreement", "both-roads", KNOWN) == "both-roads"
    with pytest.raises(aw.UnknownNameError) as refusal:
        require_name("agreement", name, KNOWN)
    assert str(refusal.value) == message


def test_where_there_is_none_it_says_so():
    assert str(aw.UnknownNameError("agreement", "a", ())) == "no agreement 'a'; there is none"


def test_what_is_raised_is_caught_as_python_would_expect():
    assert issubclass(aw.ScenarioError, ValueError)
    assert issubclass(aw.IoError, OSError)
    assert issubclass(aw.UnknownNameError, ValueError)
