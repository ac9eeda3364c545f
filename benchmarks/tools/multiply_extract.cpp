// SPDX-License-Identifier: Apache-2.0
// multiply_extract EXTRACT TO MEGABYTES: the same town side by side until the file is large enough to measure.
// Copy k has the ids of the extract plus k times a step, and lies k fifths of a degree further north (half a degree
// further east where the column is full). Relations are left out: neither we nor the peers read them.
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/writer.hpp>
#include <osmium/osm.hpp>
#include <string>

namespace {

constexpr std::int64_t id_step = 20'000'000'000;  // more than any id of OpenStreetMap so far
constexpr int rows = 200;                         // copies in a column: Porto's then ends short of the pole

void move(osmium::Node& node, int copy) {
    node.set_id(node.id() + copy * id_step);
    const osmium::Location at = node.location();
    node.set_location({at.lon() + 0.5 * (copy / rows), at.lat() + 0.2 * (copy % rows)});
}

void move(osmium::Way& way, int copy) {
    way.set_id(way.id() + copy * id_step);
    for (auto& node : way.nodes()) node.set_ref(node.ref() + copy * id_step);
}

/// Writes one copy of the objects of one kind.
template <class Object>
void write_copy(const std::string& extract, osmium::osm_entity_bits::type kind, int copy, osmium::io::Writer& to) {
    osmium::io::Reader reader(extract, kind);
    while (osmium::memory::Buffer buffer = reader.read()) {
        for (auto& object : buffer.select<Object>()) move(object, copy);
        to(std::move(buffer));
    }
    reader.close();
}

int multiply(const std::string& extract, const std::string& to, double megabytes) {
    const int copies = static_cast<int>(megabytes * 1e6 / static_cast<double>(std::filesystem::file_size(extract))) + 1;
    osmium::io::Writer writer(osmium::io::File(to, "pbf"), osmium::io::overwrite::allow);
    // All nodes before all ways, as files of OpenStreetMap have them.
    for (int k = 0; k < copies; ++k) {
        write_copy<osmium::Node>(extract, osmium::osm_entity_bits::node, k, writer);
    }
    for (int k = 0; k < copies; ++k) write_copy<osmium::Way>(extract, osmium::osm_entity_bits::way, k, writer);
    writer.close();
    std::cout << copies << " copies, " << static_cast<double>(std::filesystem::file_size(to)) / 1e6 << " MB\n";
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count != 4) {
        std::cerr << "usage: multiply_extract EXTRACT TO MEGABYTES\n";
        return 2;
    }
    try {
        return multiply(words[1], words[2], std::strtod(words[3], nullptr));
    } catch (const std::exception& error) {
        std::cerr << "multiply_extract: " << error.what() << '\n';
        return 3;
    }
}
