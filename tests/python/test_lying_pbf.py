# SPDX-License-Identifier: Apache-2.0
"""A PBF file may say of itself what is not true: each lie is told, and none is believed."""

from __future__ import annotations

import aidway as aw
import lying_pbf as pbf
import pytest

HUGE = 1 << 30
LIES = {
    "a head of four gigabytes": b"\xff\xff\xff\xff" + b"\x00" * 64,
    "a head that is none": (64).to_bytes(4, "big") + b"\xff" * 64,
    "data beyond the end of the file": pbf.header() + pbf.blob(b"OSMData", pbf.street(), data_size=1000),
    "data of a gigabyte": pbf.header() + pbf.blob(b"OSMData", pbf.street(), data_size=HUGE),
    "unpacked, a gigabyte": pbf.header() + pbf.blob(b"OSMData", pbf.street(), raw_size=HUGE),
    "unpacked, less than it is": pbf.header() + pbf.blob(b"OSMData", pbf.street(), raw_size=7),
    "unpacked, more than it is": pbf.header() + pbf.blob(b"OSMData", pbf.street(), raw_size=5000),
    "a feature that no reader knows": pbf.header(features=[b"Time-Travel"]) + pbf.blob(b"OSMData", pbf.street()),
    "fewer latitudes than nodes": pbf.header() + pbf.blob(b"OSMData", pbf.street(lats=[0])),
    "a word beyond the table": pbf.header() + pbf.blob(b"OSMData", pbf.street(tag=(1, 1_000_000))),
    "a block of another kind first": pbf.blob(b"OSMData", pbf.street()),
}


def read(folder, data: bytes) -> aw.Network:
    (folder / "roads.osm.pbf").write_bytes(data)
    return aw.read_network(folder / "roads.osm.pbf")


def test_the_file_that_tells_the_truth_is_read(tmp_path):
    assert len(read(tmp_path, pbf.header() + pbf.blob(b"OSMData", pbf.street())).arcs()) == 2


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_told(tmp_path, lie):
    with pytest.raises(aw.ScenarioError) as caught:
        read(tmp_path, LIES[lie])
    (fault,) = caught.value.diagnostics
    assert fault.text.startswith("roads.osm.pbf: cannot be read to its end as OpenStreetMap data: ")


def test_a_street_between_nodes_that_are_not_there_leads_nowhere(tmp_path):
    with pytest.raises(aw.ScenarioError, match="there are no roads among"):
        read(tmp_path, pbf.header() + pbf.blob(b"OSMData", pbf.street(refs=[7, 8])))
