// SPDX-License-Identifier: Apache-2.0
#include "io/control_report.hpp"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "core/name.hpp"
#include "io/area_shapes.hpp"
#include "io/gdal_session.hpp"
#include "io/zone.hpp"

namespace aidway {
namespace {

constexpr double least_m2 = 1;
constexpr double touching_m = 0.01;
constexpr double corner_share = 0.1;  // of the square of a sliver's width: filling rounds corners off by half of that

/// The middle latitude of everything that is drawn.
double middle_of(const std::vector<ControlArea>& areas) {
    double south = std::numeric_limits<double>::infinity();
    double north = -south;
    for (const auto& area : areas) {
        for (const auto& ring : area.rings) {
            for (const LonLat point : ring) {
                south = std::min(south, point.lat_deg);
                north = std::max(north, point.lat_deg);
            }
        }
    }
    return south <= north ? (south + north) / 2 : 0;
}

const char* why_it_decides(const ControlArea& winner, const ControlArea& other) {
    if (winner.priority != other.priority) return "its priority is higher";
    return winner.from != other.from ? "it begins later" : "it stands later in the layer";
}

class Report {
public:
    Report(const ControlLayer& layer, const Calendar& calendar, double sliver_m)
        : areas_(layer.areas),
          features_(layer.features),
          calendar_(calendar),
          sliver_m_(sliver_m),
          plane_(middle_of(layer.areas)) {
        for (std::size_t i = 0; i < areas_.size(); ++i) {
            shapes_.push_back(shape_of(areas_[i].rings, plane_));
            frames_.emplace_back();
            shapes_.back()->getEnvelope(&frames_.back());
            if (areas_[i].from < calendar.until && areas_[i].until > calendar.from) known_.push_back(i);
        }
    }

    std::vector<ControlFinding> all() {
        if (known_.empty()) return {};
        find_pairs();
        find_gaps_in_time();
        find_gaps_in_place();
        std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.kind < b.kind; });
        return std::move(found_);
    }

private:
    using Kind = ControlFinding::Kind;
    using Polygons = std::vector<const OGRPolygon*>;

    [[nodiscard]] std::string feature(std::size_t i) const { return fmt::format("feature {}", features_[i]); }
    [[nodiscard]] std::string day(Instant at) const { return format(to_local(at, calendar_.timezone)); }

    /// " from 2016-06-11 until 2016-07-01": only what is less than the whole calendar.
    [[nodiscard]] std::string when(Instant from, Instant until) const {
        std::string text;
        if (from > calendar_.from) text += " from " + day(from);
        if (until < calendar_.until) text += " until " + day(until);
        return text;
    }

    static double area_km2(const Polygons& polygons) {
        double area_m2 = 0;
        for (const OGRPolygon* polygon : polygons) area_m2 += polygon->get_Area();
        return area_m2 / 1e6;
    }

    /// "0.034 km2 at (5.1000, 0.1500)", the place on the largest polygon.
    [[nodiscard]] std::string where(const Polygons& polygons) const {
        const auto* const largest =
            *std::max_element(polygons.begin(), polygons.end(),
                              [](const OGRPolygon* a, const OGRPolygon* b) { return a->get_Area() < b->get_Area(); });
        const LonLat place = place_on(*largest, plane_);
        return fmt::format("{:.3g} km2 at ({:.4f}, {:.4f})", area_km2(polygons), place.lon_deg, place.lat_deg);
    }

    void add(Kind kind, std::string what, const Polygons& polygons) {
        ControlFinding finding{kind, std::move(what), area_km2(polygons), {}};
        for (const OGRPolygon* polygon : polygons) finding.polygons.push_back(rings_of(*polygon, plane_));
        found_.push_back(std::move(finding));
    }

    /// Thin polygons first, broad ones second; without what rounding leaves.
    [[nodiscard]] std::pair<Polygons, Polygons> parted(const OGRGeometry* shape, double least) const {
        std::pair<Polygons, Polygons> parts;
        for (const OGRPolygon* polygon : polygons_of(shape)) {
            if (polygon->get_Area() < least) continue;
            (width_m(*polygon) < sliver_m_ ? parts.first : parts.second).push_back(polygon);
        }
        return parts;
    }

    void find_pairs() {
        for (std::size_t a = 0; a < known_.size(); ++a) {
            for (std::size_t b = a + 1; b < known_.size(); ++b) {
                const std::size_t i = known_[a];
                const std::size_t j = known_[b];
                if (!near(frames_[i], frames_[j], sliver_m_)) continue;
                const Instant from = std::max({areas_[i].from, areas_[j].from, calendar_.from});
                const Instant until = std::min({areas_[i].until, areas_[j].until, calendar_.until});
                if (from >= until) continue;
                find_overlap(i, j, when(from, until));
                find_thin_gap(i, j, from, when(from, until));
            }
        }
    }

    void find_overlap(std::size_t i, std::size_t j, const std::string& time) {
        const Shape both(shapes_[i]->Intersection(shapes_[j].get()));
        const auto [thin, broad] = parted(both.get(), least_m2);
        const std::size_t winner = areas_[i].yields_to(areas_[j]) ? j : i;
        const auto decides = fmt::format("{} decides, as {}", feature(winner),
                                         why_it_decides(areas_[winner], areas_[winner == i ? j : i]));
        const auto tell = [&](Kind kind, const Polygons& polygons) {
            if (polygons.empty()) return;
            add(kind,
                fmt::format("{} and {} overlap on {}{}{}: {}", feature(i), feature(j), where(polygons),
                            kind == Kind::sliver ? ", a thin strip" : "", time, decides),
                polygons);
        };
        tell(Kind::overlap, broad);
        tell(Kind::sliver, thin);
    }

    /// Ground between two areas that filling all that is narrower than a sliver would add, and that none covers then.
    void find_thin_gap(std::size_t i, std::size_t j, Instant at, const std::string& time) {
        OGREnvelope box = frames_[i];
        box.Intersect(widened(frames_[j], sliver_m_));
        const Shape around = rectangle(widened(box, 2 * sliver_m_));
        const Shape one(shapes_[i]->Intersection(around.get()));
        const Shape other(shapes_[j]->Intersection(around.get()));
        if (!one || !other || one->IsEmpty() || other->IsEmpty()) return;
        if (one->Distance(other.get()) > sliver_m_) return;
        const Shape both(one->Union(other.get()));
        const Shape wide(both ? both->Buffer(sliver_m_ / 2) : nullptr);
        const Shape between = without_covered(Shape(wide ? wide->Buffer(-sliver_m_ / 2) : nullptr), at);
        Polygons thin = parted(between.get(), corner_share * sliver_m_ * sliver_m_).first;
        std::erase_if(thin, [&](const OGRPolygon* part) {
            return part->Distance(one.get()) > touching_m || part->Distance(other.get()) > touching_m;
        });
        if (thin.empty()) return;
        add(Kind::sliver,
            fmt::format("a gap of {} between {} and {} is narrower than {:.3g} m{}", where(thin), feature(i),
                        feature(j), sliver_m_, time),
            thin);
    }

    /// What of a shape no area covers at a moment.
    [[nodiscard]] Shape without_covered(Shape shape, Instant at) const {
        if (!shape || shape->IsEmpty()) return shape;
        OGREnvelope frame;
        shape->getEnvelope(&frame);
        for (const std::size_t k : known_) {
            if (at < areas_[k].from || at >= areas_[k].until || !near(frame, frames_[k], 0)) continue;
            shape.reset(shape->Difference(shapes_[k].get()));
            if (!shape || shape->IsEmpty()) return shape;
        }
        return shape;
    }

    /// Ground that is held for a part of the calendar and is nobody's before or after.
    void find_gaps_in_time() {
        for (const std::size_t i : known_) {
            if (areas_[i].from > calendar_.from) {
                tell_gap_in_time(i, areas_[i].from - Duration{1},
                                 fmt::format("until {}, when {} begins", day(areas_[i].from), feature(i)));
            }
            if (areas_[i].until < calendar_.until) {
                tell_gap_in_time(i, areas_[i].until,
                                 fmt::format("from {} on, when {} ends", day(areas_[i].until), feature(i)));
            }
        }
    }

    void tell_gap_in_time(std::size_t i, Instant at, const std::string& time) {
        const Shape bare = without_covered(Shape(shapes_[i]->clone()), at);
        const auto broad = parted(bare.get(), least_m2).second;
        if (!broad.empty()) {
            add(Kind::gap, fmt::format("no area says whose {} is {}", where(broad), time), broad);
        }
    }

    /// Ground that no area covers at any time of the calendar.
    void find_gaps_in_place() {
        std::vector<const OGRGeometry*> shapes;
        for (const std::size_t i : known_) shapes.push_back(shapes_[i].get());
        const Shape covered = united(shapes);
        if (!covered) return;
        OGRMultiPolygon outlines;  // with all holes filled
        OGRMultiPolygon holes;
        for (const OGRPolygon* polygon : polygons_of(covered.get())) {
            OGRPolygon outline;
            outline.addRingDirectly(polygon->getExteriorRing()->clone());
            outlines.addGeometry(&outline);
            for (int k = 0; k < polygon->getNumInteriorRings(); ++k) {
                OGRPolygon hole;
                hole.addRingDirectly(polygon->getInteriorRing(k)->clone());
                holes.addGeometry(&hole);
            }
        }
        // An island in a hole is no gap.
        const Shape bare(holes.IsEmpty() ? nullptr : holes.Difference(covered.get()));
        for (const OGRPolygon* hole : parted(bare.get(), least_m2).second) {
            add(Kind::gap, fmt::format("no area says whose {} is, enclosed by areas that do", where({hole})), {hole});
        }
        const Shape hull(covered->ConvexHull());
        const Shape outside(hull ? hull->Difference(&outlines) : nullptr);
        const auto around = parted(outside.get(), least_m2).second;
        if (!around.empty()) {
            add(Kind::outside,
                fmt::format("{} and elsewhere lie within the convex hull of all areas and in none of them",
                            where(around)),
                around);
        }
    }

    const std::vector<ControlArea>& areas_;
    const std::vector<std::int64_t>& features_;
    const Calendar& calendar_;
    double sliver_m_;
    EqualAreaPlane plane_;
    std::vector<Shape> shapes_;
    std::vector<OGREnvelope> frames_;
    std::vector<std::size_t> known_;  ///< areas that hold at some time of the calendar
    std::vector<ControlFinding> found_;
};

}  // namespace

const char* name_of(ControlFinding::Kind kind) {
    switch (kind) {
        case ControlFinding::Kind::overlap: return "overlap";
        case ControlFinding::Kind::sliver: return "sliver";
        case ControlFinding::Kind::gap: return "gap";
        case ControlFinding::Kind::outside: return "outside";
    }
    return "";
}

std::vector<ControlFinding> control_findings(const ControlLayer& layer, const Calendar& calendar,
                                             Distance sliver_width) {
    const GdalSession silent;  // what GEOS cannot overlay is left out
    if (!OGRGeometryFactory::haveGEOS()) return {};
    return Report(layer, calendar, sliver_width.metres()).all();
}

}  // namespace aidway
