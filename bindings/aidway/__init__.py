# SPDX-License-Identifier: Apache-2.0
"""What an access agreement would change: aid convoys, checkpoints and sieges, simulated and explained.

>>> import aidway as aw
>>> scenario = aw.read_scenario("scenarios/eastern-aleppo-2016")  # doctest: +SKIP
>>> runs = aw.simulate(scenario, ["status-quo", "both-roads"], replicates=1000, seed=2016)  # doctest: +SKIP
>>> runs.compare("both-roads", to="status-quo")  # doctest: +SKIP
"""

from ._engine import version as _version
from .agreement import Agreement, Term
from .answer_models import compare_answer_models
from .capacity import throughput
from .control import control_report
from .documents import AgreementDifference, diff_agreements
from .enforcement import Enforcement, enforcement
from .errors import (
    Diagnostic,
    IoError,
    PublicationError,
    RequestError,
    ResultsChangedError,
    RunsDifferError,
    ScenarioChangedError,
    ScenarioError,
    UnknownNameError,
)
from .graph import Graph, read_graph
from .land import isochrones
from .network import Network
from .network_reading import read_network
from .openings import minimum_openings
from .osmnx_graphs import network_from_osmnx
from .progress import Progress
from .proximity import proximity_links
from .rasters import speed_factors, zonal_sums
from .reaching import reach
from .road_tables import network_from_geodataframe
from .run_folder import open_runs
from .runs import Runs
from .scenario import Scenario, read_scenario
from .simulation import replay, simulate
from .starting import new_scenario
from .status import gate_status, read_road_status
from .ways import redundancy, routes
from .web_map import map_html

__version__ = _version()

__all__ = [
    "Agreement",
    "AgreementDifference",
    "Diagnostic",
    "Enforcement",
    "Graph",
    "IoError",
    "Network",
    "Progress",
    "PublicationError",
    "RequestError",
    "ResultsChangedError",
    "Runs",
    "RunsDifferError",
    "Scenario",
    "ScenarioChangedError",
    "ScenarioError",
    "Term",
    "UnknownNameError",
    "__version__",
    "compare_answer_models",
    "control_report",
    "diff_agreements",
    "enforcement",
    "gate_status",
    "isochrones",
    "map_html",
    "minimum_openings",
    "network_from_geodataframe",
    "network_from_osmnx",
    "new_scenario",
    "open_runs",
    "proximity_links",
    "reach",
    "read_graph",
    "read_network",
    "read_road_status",
    "read_scenario",
    "redundancy",
    "replay",
    "routes",
    "simulate",
    "speed_factors",
    "throughput",
    "zonal_sums",
]
