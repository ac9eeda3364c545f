# SPDX-License-Identifier: Apache-2.0
"""Rasters over areas and along roads."""

import aidway as aw
import geopandas
import numpy as np
import pytest
from shapely import LineString, Point, box

WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
    'UNIT["degree",0.0174532925199433]]'
)
GRID = """ncols 3
nrows 2
xllcorner 37.0
yllcorner 36.0
cellsize 0.01
NODATA_value -99
1 2 4
8 16 -99
"""


@pytest.fixture
def raster(tmp_path):
    """Six cells of a hundredth of a degree from 37 E, 36 N; the one in the south-east has no value."""
    (tmp_path / "cells.asc").write_text(GRID, encoding="ascii")
    (tmp_path / "cells.prj").write_text(WGS84, encoding="ascii")
    return tmp_path / "cells.asc"


def areas(*shapes, crs="EPSG:4326"):
    return geopandas.GeoDataFrame(geometry=list(shapes), crs=crs)


def network(*lines):
    return aw.network_from_geodataframe(geopandas.GeoDataFrame(geometry=list(lines), crs="EPSG:4326"))


def test_each_cell_counts_by_the_share_that_an_area_covers(raster):
    found = aw.zonal_sums(raster, areas(box(37.0, 36.0, 37.03, 36.02), box(37.005, 36.01, 37.02, 36.02)))
    assert found["sum"].tolist() == pytest.approx([31.0, 0.5 * 1 + 2.0])
    assert found["mean"].tolist() == pytest.approx([31.0 / 5, 2.5 / 1.5])
    assert found["told"].tolist() == pytest.approx([5 / 6, 1.0])


def test_areas_that_part_a_land_sum_to_it_in_any_system(raster):
    land, parts = box(37.0, 36.0, 37.03, 36.02), [box(37.0, 36.0, 37.013, 36.02), box(37.013, 36.0, 37.03, 36.02)]
    whole = float(aw.zonal_sums(raster, areas(land))["sum"].iloc[0])
    assert float(aw.zonal_sums(raster, areas(*parts))["sum"].sum()) == pytest.approx(whole)
    changed = areas(*parts).to_crs("EPSG:32637")
    assert float(aw.zonal_sums(raster, changed)["sum"].sum()) == pytest.approx(whole, rel=1e-4)


def test_an_area_beyond_the_raster_has_nothing_told(raster):
    row = aw.zonal_sums(raster, areas(box(10, 10, 11, 11))).iloc[0]
    assert (row["sum"], row["told"]) == (0.0, 0.0)
    assert np.isnan(row["mean"])


def test_what_is_no_area_is_refused_by_its_row(raster):
    with pytest.raises(aw.ScenarioError, match="feature 1"):
        aw.zonal_sums(raster, areas(box(37, 36, 37.01, 36.01), Point(37, 36)))
    with pytest.raises(aw.RequestError, match="GeoDataFrame, not a list"):
        aw.zonal_sums(raster, [box(37, 36, 37.01, 36.01)])


def test_a_raster_that_lacks_what_is_asked_is_refused(raster, tmp_path):
    with pytest.raises(aw.ScenarioError, match="band"):
        aw.zonal_sums(raster, areas(box(37, 36, 37.01, 36.01)), band=2)
    (tmp_path / "cells.prj").unlink()
    with pytest.raises(aw.ScenarioError, match="coordinate system"):
        aw.zonal_sums(raster, areas(box(37, 36, 37.01, 36.01)))
    with pytest.raises(FileNotFoundError):
        aw.zonal_sums(tmp_path / "none.tif", areas(box(37, 36, 37.01, 36.01)))


def test_both_arcs_of_a_road_have_the_samples_under_it(raster):
    roads = network(LineString([(37.001, 36.015), (37.009, 36.015)]), LineString([(37.011, 36.005), (37.029, 36.005)]))
    found = roads.sample(raster, step_m=1.0).join(roads.arcs()[["feature", "reverse"]])
    first, second = found[found["feature"] == 0], found[found["feature"] == 1]
    assert first[["mean", "min", "max", "told"]].to_numpy().tolist() == [[1.0, 1.0, 1.0, 1.0]] * 2
    assert second["mean"].tolist() == [16.0] * 2
    assert second["told"].tolist() == pytest.approx([0.5] * 2, abs=0.001)
    with pytest.raises(aw.RequestError, match="step_m must be above 0"):
        roads.sample(raster, step_m=0)


def test_steps_hold_from_their_value_on_and_nothing_known_slows_nothing():
    assert aw.speed_factors([0, 0.1, 0.39, 0.4, np.nan], {0.4: 0, 0.1: 0.5}).tolist() == [1, 0.5, 0.5, 0, 1]
    for steps in ({}, {0.1: 1.5}, {float("nan"): 0.5}):
        with pytest.raises(aw.RequestError, match="steps lead from"):
            aw.speed_factors([0.0], steps)


def test_a_factor_slows_and_nought_closes(raster):
    roads = network(LineString([(37.001, 36.015), (37.009, 36.015)]))
    free = roads.times_s([0], [1], vehicle="truck-10t")[0, 0]
    same = roads.times_s([0], [1], vehicle="truck-10t", speed_factors=np.ones(2))[0, 0]
    half = roads.times_s([0], [1], vehicle="truck-10t", speed_factors=np.full(2, 0.5))[0, 0]
    assert (same, half) == (free, pytest.approx(2 * free, abs=0.002))
    assert np.isnan(roads.times_s([0], [1], vehicle="truck-10t", speed_factors=np.zeros(2))[0, 0])
    for wrong in ([1.0], [1.0, 2.0], [1.0, np.nan]):
        with pytest.raises(aw.RequestError, match="2 numbers between 0 and 1"):
            roads.times_s([0], [1], vehicle="truck-10t", speed_factors=wrong)
