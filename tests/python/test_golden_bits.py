# SPDX-License-Identifier: Apache-2.0
"""What the tiny scenario gives has not changed by a bit, whatever the processor can do."""

import json

import golden_bits
import pytest


@pytest.mark.bits
def test_every_bit_is_as_it_was():
    wanted = json.loads(golden_bits.GOLDEN.read_text(encoding="utf-8"))
    found = golden_bits.golden()
    changed = sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))
    assert changed == [], "meant? then write them anew (see golden_bits.py) and say why in the CHANGELOG"
