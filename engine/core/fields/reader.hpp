// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields/law_form.hpp"
#include "core/fields/reading.hpp"

namespace aidway {

/// Keys that any record may carry beside its own.
inline constexpr std::array<std::string_view, 3> statements{"source", "confidence", "note"};

/// ", got a list": the end of a message about a node of the wrong kind.
[[nodiscard]] std::string got(const Node& node);

/// Walks a tree along a type and fills the value. Used through `read`; one reader per tree.
class Reader {
public:
    Reader(const Origin& origin, Reading& reading) : origin_(origin), reading_(reading), path_(origin.path) {}
    void read(const Type& type, const Node& node, void* out, const Range& range);

private:
    /// source, confidence and note in force for the values beneath.
    struct Stated {
        std::vector<Name> sources;
        Confidence confidence = Confidence::assumed;
        bool confidence_stated = false;
        std::string note;
    };
    /// Lengthens the path for the time of one value.
    class Below;

    void any(const Type& type, const Node& node, void* out, const Stated& stated, const Range& range);
    void leaf(const LeafType& type, const Node& node, void* out, const Stated& stated, const Range& range);
    void chance(const ChanceType& type, const Node& node, void* out, const Stated& stated, const Range& range);
    void record(const RecordType& type, const Node& node, void* out, const Stated& stated);
    void list(const ListType& type, const Node& node, void* out, const Stated& stated, const Range& range);
    void named(const NamedType& type, const Node& node, void* out, const Stated& stated, const Range& range);
    void choice(const ChoiceType& type, const Node& node, void* out, const Stated& stated);
    /// Reads the alternative whose tag is among the keys; adds the tags to `known`.
    void alternative(const ChoiceType& type, const std::string& doc, const Node& node, void* out, const Stated& stated,
                     std::vector<std::string>& known);

    /// The plain number of a scalar, checked against grain and range.
    bool number(const NumberType& type, const Node& node, const Range& range, double& out);
    /// The form of a number given as a mapping: what stands under `value`, or the law beside source and confidence.
    /// Adds what is stated; nullptr when neither is there (reported).
    const Entry* form(const Type& type, bool may_be_law, const Node& node, Stated& stated);
    void state(const Node& node, Stated& stated);
    void unknown_keys(const Node& node, const std::vector<std::string>& known, std::vector<std::string>* meant);
    void record_value(Mark at, std::string text, const Stated& stated);
    void fault(Mark at, std::string message);
    void law_faults(std::vector<PlacedFault> faults);

    const Origin& origin_;
    Reading& reading_;
    std::string path_;
};

class Reader::Below {
public:
    Below(Reader& reader, std::string_view step) : path_(reader.path_), length_(path_.size()) {
        if (!path_.empty()) path_ += '/';
        path_ += step;
    }
    ~Below() { path_.resize(length_); }
    Below(const Below&) = delete;
    Below& operator=(const Below&) = delete;

private:
    std::string& path_;
    std::size_t length_;
};

}  // namespace aidway
