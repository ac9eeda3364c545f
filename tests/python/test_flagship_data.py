# SPDX-License-Identifier: Apache-2.0
"""The files of scenarios/eastern-aleppo-2016: current, sourced, and connected as they say."""

import csv
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pyogrio
import pytest
import yaml

FOLDER = Path(__file__).resolve().parents[2] / "scenarios" / "eastern-aleppo-2016"
AGREEMENTS = sorted((FOLDER / "agreements").glob("*.yaml"))
FIRST, END = date(2016, 7, 7), date(2016, 12, 22)


def build(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, folder / "build.py", *arguments], capture_output=True, text=True, check=False
    )


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scenario() -> dict:
    return read(FOLDER / "scenario.yaml")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copy(FOLDER.parent / "building.py", tmp_path)
    return shutil.copytree(FOLDER, tmp_path / "copy")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_building_twice_gives_the_same_bytes(copy: Path):
    assert build(copy).returncode == 0
    first = {path.name: path.read_bytes() for path in (copy / "data").iterdir()}
    assert build(copy).returncode == 0
    assert {path.name: path.read_bytes() for path in (copy / "data").iterdir()} == first


def test_check_names_a_stale_layer(copy: Path):
    edit(copy / "source" / "road_classes.csv", "castello,primary", "castello,secondary")
    done = build(copy, "--check")
    assert (done.returncode, done.stderr) == (1, "data/roads.gpkg: stale, run build.py\n")


def test_build_lists_every_fault_and_writes_nothing(copy: Path):
    before = (copy / "data" / "gate_status.csv").read_bytes()
    edit(copy / "source" / "gate_status.csv", "castello-west,2016-07-28", "castello-west,2016-07-30")
    edit(copy / "source" / "gate_status.csv", "ramouseh-east,2016-08-28", "ramouseh-east,2016-08-27")
    edit(copy / "scenario.yaml", "source: CARE,", "source: CARR,")
    done = build(copy)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "gate_status.csv: castello-west: gap from 2016-07-28 to 2016-07-30",
        "gate_status.csv: ramouseh-east: overlap from 2016-08-27 to 2016-08-28",
        "scenario.yaml: no source CARR in scenario.yaml",
    ]
    assert (copy / "data" / "gate_status.csv").read_bytes() == before


def test_every_gate_of_the_roads_has_one_status_on_every_day(scenario: dict):
    gates = set(pyogrio.read_dataframe(FOLDER / "data" / "roads.gpkg")["gate"].dropna())
    assert gates == set(scenario["gates"])
    days = [(FIRST + timedelta(days=n)).isoformat() for n in range((END - FIRST).days)]
    table = rows("data/gate_status.csv")
    assert {row["gate"] for row in table} == gates
    for gate in sorted(gates):
        for day in days:
            assert sum(row["gate"] == gate and row["from"] <= day < row["to"] for row in table) == 1, (gate, day)


def test_aid_is_shut_out_at_every_front_gate(scenario: dict):
    front = {name for name, gate in scenario["gates"].items() if gate["front"]["value"]}
    assert {"castello-west", "castello-east", "ramouseh-south-west", "ramouseh-east", "bustan-al-qasr"} <= front
    assert {row["aid"] for row in rows("data/gate_status.csv") if row["gate"] in front} == {"closed"}


def test_every_neighbourhood_has_one_holder_on_every_day(scenario: dict):
    layer = pyogrio.read_dataframe(FOLDER / "data" / "control.gpkg").sort_values(["pcode", "valid_from"])
    assert set(layer["party"]) <= set(scenario["parties"])
    assert layer["pcode"].nunique() == 109
    for pcode, spells in layer.groupby("pcode"):
        joints = [FIRST.isoformat(), *spells["valid_to"]]
        assert joints == [*spells["valid_from"], END.isoformat()], pcode


def test_every_source_key_of_the_tables_resolves(scenario: dict):
    tables = [*rows("data/gate_status.csv"), *rows("source/timeline.csv")]
    tables += pyogrio.read_dataframe(FOLDER / "data" / "control.gpkg", read_geometry=False).to_dict("records")
    for row in tables:
        assert set(row["source_key"].split(";")) <= scenario["sources"].keys(), row
        assert row["confidence"] in {"seen", "derived", "assumed"}, row


class Joined:
    """Which junctions can be reached from each other when only the gates named are open."""

    def __init__(self, open_gates: set[str]):
        self.leader: dict[str, str] = {}
        for row in pyogrio.read_dataframe(FOLDER / "data" / "roads.gpkg", read_geometry=False).to_dict("records"):
            ends = self.find(row["from_junction"]), self.find(row["to_junction"])
            if not isinstance(row["gate"], str) or row["gate"] in open_gates:
                self.leader[ends[0]] = ends[1]

    def find(self, junction: str) -> str:
        while (above := self.leader.setdefault(junction, junction)) != junction:
            junction = above
        return junction

    def reaches(self, a: str, b: str) -> bool:
        return self.find(a) == self.find(b)


@pytest.mark.parametrize(
    ("hub", "gates"),
    [
        ("bab-al-hawa", {"bab-al-hawa", "castello-west", "castello-east"}),
        ("bab-al-hawa", {"bab-al-hawa", "ramouseh-south-west", "ramouseh-east"}),
        ("bab-al-hawa", {"bab-al-hawa", "rashideen", "ramouseh-east"}),
        ("west-centre", {"ramouseh-west", "ramouseh-east"}),
        ("west-centre", {"layramoun", "castello-east"}),
        ("west-centre", {"bustan-al-qasr"}),
    ],
)
def test_these_gates_and_no_fewer_join_a_hub_to_the_east(hub: str, gates: set[str]):
    assert Joined(gates).reaches(hub, "east-centre")
    for gate in gates:
        assert not Joined(gates - {gate}).reaches(hub, "east-centre"), gate


def test_the_east_has_three_gates(scenario: dict):
    inner = {"castello-east", "ramouseh-east", "bustan-al-qasr"}
    assert not Joined(set(scenario["gates"]) - inner).reaches("bab-al-hawa", "east-centre")
    assert not Joined(set(scenario["gates"]) - inner).reaches("west-centre", "east-centre")


def test_an_opened_road_owns_the_gates_it_needs(scenario: dict):
    castello, ramouseh = (set(scenario["roads"][name]["gates"]) for name in ("castello", "ramouseh"))
    assert Joined({"bab-al-hawa", *castello}).reaches("bab-al-hawa", "east-centre")
    assert Joined({"bab-al-hawa", *ramouseh}).reaches("bab-al-hawa", "east-centre")
    assert Joined(ramouseh).reaches("west-centre", "east-centre")


def named(term: dict) -> tuple[str, dict]:
    """Return the kind of a term and what it says."""
    settings = {"name", "renewal", "after", "lasting"}
    return next((kind, said) for kind, said in term.items() if isinstance(said, dict) and kind not in settings)


def own_terms(path: Path) -> list[tuple[str, dict]]:
    """Return (kind, what it says) of the terms that the file itself states."""
    return [named(term) for term in read(path)["terms"]]


def test_all_agreements_begin_with_the_cessation_and_oblige_both_sides():
    assert {path.stem for path in AGREEMENTS} >= {
        "status-quo", "cessation-9-sept", "castello-only", "ramouseh-only", "both-roads", "both-with-cessation",
        "both-enforced", "break-the-siege", "full-letter",
    }  # fmt: skip
    for path in AGREEMENTS:
        agreement = read(path)
        assert agreement["effective_from"]["value"] == "2016-09-12T19:00"
        for term in agreement["terms"]:
            kind, said = named(term)
            if kind in ("publish_terms", "consequence"):
                continue  # these bind nobody
            obliged = term.get("obliges", said.get("parties", said.get("by")))
            assert obliged == (["gov"] if kind == "ground_aircraft" else ["gov", "opp"]), (path.name, kind)


def test_the_agreements_on_aid_differ_in_their_roads_only():
    opened = {path.stem: own_terms(path) for path in AGREEMENTS}
    assert opened["status-quo"] == []
    assert opened["both-roads"] == opened["ramouseh-only"]
    assert read(FOLDER / "agreements" / "both-roads.yaml")["extends"] == "castello-only"
    castello, ramouseh = dict(opened["castello-only"]), dict(opened["ramouseh-only"])
    assert castello.keys() == ramouseh.keys() == {"open_road", "checkpoint"}
    assert (castello["open_road"].pop("road"), ramouseh["open_road"].pop("road")) == ("castello", "ramouseh")
    assert castello["open_road"] == ramouseh["open_road"]
    for key in ("inspection", "seals_honoured"):
        assert castello["checkpoint"][key]["value"] == ramouseh["checkpoint"][key]["value"]


def test_a_sealed_road_is_sealed_at_every_gate_of_it(scenario: dict):
    for name, road in (("castello-only", "castello"), ("ramouseh-only", "ramouseh")):
        said = dict(own_terms(FOLDER / "agreements" / f"{name}.yaml"))
        assert set(said["checkpoint"]["gates"]) == set(scenario["roads"][road]["gates"])


def test_of_the_agreement_of_9_september_every_term_lapses_unless_renewed_after_48_hours():
    terms = read(FOLDER / "agreements" / "cessation-9-sept.yaml")["terms"]
    assert [term["renewal"]["value"] for term in terms] == ["48 h"] * 4
    assert [kind for kind, _ in own_terms(FOLDER / "agreements" / "cessation-9-sept.yaml")] == [
        "cease_hostilities", "open_road", "demilitarise", "checkpoint",
    ]  # fmt: skip


def test_the_lasting_cessation_is_both_roads_and_nothing_else_but_the_cessation():
    ((kind, said),) = own_terms(FOLDER / "agreements" / "both-with-cessation.yaml")
    agreement = read(FOLDER / "agreements" / "both-with-cessation.yaml")
    assert (kind, agreement["extends"]) == ("cease_hostilities", "both-roads")
    assert said["no_gain_of_ground"]["value"]
    assert "renewal" not in agreement["terms"][0]


def test_enforcement_is_the_cessation_with_both_roads_and_what_enforces_it():
    enforced = FOLDER / "agreements" / "both-enforced.yaml"
    assert read(enforced)["extends"] == "both-with-cessation"
    assert [kind for kind, _ in own_terms(enforced)] == ["publish_terms", "monitor", "consequence"]


def test_the_whole_letter_is_built_on_what_enforces_it():
    whole = FOLDER / "agreements" / "full-letter.yaml"
    assert read(whole)["extends"] == "both-enforced"
    assert {kind for kind, _ in own_terms(whole)} == {
        "ground_aircraft", "permission", "needs_based", "protect_cargo", "air_delivery", "free_movement", "monitor",
        "obligation",
    }  # fmt: skip


def test_breaking_the_siege_adds_no_convoy():
    ((kind, said),) = own_terms(FOLDER / "agreements" / "break-the-siege.yaml")
    assert kind == "free_movement"
    assert (said["roads"], said["for"]) == (["castello", "ramouseh"], ["goods", "civilians"])
