// SPDX-License-Identifier: Apache-2.0
#include "scenario/vehicle.hpp"

#include <utility>

namespace aidway {
namespace {

template <class T>
void fill(std::optional<T>& own, const std::optional<T>& other) {
    if (!own) own = other;
}

std::vector<std::pair<std::string, double>> factors(const std::optional<Named<Probability>>& table) {
    std::vector<std::pair<std::string, double>> all;
    if (!table) return all;
    for (const auto& [word, factor] : *table) all.emplace_back(word.text, factor.value());
    return all;
}

}  // namespace

const Type& describe(Tag<DrivingRecord>) {
    using D = DrivingRecord;
    static const auto type = record<D>(
        "driving", "How a vehicle drives on roads of every kind, and where it cannot; words are those of the network.",
        {optional("speeds", &D::speeds, "by class of road; on others the vehicle's own speed", more_than(0)),
         optional("by_surface", &D::by_surface,
                  "speed over that on the class, by surface; 0: it cannot drive there; not listed: 1"),
         optional("by_condition", &D::by_condition, "the same by condition of the road"),
         optional("weight", &D::weight, "laden, held against limits of roads; without it they do not bind",
                  more_than(0)),
         optional("height", &D::height, "held against limits of roads; without it they do not bind", more_than(0)),
         optional("traffic", &D::traffic,
                  "what it counts as where roads are barred: car, heavy, emergency, foot; without it none is barred"),
         optional("cannot_take", &D::cannot_take, "what roads lead over or through that it cannot take: ford, ferry")});
    return type;
}

const Type& describe(Tag<VehicleRecord>) {
    using V = VehicleRecord;
    static const auto type = record<V>(
        "vehicle", "How fast a truck goes on this network; what stands here goes before what its profile says.",
        {optional("speed", &V::speed, "speed on a free road of a class not listed; required without a profile",
                  more_than(0)),
         optional("detour", &V::detour, "length of a road over the length of its line, where the layer states none",
                  at_least(1)),
         optional("time_factor", &V::time_factor, "travel time over the time at its speeds", more_than(0)),
         optional("profile", &V::profile, "file that says how it drives, such as common:vehicles/truck-10t.yaml"),
         optional("convoy_factor", &V::convoy_factor,
                  "travel time of a convoy over that of one vehicle; 1 unless given", at_least(1)),
         optional("driving", &V::driving, "how it drives on roads of every kind")});
    return type;
}

const Type& describe(Tag<VehicleFile>) {
    using V = VehicleFile;
    static const auto type = record<V>(
        "vehicle_file", "A file that says how a kind of vehicle drives.",
        {required("aidway", &V::aidway, "version of this format: 1", between(1, 1)),
         required("title", &V::title, "what vehicle it is"),
         required("speed", &V::speed, "speed on a free road of a class not listed", more_than(0)),
         optional("convoy_factor", &V::convoy_factor, "travel time of a convoy over that of one vehicle", at_least(1)),
         optional("driving", &V::driving, "how it drives on roads of every kind"),
         optional("sources", &V::sources, "sources by key")});
    return type;
}

VehicleRecord merged(VehicleRecord vehicle, const VehicleFile& file) {
    fill(vehicle.speed, std::optional(file.speed));
    fill(vehicle.convoy_factor, file.convoy_factor);
    if (!file.driving) return vehicle;
    if (!vehicle.driving) vehicle.driving.emplace();
    auto& own = *vehicle.driving;
    fill(own.speeds, file.driving->speeds);
    fill(own.by_surface, file.driving->by_surface);
    fill(own.by_condition, file.driving->by_condition);
    fill(own.weight, file.driving->weight);
    fill(own.height, file.driving->height);
    fill(own.traffic, file.driving->traffic);
    fill(own.cannot_take, file.driving->cannot_take);
    return vehicle;
}

VehicleProfile profile_of(const std::string& name, const VehicleRecord& vehicle) {
    VehicleProfile profile{name, vehicle.speed.value_or(Speed{}), {}, vehicle.detour, vehicle.time_factor};
    profile.time_factor *= vehicle.convoy_factor.value_or(1.0);
    if (!vehicle.driving) return profile;
    const auto& driving = *vehicle.driving;
    if (driving.speeds) {
        for (const auto& [road_class, speed] : *driving.speeds) {
            profile.speed_by_class.emplace_back(road_class.text, speed);
        }
    }
    profile.factor_by_surface = factors(driving.by_surface);
    profile.factor_by_condition = factors(driving.by_condition);
    profile.weight = driving.weight;
    profile.height = driving.height;
    profile.traffic = driving.traffic.value_or("");
    profile.cannot_take = driving.cannot_take.value_or(std::vector<std::string>{});
    return profile;
}

}  // namespace aidway
