# SPDX-License-Identifier: Apache-2.0
"""Links between places that lie next to each other, where nobody has drawn the roads."""

from __future__ import annotations

import heapq
import itertools
from pathlib import Path

import aidway as aw
import numpy as np
import pandas as pd
import pytest

SYRIA = Path(__file__).parents[1] / "data" / "syria-communities"
# The cities of the driving matrix that are communities of their own, as each source spells them.
CITIES = {
    "Hama": "Hama", "Idleb": "Idleb", "Aleppo": "Aleppo", "Deir_ez_Zur": "Deir-ez-Zor", "Latakia": "Lattakia",
    "Damascus": "Damascus", "Daraa": "Dar'a", "Homs": "Homs", "Raqqa": "Ar-Raqqa", "Al_Hasakeh": "Al-Hasakeh",
    "As-Sweida": "As-Sweida",
}  # fmt: skip


def drawn(**places: tuple[float, float]) -> pd.DataFrame:
    return pd.DataFrame([{"name": name, "lon": lon, "lat": lat} for name, (lon, lat) in places.items()])


def pairs(links: pd.DataFrame) -> set[str]:
    return set(links["name1"] + links["name2"])


def test_a_third_place_between_two_parts_them_and_one_aside_does_not():
    between = aw.proximity_links(drawn(a=(0, 0), b=(2, 0), c=(1, 0.5)), detour=1)
    assert pairs(between) == {"ac", "bc"}
    aside = aw.proximity_links(drawn(a=(0, 0), b=(2, 0), c=(1, 1.5)), detour=1)
    assert pairs(aside) == {"ab", "ac", "bc"}


def test_lengths_are_great_circles_with_their_detour():
    links = aw.proximity_links(drawn(a=(0, 0), b=(1, 0)), detour=1.2)
    assert links["length_km"].tolist() == [pytest.approx(1.2 * np.pi / 180 * 6371.0088, abs=1e-3)]
    assert links.geometry.iloc[0].coords[:] == [(0, 0), (1, 0)]


def test_places_on_one_line_are_linked_along_it():
    assert pairs(aw.proximity_links(drawn(d=(3, 0), a=(0, 0), c=(2.5, 0), b=(1, 0)), detour=1)) == {"ab", "bc", "cd"}


def test_a_lattice_has_no_diagonals():
    # On ground of 200 m the squares of a plane are square.
    lattice = drawn(**{f"{row}{column}": (column * 1e-3, row * 1e-3) for row in range(3) for column in range(3)})
    links = aw.proximity_links(lattice, detour=1)
    assert len(links) == 12


def unblocked(places: pd.DataFrame, least_cosine: float) -> set[tuple[str, str]]:
    """Return the pairs that every third place sees at an angle of such a cosine or more: plain, on chords, slow."""
    lon, lat = np.radians(places["lon"].to_numpy()), np.radians(places["lat"].to_numpy())
    at = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    names = places["name"].tolist()
    found = set()
    for a, b in itertools.combinations(range(len(at)), 2):
        third = np.delete(at, [a, b], axis=0)
        to_a, to_b = at[a] - third, at[b] - third
        cosine = (to_a * to_b).sum(axis=1) / np.linalg.norm(to_a, axis=1) / np.linalg.norm(to_b, axis=1)
        if (cosine >= least_cosine).all():
            found.add((min(names[a], names[b]), max(names[a], names[b])))
    return found


@pytest.mark.parametrize("seed", range(20))
def test_links_are_those_that_no_third_place_blocks(seed):
    random = np.random.default_rng(seed)
    places = pd.DataFrame(
        {"name": [f"p{n:02}" for n in range(60)], "lon": random.uniform(36, 38, 60), "lat": random.uniform(34, 36, 60)}
    )
    links = aw.proximity_links(places, detour=1.1)
    found = set(zip(links["name1"], links["name2"], strict=True))
    # The oracle stands on a ball: what is within half a hundredth of a right angle may fall on either side.
    assert unblocked(places, 5e-3) <= found <= unblocked(places, -5e-3)
    again = aw.proximity_links(places.sample(frac=1, random_state=seed), detour=1.1)
    pd.testing.assert_frame_equal(pd.DataFrame(again), pd.DataFrame(links))


def distances_km(links: pd.DataFrame, origin: str) -> dict[str, float]:
    beside: dict[str, list[tuple[str, float]]] = {}
    for name1, name2, length_km in zip(links["name1"], links["name2"], links["length_km"], strict=True):
        beside.setdefault(name1, []).append((name2, length_km))
        beside.setdefault(name2, []).append((name1, length_km))
    reached: dict[str, float] = {origin: 0.0}
    open_ = [(0.0, origin)]
    while open_:
        here_km, place = heapq.heappop(open_)
        if here_km > reached[place]:
            continue
        for other, length_km in beside[place]:
            if here_km + length_km < reached.get(other, np.inf):
                reached[other] = here_km + length_km
                heapq.heappush(open_, (reached[other], other))
    return reached


def test_the_places_of_syria_give_the_driving_distances_between_its_cities():
    places = pd.read_csv(SYRIA / "communities.csv.gz")
    links = aw.proximity_links(places, detour=1.056, name="pcode")
    codes = places.set_index("name_en")["pcode"]
    matrix = pd.read_csv(SYRIA / "driving_matrix.csv").set_index(["from", "to"])["distance_km"]
    reached = {city: distances_km(links, codes[CITIES[city]]) for city in CITIES}
    assert {len(found) for found in reached.values()} == {len(places)}, "all of them hang together"
    told = [
        (reached[a][codes[CITIES[b]]], (matrix[a, b] + matrix[b, a]) / 2) for a, b in itertools.combinations(CITIES, 2)
    ]
    network_km, driven_km = np.array(told).T
    assert len(told) == 55
    assert np.corrcoef(network_km, driven_km)[0, 1] == pytest.approx(0.995, abs=5e-4)
    assert np.mean(np.abs(network_km - driven_km) / driven_km) == pytest.approx(0.044, abs=5e-4)


@pytest.mark.parametrize(
    ("places", "message"),
    [
        (drawn(a=(0, 0)), "1 places: expected at least two"),
        (drawn(a=(0, 0), b=(0, 0)), "place 'b' lies where 'a' does"),
        (drawn(a=(0, 0), b=(181, 0)), "place 'b' lies at (181, 0): expected a longitude in [-180, 180]"),
        (drawn(a=(0, 0), b=(float("nan"), 0)), "place 'b' lies at (nan, 0): expected a longitude in [-180, 180]"),
        (pd.concat([drawn(a=(0, 0)), drawn(a=(1, 0))]), "there are two places 'a'"),
        (drawn(a=(-100, 0), b=(100, 0)), "the places span 180 degrees of longitude or more"),
        (drawn(a=(0, 0), b=(1, 0)).rename(columns={"lon": "long"}), "no column 'lon'; did you mean 'long'?"),
    ],
)
def test_places_that_make_no_network_are_named(places, message):
    with pytest.raises(aw.RequestError) as refusal:
        aw.proximity_links(places, detour=1.1)
    assert message in str(refusal.value)


def test_a_road_is_no_shorter_than_the_straight_line():
    with pytest.raises(aw.RequestError, match=r"detour must be at least 1, not 0\.9"):
        aw.proximity_links(drawn(a=(0, 0), b=(1, 0)), detour=0.9)
    assert len(aw.proximity_links(drawn(a=(0, 0), b=(1, 0)), detour=1.0)) == 1
