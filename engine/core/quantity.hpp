// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>
#include <stdexcept>

#include "core/instant.hpp"

namespace aidway {

/// Grams a day, a whole number: how fast something is eaten or flows in.
class MassRate {
public:
    constexpr MassRate() = default;
    static constexpr MassRate grams_per_day(std::int64_t g) { return MassRate{g}; }
    [[nodiscard]] constexpr std::int64_t grams_per_day() const { return grams_per_day_; }
    auto operator<=>(const MassRate&) const = default;
    friend constexpr MassRate operator+(MassRate a, MassRate b) {
        return MassRate{a.grams_per_day_ + b.grams_per_day_};
    }
    friend constexpr MassRate operator-(MassRate a, MassRate b) {
        return MassRate{a.grams_per_day_ - b.grams_per_day_};
    }
    friend constexpr MassRate operator-(MassRate a) { return MassRate{-a.grams_per_day_}; }
    friend constexpr MassRate operator*(MassRate a, std::int64_t n) { return MassRate{a.grams_per_day_ * n}; }

private:
    constexpr explicit MassRate(std::int64_t g) : grams_per_day_(g) {}
    std::int64_t grams_per_day_ = 0;
};

/// Mass as a whole number of 1/86,400 g, so that a whole number of grams a day is a whole number a second and
/// every stock is exact. Holds up to 1.06e8 t. Copying is free; sums are the caller's to keep in range.
class Mass {
public:
    constexpr Mass() = default;
    static constexpr Mass ticks(std::int64_t n) { return Mass{n}; }
    static constexpr Mass grams(std::int64_t g) { return Mass{g * ticks_per_gram}; }
    static constexpr Mass kilograms(std::int64_t kg) { return grams(kg * 1000); }
    static constexpr Mass tonnes(std::int64_t t) { return kilograms(t * 1000); }
    /// Nearest whole gram to `kg` kilograms.
    static Mass nearest_gram(double kg) { return grams(std::llround(kg * 1000.0)); }
    [[nodiscard]] constexpr std::int64_t ticks() const { return ticks_; }
    [[nodiscard]] constexpr double kilograms() const { return static_cast<double>(ticks_) / (1000.0 * ticks_per_gram); }
    auto operator<=>(const Mass&) const = default;
    constexpr Mass& operator+=(Mass o) {
        ticks_ += o.ticks_;
        return *this;
    }
    constexpr Mass& operator-=(Mass o) {
        ticks_ -= o.ticks_;
        return *this;
    }
    friend constexpr Mass operator+(Mass a, Mass b) { return a += b; }
    friend constexpr Mass operator-(Mass a, Mass b) { return a -= b; }
    friend constexpr Mass operator*(Mass a, std::int64_t n) { return Mass{a.ticks_ * n}; }
    static constexpr std::int64_t ticks_per_gram = 86'400;

private:
    constexpr explicit Mass(std::int64_t n) : ticks_(n) {}
    std::int64_t ticks_ = 0;
};

/// Exact: what a rate moves in a whole number of seconds.
constexpr Mass operator*(MassRate rate, Duration time) { return Mass::ticks(rate.grams_per_day() * time.count()); }

/// A quantity held as a double in one stated unit; `Unit` only keeps lengths from speeds.
/// Sums and comparisons stay inside one kind; products are written out where their unit is named.
template <class Unit>
class Real {
public:
    constexpr Real() = default;
    constexpr explicit Real(double value) : value_(value) {}
    [[nodiscard]] constexpr double value() const { return value_; }
    auto operator<=>(const Real&) const = default;
    friend constexpr Real operator+(Real a, Real b) { return Real{a.value_ + b.value_}; }
    friend constexpr Real operator-(Real a, Real b) { return Real{a.value_ - b.value_}; }
    friend constexpr Real operator*(Real a, double b) { return Real{a.value_ * b}; }

private:
    double value_ = 0;
};

/// Length in metres.
struct Distance : Real<struct MetreUnit> {
    using Real::Real;
    constexpr Distance(Real r) : Real(r) {}  // NOLINT(google-explicit-constructor): same kind
    static constexpr Distance metres(double m) { return Distance{m}; }
    static constexpr Distance kilometres(double km) { return Distance{km * 1000.0}; }
    [[nodiscard]] constexpr double metres() const { return value(); }
};

/// Speed in metres a second.
struct Speed : Real<struct MetrePerSecondUnit> {
    using Real::Real;
    static constexpr Speed kilometres_per_hour(double v) { return Speed{v / 3.6}; }
    [[nodiscard]] constexpr double metres_per_second() const { return value(); }
};

/// Volume in cubic metres.
struct Volume : Real<struct CubicMetreUnit> {
    using Real::Real;
    static constexpr Volume cubic_metres(double v) { return Volume{v}; }
    [[nodiscard]] constexpr double cubic_metres() const { return value(); }
};

/// Density in kilograms a cubic metre.
struct Density : Real<struct KilogramPerCubicMetreUnit> {
    using Real::Real;
    static constexpr Density kilograms_per_cubic_metre(double v) { return Density{v}; }
    [[nodiscard]] constexpr double kilograms_per_cubic_metre() const { return value(); }
};

/// A chance or a share, in [0, 1]; anything else is refused at construction.
class Probability {
public:
    constexpr Probability() = default;
    constexpr explicit Probability(double p) : p_(p) {
        if (!(p >= 0.0 && p <= 1.0)) throw std::invalid_argument("a probability lies in [0, 1]");
    }
    [[nodiscard]] constexpr double value() const { return p_; }
    auto operator<=>(const Probability&) const = default;

private:
    double p_ = 0;
};

/// A hazard: events a day while nothing has happened yet; the chance within a day is 1 - exp(-h).
struct Hazard : Real<struct PerDayUnit> {
    using Real::Real;
    [[nodiscard]] constexpr double per_day() const { return value(); }
};

/// A whole number of people, trucks or things.
struct Count {
    std::int64_t value = 0;
    auto operator<=>(const Count&) const = default;
};

}  // namespace aidway
