# SPDX-License-Identifier: Apache-2.0
"""Status products of others, read into the statuses of gates."""

from __future__ import annotations

from pathlib import Path

import aidway as aw
import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point

ROADS = """road_name,road_status,last_update,information_source
bridge,NOT_PASSABLE,2016-06-01,convoy leader
bridge,Restricted,2016-06-20,convoy leader
pass,ALTERNATIVE_ROUTE,2016-05-20,
harbour,PASSABLE,,
"""


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a table and returns its path."""

    def write(text: str, name: str = "status.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_road_status_of_the_logistics_cluster_needs_no_mapping(file):
    read = aw.read_road_status(file(ROADS))
    assert list(read["status"]) == ["closed", "by_clearance", "closed", "open"]
    assert list(read["speed_factor"]) == [0, 0.5, 0, 1]
    assert list(read["word"]) == ["NOT_PASSABLE", "Restricted", "ALTERNATIVE_ROUTE", "PASSABLE"]
    assert list(read["source"]) == ["convoy leader", "convoy leader", "", ""]
    assert read["since"][1] == pd.Timestamp("2016-06-20")
    assert pd.isna(read["since"][3])


def test_border_status_and_levels_of_access_are_read_too(file):
    borders = aw.read_road_status(file("border_crossing,status\nA,OPEN\nB,RESTRICTED\nC,CLOSED\nD,UNCLEAR\n"))
    assert list(borders["status"]) == ["open", "by_clearance", "closed", "closed"]
    levels = aw.read_road_status(file("ADM2_PCODE,ADM2_EN,access_level\nSY0204,Afrin,0\nSY0205,Azaz,3\nSY0206,X,5\n"))
    assert list(levels["status"]) == ["open", "by_clearance", "closed"]
    assert list(levels["pcode"]) == ["SY0204", "SY0205", "SY0206"]
    assert list(levels["place"]) == ["Afrin", "Azaz", "X"]


def test_other_columns_and_words_are_named(file):
    path = file("Strasse,Zustand\nbridge,gesperrt\npass,frei\n")
    read = aw.read_road_status(
        path, columns={"place": "Strasse", "status": "Zustand"}, words={"gesperrt": "closed", "frei": "open"}
    )
    assert list(read["status"]) == ["closed", "open"]
    table = file("word,access,speed_factor,meaning\ngesperrt,closed,0,\nfrei,open,1,\n", "words.csv")
    again = aw.read_road_status(path, columns={"place": "Strasse", "status": "Zustand"}, words=table)
    pd.testing.assert_frame_equal(again, read)


def test_a_layer_with_places_is_read_like_a_table(tmp_path):
    path = tmp_path / "status.geojson"
    points = [Point(5, 0.1), Point(5.1, 0.1)]
    gpd.GeoDataFrame({"name": ["a", "b"], "status": ["OPEN", None]}, geometry=points, crs="EPSG:4326").to_file(path)
    with pytest.raises(aw.RequestError, match=r"status\.geojson: row 2: the status '' means nothing"):
        aw.read_road_status(path)
    gpd.GeoDataFrame({"name": ["a", "b"], "status": ["OPEN", "CLOSED"]}, geometry=points, crs="EPSG:4326").to_file(path)
    assert list(aw.read_road_status(path)["status"]) == ["open", "closed"]


def test_every_row_that_cannot_be_meant_is_named(file):
    with pytest.raises(aw.RequestError) as caught:
        aw.read_road_status(file("name,status,date\n,OPEN,2016-06-01\na,SHUT,2016-06-01\nb,OPEN,June\n"))
    lines = str(caught.value).splitlines()
    assert lines[0] == "status.csv: row 1: no place is named"
    assert lines[1].startswith("status.csv: row 2: the status 'SHUT' means nothing; known are open, by_clearance")
    assert lines[2] == "status.csv: row 3: 'June' is not a date, e.g. 2016-09-12"


def test_columns_that_are_missing_are_named_with_those_there_are(file):
    with pytest.raises(aw.RequestError, match=r"no column is known to say the status: .* there are name, zustand"):
        aw.read_road_status(file("name,zustand\na,OPEN\n"))
    with pytest.raises(aw.UnknownNameError, match="no column 'zustad'; did you mean 'zustand'"):
        aw.read_road_status(file("name,zustand\na,OPEN\n"), columns={"status": "zustad"})
    with pytest.raises(aw.IoError, match="no file"):
        aw.read_road_status("nowhere.csv")


def test_reports_become_a_table_that_covers_the_period(file):
    read = aw.read_road_status(file(ROADS))
    table = aw.gate_status(read, period=("2016-06-01", "2016-07-31"), held_by={"bridge": ["crown", "league"]})
    assert table.columns.tolist() == ["gate", "from", "to", "aid", "goods", "civilians", "held_by", "source_key"]
    assert table.loc[table["gate"] == "bridge", ["from", "to", "aid"]].to_numpy().tolist() == [
        ["2016-06-01", "2016-06-20", "closed"],
        ["2016-06-20", "2016-07-31", "by_clearance"],
    ]
    assert set(table.loc[table["gate"] == "bridge", "held_by"]) == {"crown;league"}
    # What was told before the period begins holds when it does; what has no day always did.
    assert table.loc[table["gate"] == "pass", ["from", "to"]].to_numpy().tolist() == [["2016-06-01", "2016-07-31"]]
    assert table.loc[table["gate"] == "harbour", "aid"].tolist() == ["open"]


def test_nothing_is_made_up_of_the_time_before_the_first_report(file):
    read = aw.read_road_status(file("name,status,date\nbridge,OPEN,2016-06-10\n"))
    with pytest.raises(aw.RequestError, match="nothing is told of 'bridge' on 2016-06-01"):
        aw.gate_status(read, period=("2016-06-01", "2016-07-31"))
    table = aw.gate_status(read, period=("2016-06-01", "2016-07-31"), before="closed")
    assert table[["from", "to", "aid"]].to_numpy().tolist() == [
        ["2016-06-01", "2016-06-10", "closed"],
        ["2016-06-10", "2016-07-31", "open"],
    ]


def test_before_the_period_the_last_report_counts_whatever_its_place_in_the_table(file):
    read = aw.read_road_status(file("name,status,date\nb,OPEN,2016-05-20\nb,CLOSED,2016-05-01\nb,UNCLEAR,\n"))
    table = aw.gate_status(read, period=("2016-06-01", "2016-07-31"))
    assert table["aid"].tolist() == ["open"]


def test_of_two_reports_on_one_day_the_later_counts(file):
    read = aw.read_road_status(
        file("name,status,date\nb,OPEN,2016-06-01\nb,CLOSED,2016-06-01T18:00\nc,OPEN,2017-01-01\n")
    )
    table = aw.gate_status(read, period=("2016-06-01", "2016-07-31"), gates={"b": "bridge"})
    assert table[["gate", "aid"]].to_numpy().tolist() == [["bridge", "closed"]]


def test_a_scenario_reads_what_was_made_of_a_status_product(file, tmp_path):
    import shutil

    tiny = Path(__file__).resolve().parents[1] / "data" / "tiny"
    shutil.copytree(tiny, tmp_path / "tiny")
    scenario = aw.read_scenario(tiny)
    told = aw.read_road_status(file("name,status,date,source\nbridge,OPEN,2016-06-10,FABLE\npass,CLOSED,,FABLE\n"
                                    "harbour,PASSABLE,,FABLE\n"))  # fmt: skip
    table = aw.gate_status(told.replace({"source": ""}, "FABLE"), scenario, before="closed")
    table["source_key"] = "FABLE"
    table.to_csv(tmp_path / "tiny" / "data" / "gate_status.csv", index=False)
    changed = aw.read_scenario(tmp_path / "tiny")
    status = {row["gate"]: row for row in changed.engine.gate_status("two-roads", 1_465_000_000)}
    assert set(status) == {"bridge", "harbour", "pass"}


def test_a_layer_that_may_point_elsewhere_is_not_read(tmp_path):
    (tmp_path / "roads.vrt").write_text("<OGRVRTDataSource></OGRVRTDataSource>")
    with pytest.raises(aw.IoError, match="none of the formats that point nowhere else"):
        aw.read_road_status(tmp_path / "roads.vrt")
