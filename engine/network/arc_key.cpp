// SPDX-License-Identifier: Apache-2.0
#include "network/arc_key.hpp"

#include <array>
#include <cstring>

#include "core/checksum.hpp"
#include "core/digest_bytes.hpp"

namespace aidway {
namespace {

/// As `Digest` takes values in, so that a key is the beginning of a digest.
class Said {
public:
    explicit Said(std::string& text) : text_(text) {}
    Said& add(std::string_view value) {
        const auto before = digest_bytes_before(value);
        text_.append(before.data(), before.size()).append(value);
        return *this;
    }
    template <class Number>
    Said& add_number(Number value) {
        std::array<char, digest_number_size> bytes{};
        write_digest_number(bytes.data(), value);
        text_.append(bytes.data(), bytes.size());
        return *this;
    }

private:
    std::string& text_;
};

/// Only what is said goes in, so that a kind which is but a class reads as that class alone.
void add_kind(const RoadKind& kind, Said& said) {
    said.add(kind.road_class);
    if (!kind.surface.empty()) said.add("surface").add(kind.surface);
    if (!kind.condition.empty()) said.add("condition").add(kind.condition);
    for (const std::string& feature : kind.features) said.add("feature").add(feature);
    for (const std::string& traffic : kind.barred) said.add("barred").add(traffic);
    if (kind.max_weight) said.add("max_weight").add_number(kind.max_weight->ticks());
    if (kind.max_height) said.add("max_height").add_number(kind.max_height->metres());
    if (kind.max_speed) said.add("max_speed").add_number(kind.max_speed->metres_per_second());
}

std::uint64_t first_bytes(const std::array<std::uint8_t, 16>& sum) {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < 8; ++i) key |= std::uint64_t{sum[i]} << (8 * i);
    return key;
}

}  // namespace

ArcKeys::ArcKeys(const RoadWords& words) {
    begin_.reserve(words.labels.size() + 1);
    Said said(said_);
    for (const RoadLabel& label : words.labels) {
        begin_.push_back(said_.size());
        said.add(words.roads[label.road]).add(words.gates[label.gate]);
        add_kind(words.kinds[label.kind], said);
        if (label.length_is_stated) said.add("stated");
    }
    begin_.push_back(said_.size());
}

std::string_view ArcKeys::said_by(std::uint32_t label) const {
    return std::string_view(said_).substr(begin_[label], begin_[label + 1] - begin_[label]);
}

std::uint64_t ArcKeys::of(GridPoint from, GridPoint to, std::int64_t length_mm, std::uint32_t label) const {
    const std::string_view said = said_by(label);
    const std::array<std::int64_t, 5> numbers{from.lon, from.lat, to.lon, to.lat, length_mm};
    const std::size_t size = numbers.size() * digest_number_size + said.size();
    std::array<char, 512> here;  // NOLINT(cppcoreguidelines-pro-type-member-init): written below as far as it is read
    std::string elsewhere;       // for what few labels say
    if (size > here.size()) elsewhere.resize(size);
    char* const text = size > here.size() ? elsewhere.data() : here.data();
    char* at = text;
    for (const std::int64_t number : numbers) at = write_digest_number(at, number);
    std::memcpy(at, said.data(), said.size());
    return first_bytes(checksum_of({text, size}));
}

}  // namespace aidway
