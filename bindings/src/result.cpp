// SPDX-License-Identifier: Apache-2.0
#include "result.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "core/real_math.hpp"
#include "outcome_rows.hpp"
#include "simulation/context.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

using Sizes = std::vector<py::ssize_t>;

/// The one before it is "none", which marks events that need no reason.
constexpr std::size_t first_reason = 1;

py::ssize_t size(std::size_t n) { return static_cast<py::ssize_t>(n); }

const TallyLayout::Outcome& of_shape(const Result& result, const std::string& name, OutcomeShape shape) {
    const auto& outcome = result.layout.outcome(name);
    if (outcome.info.shape == shape) return outcome;
    throw std::invalid_argument("outcome '" + name + "' is of shape " + std::string(name_of(outcome.info.shape)));
}

/// A read-only array, so that nobody changes a result by accident.
template <class T>
py::array_t<T> frozen(py::array_t<T> array) {
    array.attr("flags").attr("writeable") = false;
    return array;
}

/// An array of zeros for what there is of every replicate; a large one lies in a file (core/spill_memory.hpp).
template <class T>
py::array_t<T> room_for(const Sizes& sizes) {
    std::size_t count = 1;
    for (const auto length : sizes) count *= static_cast<std::size_t>(length);
    auto numbers = std::make_unique<SpillVector<T>>(count);
    T* const first = numbers->data();
    const py::capsule owner(numbers.release(), [](void* owned) { delete static_cast<SpillVector<T>*>(owned); });
    return py::array_t<T>(sizes, first, owner);
}

/// Every replicate of a column [cell][variant][replicate], as [agreement, arm, replicate, cell].
template <class T>
void copy_replicates(const Result& r, const SpillVector<T>& from, std::size_t first, std::size_t cells, T* to) {
    const std::size_t n = r.tally.replicates;
    for (std::size_t v = 0; v < r.layout.variants(); ++v) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t c = 0; c < cells; ++c) *to++ = from[((first + c) * r.layout.variants() + v) * n + i];
        }
    }
}

/// Every replicate, of an outcome that has one value per community or per party, or one for the whole scenario.
py::array_t<double> scalar(const Result& r, const std::string& name) {
    const auto shape = r.layout.outcome(name).info.shape;
    const bool whole = shape == OutcomeShape::scenario;
    const bool single = whole || shape == OutcomeShape::party;
    const auto& outcome = of_shape(r, name, single ? shape : OutcomeShape::community);
    Sizes sizes{size(r.agreements.size()), arms, size(r.tally.replicates)};
    if (!whole) sizes.push_back(size(outcome.cells));
    auto array = room_for<double>(sizes);
    copy_replicates(r, r.tally.scalars, r.layout.first_cell(outcome), outcome.cells, array.mutable_data());
    return frozen(std::move(array));
}

/// A cell-major column as [agreement, arm, community, inner].
template <class T>
void copy_cells(const Result& r, const TallyLayout::Outcome& outcome, const std::vector<T>& from, std::size_t width,
                T* to) {
    for (std::size_t v = 0; v < r.layout.variants(); ++v) {
        for (std::size_t c = 0; c < outcome.cells; ++c) {
            const std::size_t cell = (outcome.first + c) * r.layout.variants() + v;
            to = std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(cell * width), width, to);
        }
    }
}

py::array_t<std::int64_t> weekly(const Result& r, const std::string& name) {
    const auto& outcome = of_shape(r, name, OutcomeShape::community_week);
    py::array_t<std::int64_t> array(Sizes{size(r.agreements.size()), arms, size(r.communities.size()),
                                          size(r.layout.weeks()), size(histogram_bins)});
    copy_cells(r, outcome, r.tally.histogram, histogram_bins, array.mutable_data());
    return frozen(std::move(array));
}

py::array_t<double> weekly_mean(const Result& r, const std::string& name) {
    const auto& outcome = of_shape(r, name, OutcomeShape::community_week);
    py::array_t<double> array(
        Sizes{size(r.agreements.size()), arms, size(r.communities.size()), size(r.layout.weeks())});
    copy_cells(r, outcome, r.tally.weekly_sum, 1, array.mutable_data());
    for (py::ssize_t i = 0; i < array.size(); ++i) {
        double& mean = array.mutable_data()[i];
        mean /= static_cast<double>(r.tally.replicates);
        if (outcome.info.geometric) mean = real_exp(mean);
    }
    return frozen(std::move(array));
}

std::vector<std::string> reason_names(const Result&) {
    std::vector<std::string> names;
    for (std::size_t i = first_reason; i < reasons; ++i) names.emplace_back(name_of(static_cast<Reason>(i)));
    return names;
}

std::vector<std::string> stage_names(const Result&) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < stages; ++i) names.emplace_back(name_of(static_cast<Stage>(i)));
    return names;
}

std::vector<std::string> measure_names(const Result&) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < stage_measures; ++i) names.emplace_back(name_of(static_cast<StageMeasure>(i)));
    return names;
}

/// Every replicate of what ended for each reason; the engine's first, "none", ends nothing and is left out.
py::array_t<float> by_reason(const Result& r, const std::string& name) {
    const auto& outcome = of_shape(r, name, OutcomeShape::community_reason);
    const std::size_t n = r.tally.replicates;
    const std::size_t places = r.communities.size();
    auto array =
        room_for<float>({size(r.agreements.size()), arms, size(n), size(places), size(reasons - first_reason)});
    float* to = array.mutable_data();
    for (std::size_t v = 0; v < r.layout.variants(); ++v) {
        for (std::size_t i = 0; i < n; ++i) {
            const auto cell = [&](std::size_t c) {
                return r.tally.parts[((r.layout.first_cell(outcome) + c) * r.layout.variants() + v) * n + i];
            };
            for (std::size_t place = 0; place < places; ++place) {
                if (cell(place * reasons) != 0) throw std::logic_error("rations ended without a reason");
                for (std::size_t k = first_reason; k < reasons; ++k) *to++ = cell(place * reasons + k);
            }
        }
    }
    return frozen(std::move(array));
}

/// Every replicate of how much came to each stage.
py::array_t<float> by_stage(const Result& r, const std::string& name) {
    const auto& outcome = of_shape(r, name, OutcomeShape::community_stage);
    auto array = room_for<float>({size(r.agreements.size()), arms, size(r.tally.replicates), size(r.communities.size()),
                                  size(stages), size(stage_measures)});
    copy_replicates(r, r.tally.parts, r.layout.first_cell(outcome), outcome.cells, array.mutable_data());
    return frozen(std::move(array));
}

py::array_t<std::int64_t> week_start_s(const Result& r) {
    py::array_t<std::int64_t> array(size(r.layout.weeks()));
    for (std::size_t w = 0; w < r.layout.weeks(); ++w) {
        array.mutable_data()[w] = r.from_s + static_cast<std::int64_t>(w) * OutcomeScope::week_s;
    }
    return frozen(std::move(array));
}

py::array_t<double> bin_edges(const Result& r, const std::string& name) {
    const auto& info = of_shape(r, name, OutcomeShape::community_week).info;
    py::array_t<double> array(size(histogram_bins + 1));
    for (std::size_t b = 0; b <= histogram_bins; ++b) {
        const double share = static_cast<double>(b) / static_cast<double>(histogram_bins);
        array.mutable_data()[b] = info.geometric ? info.low * real_exp(share * real_log(info.high / info.low))
                                                 : info.low + (info.high - info.low) * share;
    }
    return frozen(std::move(array));
}

}  // namespace

Result::Result(Study& study)
    : layout(study.layout()),
      tally(study.take_result()),
      communities(study.model().scenario().record().communities.names()),
      parties(study.model().scenario().record().parties.names()),
      from_s(seconds(std::max(study.model().effective_from(), study.model().scenario().calendar().from))) {
    for (const auto& variant : study.model().variants()) agreements.push_back(variant.name);
}

void register_result(py::module_& module) {
    py::class_<Result, py::smart_holder>(module, "Result", "Outcomes of a study, as arrays.")
        .def_readonly("agreements", &Result::agreements)
        .def_readonly("communities", &Result::communities)
        .def_readonly("parties", &Result::parties)
        .def_property_readonly("arms",
                               [](const Result&) {
                                   return std::vector<std::string>{"as_signed", "as_kept"};
                               })
        .def_property_readonly("replicates", [](const Result& r) { return r.tally.replicates; })
        .def_property_readonly("bands_used", [](const Result& r) { return r.tally.bands_used; })
        .def_property_readonly("reasons", &reason_names)
        .def_property_readonly("stages", &stage_names)
        .def_property_readonly("measures", &measure_names)
        .def_property_readonly("outcomes", [](const Result& r) { return outcome_rows(r.layout); })
        .def_property_readonly("week_start_s", &week_start_s)
        .def("bin_edges", &bin_edges, py::arg("outcome"))
        .def("scalar", &scalar, py::arg("outcome"),
             "float64 (agreement, arm, replicate, community or party); without the last, of the whole scenario")
        .def("weekly", &weekly, py::arg("outcome"), "int64 (agreement, arm, community, week, bin)")
        .def("weekly_mean", &weekly_mean, py::arg("outcome"), "float64 (agreement, arm, community, week)")
        .def("by_reason", &by_reason, py::arg("outcome"), "float32 (agreement, arm, replicate, community, reason)")
        .def("by_stage", &by_stage, py::arg("outcome"),
             "float32 (agreement, arm, replicate, community, stage, measure)");
}

}  // namespace aidway::python
