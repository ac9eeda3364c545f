// SPDX-License-Identifier: Apache-2.0
#include "network/words_bytes.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <utility>

namespace aidway {
namespace {

class Writer {
public:
    void number(std::uint64_t value) {
        for (unsigned shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>(value >> shift & 0xffU);
    }
    void text(const std::string& value) {
        number(value.size());
        bytes_ += value;
    }
    template <class T, class Write>
    void list(const std::vector<T>& values, const Write& write) {
        number(values.size());
        for (const T& value : values) write(value);
    }
    void real(std::optional<double> value) {
        number(value ? 1 : 0);
        if (value) number(std::bit_cast<std::uint64_t>(*value));
    }
    [[nodiscard]] std::string finish() && {
        bytes_.resize((bytes_.size() + 7) / 8 * 8, '\0');
        return std::move(bytes_);
    }

private:
    std::string bytes_;
};

/// Reads what a Writer wrote. After a fault all it gives is empty.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}
    std::uint64_t number() {
        if (rest_.size() < 8) return fail();
        std::uint64_t value = 0;
        for (unsigned i = 0; i < 8; ++i) value |= std::uint64_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
        rest_.remove_prefix(8);
        return value;
    }
    std::uint32_t index(std::size_t below) {
        const std::uint64_t value = number();
        return static_cast<std::uint32_t>(value < below ? value : fail());
    }
    std::string text() {
        const std::uint64_t size = number();
        if (size > rest_.size()) fail();
        const std::string value(rest_.substr(0, static_cast<std::size_t>(size)));
        rest_.remove_prefix(value.size());
        return value;
    }
    template <class T, class Read>
    std::vector<T> list(const Read& read) {
        std::vector<T> values;
        for (std::uint64_t left = number(); left > 0 && good_; --left) values.push_back(read());
        return values;
    }
    /// Nothing, or a number that is finite and not negative.
    std::optional<double> real() {
        if (index(2) == 0) return std::nullopt;
        const auto value = std::bit_cast<double>(number());
        if (!std::isfinite(value) || std::signbit(value)) fail();
        return value;
    }
    /// Holds the reader to a rule.
    void expect(bool rule) {
        if (!rule) fail();
    }
    [[nodiscard]] bool good() const noexcept { return good_; }

private:
    std::uint64_t fail() {
        good_ = false;
        rest_ = {};
        return 0;
    }
    std::string_view rest_;
    bool good_ = true;
};

void write(const RoadKind& kind, Writer& out) {
    const auto text = [&out](const std::string& value) { out.text(value); };
    for (const std::string* value : {&kind.road_class, &kind.surface, &kind.condition}) text(*value);
    out.list(kind.features, text);
    out.list(kind.barred, text);
    out.number(kind.max_weight ? 1 : 0);
    if (kind.max_weight) out.number(static_cast<std::uint64_t>(kind.max_weight->ticks()));
    out.real(kind.max_height ? std::optional(kind.max_height->metres()) : std::nullopt);
    out.real(kind.max_speed ? std::optional(kind.max_speed->metres_per_second()) : std::nullopt);
}

RoadKind read_kind(Reader& in) {
    const auto text = [&in] { return in.text(); };
    RoadKind kind;
    for (std::string* value : {&kind.road_class, &kind.surface, &kind.condition}) *value = text();
    kind.features = in.list<std::string>(text);
    kind.barred = in.list<std::string>(text);
    if (in.index(2) == 1) kind.max_weight = Mass::ticks(static_cast<std::int64_t>(in.number()));
    in.expect(!kind.max_weight || *kind.max_weight >= Mass{});
    if (const auto metres = in.real()) kind.max_height = Distance::metres(*metres);
    if (const auto metres_per_second = in.real()) kind.max_speed = Speed(*metres_per_second);
    return kind;
}

template <class T>
bool ascends(const std::vector<T>& values) {
    return std::adjacent_find(values.begin(), values.end(), [](const T& a, const T& b) { return !(a < b); }) ==
           values.end();
}

template <class T>
bool is_table(const std::vector<T>& values) {
    return !values.empty() && values.front() == T{} && ascends(values);
}

}  // namespace

std::string bytes_of(const RoadWords& words) {
    Writer out;
    const auto text = [&out](const std::string& value) { out.text(value); };
    out.list(words.roads, text);
    out.list(words.gates, text);
    out.list(words.kinds, [&out](const RoadKind& kind) { write(kind, out); });
    out.list(words.other_names, [&](const OtherNames& names) {
        out.list(names, [&](const auto& name) {
            text(name.first);
            text(name.second);
        });
    });
    out.list(words.labels, [&out](const RoadLabel& label) {
        for (const auto number : {label.road, label.gate, label.kind, label.other_names}) out.number(number);
        out.number(label.length_is_stated ? 1 : 0);
    });
    return std::move(out).finish();
}

std::optional<RoadWords> words_of(std::string_view bytes) {
    Reader in(bytes);
    const auto text = [&in] { return in.text(); };
    RoadWords words;
    words.roads = in.list<std::string>(text);
    words.gates = in.list<std::string>(text);
    words.kinds = in.list<RoadKind>([&in] { return read_kind(in); });
    words.other_names = in.list<OtherNames>([&] {
        return in.list<std::pair<std::string, std::string>>([&] {
            std::string key = in.text();
            return std::pair(std::move(key), in.text());
        });
    });
    words.labels = in.list<RoadLabel>([&] {
        RoadLabel label;
        label.road = in.index(words.roads.size());
        label.gate = in.index(words.gates.size());
        label.kind = in.index(words.kinds.size());
        label.other_names = in.index(words.other_names.size());
        label.length_is_stated = in.index(2) == 1;
        return label;
    });
    const bool tables = in.good() && is_table(words.roads) && is_table(words.gates) && is_table(words.kinds) &&
                        is_table(words.other_names) && ascends(words.labels);
    if (!tables || bytes_of(words) != bytes) return std::nullopt;
    return words;
}

}  // namespace aidway
