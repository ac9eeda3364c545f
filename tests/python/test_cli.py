# SPDX-License-Identifier: Apache-2.0
"""The command line: exit codes, messages, and nothing left behind by a failure."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import aidway as aw
import pandas as pd
import pytest
from aidway.cli import COMMANDS

NAMES = [command.__name__.rpartition(".")[2] for command in COMMANDS]


def command(*words, **options):
    return subprocess.Popen(
        [sys.executable, "-m", "aidway", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def left_in(folder):
    return sorted(entry.name for entry in folder.iterdir())


@pytest.fixture
def names(tiny):
    return aw.read_scenario(tiny).agreements


@pytest.fixture
def out(tiny, tmp_path, aidway):
    called = aidway("run", tiny, "--replicates", 20, "--seed", 3, "--output", tmp_path / "out")
    assert (called.code, called.out) == (0, f"{tmp_path / 'out'}\n")
    return tmp_path / "out"


def test_version_is_told(aidway):
    assert aidway("--version").out == f"aidway {aw.__version__}\n"


@pytest.mark.parametrize("name", NAMES)
def test_each_command_explains_itself_with_an_example(aidway, name):
    called = aidway(name, "--help")
    assert called.code == 0
    assert f"example:\n  aidway {name}" in called.out


@pytest.mark.parametrize("name", NAMES)
def test_each_example_is_one_that_the_command_takes(name):
    from aidway.cli import parser

    words = COMMANDS[NAMES.index(name)].EXAMPLE.split(" > ")[0].split()
    assert parser().parse_args(words[1:]).execute is COMMANDS[NAMES.index(name)].execute


@pytest.mark.parametrize("words", [[], ["fly"], ["validate"], ["run", "x", "--output", "y", "--replicates", "many"]])
def test_misuse_is_two(aidway, words):
    called = aidway(*words)
    assert called.code == 2
    assert "error:" in called.err


def test_validate_counts_what_is_in_order(aidway, tiny):
    called = aidway("validate", tiny)
    assert (called.code, called.err) == (0, "")
    assert called.out.startswith(f"{tiny}: in order; ")
    assert called.out.count("\n") == 1


def test_validate_notes_gates_on_the_front_and_a_folder_of_another_name(aidway, tiny):
    areas = tiny / "data" / "control.geojson"
    held = areas.read_text().replace("[5.35, 0.15], [5.35, 0.25]", "[5.28, 0.15], [5.28, 0.25]")
    hill = '"name": "The hill", "party": "league", "valid_from": "2016-06-11", "valid_to": null'
    ring = "[[[5.28, 0.15], [5.35, 0.15], [5.35, 0.25], [5.28, 0.25], [5.28, 0.15]]]"
    shape = f'"geometry": {{"type": "Polygon", "coordinates": {ring}}}'
    row = f'{{"type": "Feature", "properties": {{{hill}}}, {shape}}},'
    areas.write_text(held.replace('"features": [', f'"features": [{row}'))
    folder = tiny.rename(tiny.with_name("hilly"))
    called = aidway("validate", folder)
    assert called.code == 0, called.err
    gap = "no area says whose 86.5 km2 at (5.3150, 0.2000) is until 2016-06-11, when feature 0 begins"
    assert called.out.splitlines()[1:] == [
        "  note: the scenario is named 'tiny', its folder 'hilly'",
        "  note: Hill Road crosses the front at (5.2800, 0.1840) on 50 of 60 days: gate 'hill-front-1'",
        f"  note: data/control.geojson: {gap}",
    ]
    read = aw.read_scenario(folder)
    assert [gate for gate in read.engine.gates() if gate["name"] == "hill-front-1" and gate["front"]]
    assert "hill-front-1" in read.engine.roads()["hill"]["gates"]


def test_a_wrong_scenario_is_one_and_every_fault_a_line(aidway, tiny):
    text = (tiny / "scenario.yaml").read_text()
    (tiny / "scenario.yaml").write_text(text + "colour: red\nflavour: sweet\n")
    called = aidway("validate", tiny)
    assert (called.code, called.out) == (1, "")
    lines = called.err.splitlines()
    first = text.count("\n") + 1
    assert [line for line in lines if f"scenario.yaml:{first}:1:" in line and "colour" in line]
    assert [line for line in lines if f"scenario.yaml:{first + 1}:1:" in line and "flavour" in line]
    assert "Traceback" not in called.err


def test_a_missing_folder_is_three(aidway, tmp_path):
    called = aidway("validate", tmp_path / "nowhere")
    assert called.code == 3
    assert "nowhere" in called.err
    assert called.err.count("\n") == 1


def test_describe_tells_scenario_and_agreement(aidway, tiny, names):
    assert aidway("describe", tiny).out.strip()
    assert aidway("describe", tiny, "--agreement", names[0]).out.strip()


@pytest.mark.parametrize("called_with", [["describe"], ["routes", "--to", "anywhere"]])
def test_an_unknown_agreement_is_misuse_with_the_nearest_name(aidway, tiny, names, called_with):
    verb, *rest = called_with
    called = aidway(verb, tiny, "--agreement", names[0] + "x", *rest)
    assert called.code == 2
    assert called.err == f"aidway: no agreement '{names[0]}x'; did you mean '{names[0]}'?\n"


def test_routes_names_an_unknown_place(aidway, tiny, names):
    place = aw.read_scenario(tiny).communities[0]
    assert aidway("routes", tiny, "--agreement", names[0], "--to", place).code == 0
    called = aidway("routes", tiny, "--agreement", names[0], "--to", place + "x")
    assert (called.code, called.err) == (2, f"aidway: no community or depot '{place}x'; did you mean '{place}'?\n")
    assert aidway("routes", tiny, "--agreement", names[0], "--to", place, "--at", "soon").code == 2
    called = aidway("routes", tiny, "--agreement", names[0], "--to", place, "--at", "2017-01-01")
    assert called.code == 2
    assert called.err.endswith("the period runs from 2016-06-01 to 2016-07-31\n")


def test_routes_name_the_gates_that_would_have_to_open(aidway, tiny):
    asked = ["routes", tiny, "--agreement", "status-quo", "--to", "oldmere"]
    told = aidway(*asked, "--at", "2016-06-25").out
    assert "by harbour, bridge" in told
    assert told.splitlines()[-1] == "ways from the depots that share no road: 2"
    gates = tiny / "data" / "gate_status.csv"
    gates.write_text(gates.read_text().replace("by_clearance", "closed"))
    assert "dock-lorries: northport -> oldmere: no way: closed to aid: " in aidway(*asked).out


def test_run_writes_four_things_and_tells_how_it_goes(tiny, tmp_path, aidway):
    called = aidway("run", tiny, "--replicates", 20, "--output", tmp_path / "out")
    assert left_in(tmp_path / "out") == ["outcomes.csv", "provenance.json", "runs.zarr", "summary.csv"]
    assert "100 %  20 of 20 replicates" in called.err


def test_run_refuses_a_foreign_folder_before_it_works(tiny, tmp_path, aidway):
    called = aidway("run", tiny, "--output", tmp_path)  # the scenario's own copy lies in it
    assert called.code == 3
    assert called.err == f"aidway: {tmp_path} is not empty and holds no runs; nothing in it was touched\n"


@pytest.mark.parametrize("place", ["/proc/aidway/out", "/etc/passwd/out"])
def test_run_refuses_a_place_that_cannot_be_written_before_it_works(tiny, aidway, place):
    called = aidway("run", tiny, "--output", place)
    assert called.code == 3
    assert called.err.startswith(f"aidway: {place} cannot be written: nothing can be made in /")
    assert called.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["--effective-from", "2016-07-31"], 2, "aidway: the period ends on 2016-07-31T00:00:00+03:00, before"),
        (["--effective-from", "soon"], 2, "aidway: 'soon' is no date"),
        (["--set", "nonsense"], 2, "aidway: --set wants PATH=VALUE, not 'nonsense'"),
        (["--set", "fleets/dock-lorries/truks=3"], 1, "fleets/dock-lorries/truks: no 'truks' in the path"),
        (["--set", "fleets/dock-lorries/trucks=many"], 1, "fleets/dock-lorries/trucks: 'many' is not a count"),
        (["--set", "period/to=2016-09-01"], 1, "period/to: 'period' shapes the scenario itself"),
    ],
)
def test_run_refuses_dates_and_changes_that_cannot_be(tiny, tmp_path, aidway, words, code, message):
    called = aidway("run", tiny, "--replicates", 4, "--output", tmp_path / "out", *words)
    assert called.code == code
    assert called.err.startswith(message)
    assert left_in(tmp_path) == ["tiny"]


def test_run_takes_changes_and_a_date(tiny, tmp_path, aidway):
    words = ["--effective-from", "2016-07-30", "--set", "fleets/dock-lorries/trucks=3"]
    assert aidway("run", tiny, "--replicates", 4, "--output", tmp_path / "out", *words).code == 0
    told = json.loads((tmp_path / "out" / "provenance.json").read_text())
    assert told["changes"] == [{"path": "fleets/dock-lorries/trucks", "value": "3"}]
    assert told["effective_from"] == "2016-07-30T00:00:00+03:00"


def test_agreements_of_several_dates_want_one(tiny, tmp_path, aidway):
    file = tiny / "agreements" / "two-roads.yaml"
    file.write_text(file.read_text().replace("2016-06-15T12:00", "2016-06-20"))
    called = aidway("run", tiny, "--replicates", 4, "--output", tmp_path / "out")
    assert called.code == 2
    assert called.err.startswith("aidway: agreements 'one-road' and 'two-roads' begin at different times")
    called = aidway("run", tiny, "--replicates", 4, "--output", tmp_path / "out", "--effective-from", "2016-06-20")
    assert called.code == 0


def test_run_repeats_itself_from_its_own_words(out, tmp_path, aidway):
    told = json.loads((out / "provenance.json").read_text())
    words = told["command"].split()[1:]
    assert aidway(*words, "--output", tmp_path / "again").code == 0
    assert aw.open_runs(tmp_path / "again").dataset.identical(aw.open_runs(out).dataset)


@pytest.mark.parametrize("wrong", ["a,a", "nonesuch", ","])
def test_run_refuses_agreements_that_cannot_be_meant(tiny, names, tmp_path, aidway, wrong):
    wrong = wrong.replace("a,a", f"{names[0]},{names[0]}")
    called = aidway("run", tiny, "--agreements", wrong, "--output", tmp_path / "out")
    assert called.code == 2
    assert not (tmp_path / "out").exists()


def test_compare_prints_for_people_and_for_programs(out, names, aidway):
    asked = ["compare", out, "--agreement", names[-1], "--to", names[0], "--outcome", "coverage"]
    table = aidway(*asked)
    assert table.out.startswith(f"{names[-1]} minus {names[0]}\noutcome ")
    rows = json.loads(aidway(*asked, "--arm", "as_kept", "--format", "json").out)
    assert {row["arm"] for row in rows} == {"as_kept"}
    first, *others = aidway(*asked, "--arm", "as_kept", "--format", "csv").out.splitlines()
    assert first.startswith(
        "outcome,arm,community,part,mean,low,high,standard_error,epistemic_share,enough,p_better,p_tie,largest_regret"
    )
    assert len(others) == len(rows)


def test_compare_names_the_parts_of_an_outcome_that_has_them(out, names, aidway):
    asked = ["compare", out, "--agreement", names[-1], "--to", names[0], "--arm", "as_kept"]
    heading, first, *_ = aidway(*asked, "--outcome", "funnel").out.splitlines()[1:]
    assert heading.split()[:4] == ["outcome", "arm", "community", "part"]
    assert "requested requests" in first
    assert " part " not in aidway(*asked, "--outcome", "coverage").out


@pytest.mark.parametrize(
    ("option", "wrong", "message"),
    [
        ("--agreement", "nonesuch", "no agreement 'nonesuch'"),
        ("--to", "nonesuch", "no agreement 'nonesuch'"),
        ("--outcome", "coverag", "no outcome 'coverag'; did you mean 'coverage'?"),
        ("--arm", "kept", "invalid choice: 'kept'"),
    ],
)
def test_compare_refuses_unknown_names(out, names, aidway, option, wrong, message):
    asked = {"--agreement": names[-1], "--to": names[0], "--outcome": "coverage", "--arm": "as_kept", option: wrong}
    called = aidway("compare", out, *[word for pair in asked.items() for word in pair])
    assert called.code == 2
    assert message in called.err


def test_compare_takes_the_other_agreement_from_other_runs_of_the_same_chances(out, tiny, names, tmp_path, aidway):
    asked = ["--agreement", names[-1], "--to", names[0], "--outcome", "coverage"]
    told = json.loads((out / "provenance.json").read_text())
    draws = ["--replicates", told["replicates"], "--seed", told["seed"], "--per-point", told["per_point"]]
    assert aidway("run", tiny, "--agreements", names[0], *draws, "--output", tmp_path / "alone").code == 0
    across = aidway("compare", out, tmp_path / "alone", *asked)
    assert across.code == 0, across.err
    assert across.out == aidway("compare", out, *asked).out


def test_compare_refuses_runs_of_other_chances_and_says_which(out, tiny, names, tmp_path, aidway):
    assert aidway("run", tiny, "--replicates", 5, "--seed", 99, "--output", tmp_path / "other").code == 0
    called = aidway("compare", out, tmp_path / "other", "--agreement", names[-1], "--to", names[0])
    assert called.code == 2
    assert "cannot be compared replicate by replicate: they differ in" in called.err
    assert "seed (" in called.err
    assert "replicates (" in called.err
    assert "Traceback" not in called.err


def test_compare_of_no_runs_is_three(aidway, tmp_path):
    called = aidway("compare", tmp_path, "--agreement", "a", "--to", "b")
    assert (called.code, called.err) == (3, f"aidway: {tmp_path} holds no runs: there is no provenance.json in it\n")


def test_report_is_written_and_its_place_told(out, aidway):
    called = aidway("report", out, "--to", out / "report.html")
    assert (called.code, called.out) == (0, f"{out / 'report.html'}\n")
    assert (out / "report.html").read_text().lower().startswith("<!doctype html>")


def test_report_refuses_a_changed_scenario(out, tiny, aidway):
    text = (tiny / "scenario.yaml").read_text()
    (tiny / "scenario.yaml").write_text(text.replace("population: 9000", "population: 9001"))
    called = aidway("report", out, "--to", out / "report.html")
    assert called.code == 1
    assert "has changed since the runs were made" in called.err
    assert called.err.count("\n") == 1
    assert not (out / "report.html").exists()


def test_report_into_no_folder_is_three(out, aidway, tmp_path):
    assert aidway("report", out, "--to", tmp_path / "nowhere" / "report.html").code == 3


def test_replay_needs_to_be_told_that_it_is_not_for_publication(tiny, names, tmp_path, aidway):
    asked = ["replay", tiny, "--agreement", names[-1], "--replicate", 3, "--events", tmp_path / "events.parquet"]
    called = aidway(*asked)
    assert called.code == 2
    assert "timetable of trips" in called.err
    assert "--no-public" in called.err
    assert not (tmp_path / "events.parquet").exists()
    assert aidway(*asked, "--no-public").code == 0
    events = pd.read_parquet(tmp_path / "events.parquet")
    assert list(events.columns) == ["time_s", "kind", "entity", "community", "goods", "mass_kg", "volume_m3", "reason"]
    assert len(events) > 0


@pytest.mark.parametrize("kind", ["scenario", "agreement"])
def test_schema_is_json(aidway, kind):
    assert json.loads(aidway("schema", kind).out)["title"] == f"Aidway {kind}"


def test_reference_is_a_page(aidway):
    assert aidway("reference").out.startswith("#")


def test_an_interrupt_is_130_and_leaves_nothing(tiny, tmp_path):
    # Tests run in the background of a shell inherit that interrupts are ignored.
    heard = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    running = command(
        "run", tiny, "--replicates", 300_000, "--output", tmp_path / "out", start_new_session=True, **heard
    )
    try:
        # Blocks until the first progress is told, so that the interrupt meets a study at work.
        first = running.stderr.readline()
        running.send_signal(signal.SIGINT)
        _, rest = running.communicate(timeout=60)
    finally:
        running.kill()
    assert running.returncode == 130, first + rest
    assert rest.endswith("aidway: interrupted\n")
    assert "Traceback" not in rest
    assert left_in(tmp_path) == ["tiny"]


def test_a_reader_who_leaves_early_is_no_fault():
    with command("reference") as running:
        running.stdout.close()
        assert running.stderr.read() == ""
    assert running.returncode == 0


def test_network_describes_roads_lists_repairs_and_writes_layers(aidway, tmp_path):
    from pyogrio import list_layers

    town = Path(__file__).parents[1] / "data" / "osm-extracts" / "an-nabk.osm.pbf"
    done = aidway("network", town, "--repairs", "--to", tmp_path / "town.gpkg")
    assert done.code == 0, done.err
    assert "920 nodes, 2,727 arcs" in done.out
    assert "may be gates: 1 checkpoint, 3 gate" in done.out
    layers = {name for name, _ in list_layers(tmp_path / "town.gpkg")}
    assert layers == {"arcs", "nodes", "gate_candidates", "layer_styles"}
    assert left_in(tmp_path) == ["town.gpkg"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--to", "town.shp"], "a network is written to a file that ends in .gpkg, .geojson, .fgb, .parquet, not"),
        (["--to", "nowhere/town.gpkg"], "nowhere/town.gpkg: there is no folder"),
        (["--column", "road"], "--column wants WHAT=NAME, not 'road'"),
        (["--column", "rode=NAME"], "no column 'rode'; did you mean 'road'?"),
    ],
)
def test_network_refuses_what_cannot_be_meant(aidway, words, says):
    town = Path(__file__).parents[1] / "data" / "osm-extracts" / "an-nabk.osm.pbf"
    done = aidway("network", town, *words)
    assert done.code == (3 if "no folder" in says else 2)
    assert says in done.err
