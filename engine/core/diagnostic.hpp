// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <stdexcept>
#include <string>
#include <vector>

namespace aidway {

/// A place in a text file; lines and columns count from 1 (columns in bytes); 0 where there is none.
struct Mark {
    int line = 0;
    int column = 0;
    auto operator<=>(const Mark&) const = default;
};

/// One fault of the input: where it is, what is wrong and what was expected.
struct Diagnostic {
    std::string file;     ///< path relative to the scenario folder, with '/'
    Mark at;              ///< place in a text file
    std::string feature;  ///< what in a layer, e.g. "feature 12"; empty in a text file
    std::string message;  ///< what is wrong, what was expected, the nearest valid name
    auto operator<=>(const Diagnostic&) const = default;
    /// "file:line:column: message", "file: feature 12: message" or "file: message".
    [[nodiscard]] std::string text() const;
};

/// The scenario cannot be used; carries every fault, ordered by file and place, without repeats.
class ScenarioError : public std::runtime_error {
public:
    explicit ScenarioError(std::vector<Diagnostic> faults);
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const noexcept { return faults_; }

private:
    std::vector<Diagnostic> faults_;
};

/// A file could not be read or written; the message names the path and the system's reason.
class IoError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The valid name nearest to `got`, or nullptr when none is near, by the rule of `suggestion`.
[[nodiscard]] const std::string* nearest(const std::string& got, const std::vector<std::string>& valid);

/// "; did you mean 'x'?" for the valid name nearest to `got`, or "" when none is near (edit distance
/// at most a third of the length plus one; ties go to the earlier name).
[[nodiscard]] std::string suggestion(const std::string& got, const std::vector<std::string>& valid);

}  // namespace aidway
