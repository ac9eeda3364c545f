// SPDX-License-Identifier: Apache-2.0
// Any text as a table of places and, after a byte 0, one of links: faults, or a network.
#include <algorithm>

#include "exercise.hpp"
#include "io/road_tables.hpp"
#include "network/build.hpp"
#include "network/short_lengths.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace aidway;
    const std::string_view both(reinterpret_cast<const char*>(bytes), size);
    const std::size_t end = std::min(both.find('\0'), size);
    std::vector<Diagnostic> faults;
    const Table places = parse_csv("places.csv", both.substr(0, end), faults);
    const Table links = parse_csv("links.csv", both.substr(std::min(end + 1, size)), faults);
    LinkColumns columns;
    columns.link = LineColumns{"road", "gate", "class", "", "oneway", "m", "distance"};
    for (const LinkColumns& named : {LinkColumns{}, columns}) {
        const auto lines = read_links(places, links, named, faults);
        (void)short_lengths(lines);
        fuzz::exercise(build_network(lines, {Distance{}, true}, "links.csv", faults).network);
    }
    return 0;
}
