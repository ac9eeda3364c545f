# SPDX-License-Identifier: Apache-2.0
"""`Network.map`: roads by class, gates and repairs marked, the same bytes every time, and in a notebook."""

import aidway as aw
import geopandas
import pytest
from aidway import network_map
from shapely import LineString


@pytest.fixture
def gated():
    lines = [
        LineString([(37.0, 36.0), (37.01, 36.0)]),
        LineString([(37.01001, 36.0), (37.02, 36.0)]),  # ends 0.9 m away
        LineString([(37.1, 36.1), (37.11, 36.1)]),  # apart
    ]
    told = {"kind": ["primary", "goat path", "track"], "gate": ["", "post", ""]}
    table = geopandas.GeoDataFrame(told, geometry=lines, crs="EPSG:4326")
    return aw.network_from_geodataframe(table, columns={"road_class": "kind", "gate": "gate"}, name="A <small> map")


def legend(picture):
    return [text.get_text() for text in picture.legends[0].get_texts()]


def test_the_legend_tells_classes_gates_islands_and_repairs(gated):
    assert legend(gated.map()) == [
        "primary, 0.9 km",
        "track, 0.9 km",
        "goat path, 0.9 km",
        "in a gate, 1 gates",
        "apart from the largest island, 0.9 km",
        "repair: join, 1",
        "repair: island, 1",
    ]


def test_every_road_and_mark_is_drawn(gated):
    axes = gated.map().axes[0]
    drawn = sum(len(lines.get_paths()) for lines in axes.collections)
    assert drawn == 3 + 1 + 1  # each road once, the gate over it, the band under what lies apart
    assert len(axes.lines) == 2  # a kind of repair each
    west, east = axes.get_xlim()
    assert west < 37.0 < 37.11 < east


def test_classes_are_told_apart_without_colour(town):
    picture = town.map()
    lines = [line for line in picture.legends[0].get_lines() if line.get_linestyle() != "None"]
    named = dict(zip(legend(picture), lines, strict=False))
    looks = {
        name.split(",")[0]: (round(line.get_linewidth(), 3), line.get_linestyle(), str(line._unscaled_dash_pattern))
        for name, line in named.items()
    }
    present = [name for name in ("motorway", "trunk", "tertiary", "residential", "service", "track") if name in looks]
    assert len({looks[name] for name in present}) == len(present) >= 4


def test_the_same_network_gives_the_same_bytes(town):
    assert town.map().svg() == town.map().svg()


def test_a_title_may_be_given_or_left_out(gated):
    assert gated.map().axes[0].get_title(loc="left") == "A <small> map"
    assert gated.map(title="").axes[0].get_title(loc="left") == ""


def test_a_notebook_shows_figures_and_map(gated):
    html = gated._repr_html_()
    assert "A &lt;small&gt; map: 6 nodes" not in html  # the ends are joined
    assert "A &lt;small&gt; map: 5 nodes, 6 arcs" in html
    assert html.count("<svg") == 1
    assert "http" not in html.replace("http://www.w3.org", "")  # nothing is fetched


def test_a_large_network_is_drawn_as_pixels_and_only_when_asked(gated, monkeypatch):
    monkeypatch.setattr(network_map, "MOST_LINES", 0)
    assert "<svg" not in gated._repr_html_()
    assert all(lines.get_rasterized() for lines in gated.map().axes[0].collections)
    assert "data:image/png" in gated.map().svg()
