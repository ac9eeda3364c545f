// SPDX-License-Identifier: Apache-2.0
// Any bytes as an OpenStreetMap file in PBF: faults, or a network.
#include <utility>

#include "exercise.hpp"
#include "io/osm/osm_file.hpp"
#include "io/text_file.hpp"
#include "support/folders.hpp"
#include "support/scratch_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace aidway;
    static const test::ScratchFolder folder;
    static const TagMeanings meanings = [] {
        std::vector<Diagnostic> faults;
        return read_tag_meanings("", read_text_file(common_data() / "osm-roads.yaml"), faults).value();
    }();
    const auto path = folder.path() / "roads.osm.pbf";
    fuzz::write(path, bytes, size);
    std::vector<Diagnostic> faults;
    auto roads = read_osm_file(path, meanings, {true, 1}, "roads.osm.pbf", faults);
    if (roads.has_value() != faults.empty()) throw std::logic_error("neither roads nor a fault, or both");
    if (roads) fuzz::exercise(RoadNetwork(std::move(roads->pieces)));
    return 0;
}
