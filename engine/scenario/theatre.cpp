// SPDX-License-Identifier: Apache-2.0
#include "scenario/theatre.hpp"

#include <algorithm>
#include <set>

namespace aidway {

std::vector<std::string> theatres_of(const ViolenceRecord& violence) {
    std::set<std::string> theatres;
    for (const auto& [name, source] : violence.by) theatres.insert(theatre_of(source.theatre));
    for (const auto& [name, place] : violence.where) theatres.insert(theatre_of(place.theatre));
    return {theatres.begin(), theatres.end()};
}

std::uint16_t theatre_index(const std::vector<std::string>& theatres, const std::optional<Name>& theatre) {
    const auto found = std::lower_bound(theatres.begin(), theatres.end(), theatre_of(theatre));
    return static_cast<std::uint16_t>(found - theatres.begin());
}

}  // namespace aidway
