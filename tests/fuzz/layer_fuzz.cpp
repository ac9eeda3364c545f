// SPDX-License-Identifier: Apache-2.0
// Any bytes as a layer of lines in GeoJSON, mended and joined at its crossings: faults, or a network.
#include "exercise.hpp"
#include "io/line_layer.hpp"
#include "network/build.hpp"
#include "support/scratch_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace aidway;
    static const test::ScratchFolder folder;
    const auto path = folder.path() / "roads.geojson";
    fuzz::write(path, bytes, size);
    for (const LineColumns& columns : {LineColumns{}, LineColumns{"road", "gate", "class", "", "oneway", "m", "km"}}) {
        std::vector<Diagnostic> faults;
        const auto lines = read_line_layer(path, columns, "roads.geojson", faults);
        const BuildOptions options{Distance::metres(10), true, Crossings::join};
        fuzz::exercise(build_network(lines, options, "roads.geojson", faults).network);
    }
    return 0;
}
