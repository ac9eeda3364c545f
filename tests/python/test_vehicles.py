# SPDX-License-Identifier: Apache-2.0
"""Vehicle profiles on a network by itself."""

import aidway as aw
import numpy as np
import pytest
from aidway.vehicles import vehicle_names

ROADS = """<?xml version='1.0'?><osm version='0.6'>
<node id='1' lon='5.0' lat='0.0'/><node id='2' lon='5.1' lat='0.0'/><node id='3' lon='5.2' lat='0.0'/>
<way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='primary'/></way>
<way id='2'><nd ref='2'/><nd ref='3'/><tag k='highway' v='primary'/><tag k='maxweight' v='7.5'/></way>
<way id='3'><nd ref='1'/><nd ref='3'/><tag k='highway' v='path'/></way>
</osm>
"""


@pytest.fixture
def network(tmp_path):
    (tmp_path / "roads.osm").write_text(ROADS, encoding="utf-8")
    return aw.read_network(tmp_path / "roads.osm")


def test_five_vehicles_ship():
    assert vehicle_names() == ["ambulance", "on-foot", "pick-up", "semi-trailer-30t", "truck-10t"]


def test_times_follow_the_speeds_of_the_vehicle(network):
    a, b = network.nearest([(5.0, 0.0), (5.1, 0.0)])
    metres = float(network.distances_m([a], [b])[0, 0])
    assert network.times_s([a], [b], vehicle="truck-10t")[0, 0] == pytest.approx(metres / (55 / 3.6), abs=0.001)
    assert network.times_s([a], [b], vehicle="pick-up")[0, 0] == pytest.approx(metres / (65 / 3.6), abs=0.001)
    convoy = network.times_s([a], [b], vehicle="truck-10t", convoy=True)[0, 0]
    assert convoy == pytest.approx(1.2 * metres / (55 / 3.6), abs=0.001)


def test_limits_and_closures_bind_those_whom_they_concern(network):
    a, c = network.nearest([(5.0, 0.0), (5.2, 0.0)])
    assert np.isnan(network.times_s([a], [c], vehicle="truck-10t")[0, 0])
    assert network.times_s([a], [c], vehicle="pick-up")[0, 0] > 0
    on_foot = network.times_s([a], [c], vehicle="on-foot")[0, 0]
    assert on_foot == pytest.approx(float(network.distances_m([a], [c], traffic="foot")[0, 0]) / (5 / 3.6), abs=0.001)
    told = network.obstacles("truck-10t").set_index("obstacle")["length_m"]
    assert list(told.index) == ["closed to heavy", "limit of 7.5 t"]
    assert told["limit of 7.5 t"] == pytest.approx(told["closed to heavy"] / 2, rel=1e-6)
    assert network.obstacles("on-foot").empty


def test_a_planners_own_file_is_a_vehicle_too(network, tmp_path):
    own = tmp_path / "cart.yaml"
    own.write_text("aidway: 1\ntitle: A cart\nspeed: 4 km/h\n", encoding="utf-8")
    a, b = network.nearest([(5.0, 0.0), (5.1, 0.0)])
    metres = float(network.distances_m([a], [b])[0, 0])
    assert network.times_s([a], [b], vehicle=own)[0, 0] == pytest.approx(metres / (4 / 3.6), abs=0.001)


def test_wrong_vehicles_are_refused_with_the_nearest(network, tmp_path):
    with pytest.raises(aw.RequestError, match="truck-10t"):
        network.times_s([0], [1], vehicle="truck-10")
    with pytest.raises(FileNotFoundError):
        network.times_s([0], [1], vehicle=tmp_path / "none.yaml")
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("aidway: 1\ntitle: Fast\nspeed: 0 km/h\n", encoding="utf-8")
    with pytest.raises(aw.ScenarioError, match=r"wrong.yaml:3:8: '0 km/h' is out of range"):
        network.times_s([0], [1], vehicle=wrong)
