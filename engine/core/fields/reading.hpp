// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields/describe.hpp"
#include "core/law.hpp"
#include "core/tree.hpp"

namespace aidway {

enum class Confidence : std::uint8_t { seen, derived, assumed };
[[nodiscard]] std::string_view name_of(Confidence confidence);

/// Where one value comes from. `source`, `confidence` and `note` are those of the value, else of the nearest record
/// or named map around it that states them.
struct Provenance {
    std::string path;           ///< e.g. "communities/eastern-aleppo/population"
    std::string file;           ///< path relative to the scenario folder
    Mark at;                    ///< of the value
    std::string text;           ///< the value as written, on one line
    std::vector<Name> sources;  ///< keys of `sources:` or free text
    Confidence confidence = Confidence::assumed;
    bool confidence_stated = false;  ///< false: nobody said, so it counts as assumed
    std::string note;
};

/// A value given as a law, drawn once per parameter point; the record holds the law's median.
struct Uncertain {
    std::string path;
    Law law;           ///< in the natural unit of the value: kg, kg/d, m, m/s, s, m3, kg/m3, events a day, or plain
    std::string unit;  ///< that unit; "" when plain
    std::string file;
    Mark at;
};

/// Everything learned while reading; one object may gather several files.
struct Reading {
    std::vector<Diagnostic> faults;
    std::vector<Provenance> provenance;  ///< one per leaf that was given, in the order of the tables
    std::vector<Uncertain> uncertain;

    /// A fault at the value under `path`, else at the first value beneath it, else at the nearest value around it.
    [[nodiscard]] Diagnostic fault_at(std::string_view path, std::string message) const;
    /// Throws ScenarioError with all faults, if there are any.
    void throw_if_faulty() const;
};

/// What a tree was read from.
struct Origin {
    std::string file;
    std::string feature;  ///< of a layer; empty for text files
    std::string path;     ///< put before every path, e.g. "agreements/both-roads"; may be empty
};

/// Fills `out` (a fresh value) from the tree; what is wrong goes to `reading.faults` and leaves that value alone.
void read(const Type& type, const Node& tree, const Origin& origin, void* out, Reading& reading);

template <class T>
void read(const Node& tree, const Origin& origin, T& out, Reading& reading) {
    read(type_of<T>(), tree, origin, &out, reading);
}

}  // namespace aidway
