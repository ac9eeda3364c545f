// SPDX-License-Identifier: Apache-2.0
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <filesystem>
#include <limits>

#include "io/arc_samples.hpp"
#include "io/zonal_sums.hpp"
#include "network/build.hpp"

namespace aidway {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Drawn {
    std::string system = "EPSG:4326";
    std::array<double, 6> from_cell{37, 0.01, 0, 36.03, 0, -0.01};  ///< as GDAL has it: the upper left corner first
    std::vector<std::vector<double>> rows{{1, 2, 3}, {4, -99, 6}, {7, 8, nan}};
    std::optional<double> no_data = -99;
    double scale = 1, offset = 0;
};

/// A GeoTIFF of the test at hand, gone afterwards.
class Tiff {
public:
    explicit Tiff(const Drawn& drawn) {
        GDALAllRegister();
        path = std::filesystem::path(testing::TempDir()) /
               (std::string("aidway-raster-") + testing::UnitTest::GetInstance()->current_test_info()->name() + ".tif");
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
        const int columns = static_cast<int>(drawn.rows.front().size()), rows = static_cast<int>(drawn.rows.size());
        const GDALDatasetUniquePtr data(driver->Create(path.c_str(), columns, rows, 1, GDT_Float64, nullptr));
        auto from_cell = drawn.from_cell;
        data->SetGeoTransform(from_cell.data());
        if (!drawn.system.empty()) {
            OGRSpatialReference system;
            system.SetFromUserInput(drawn.system.c_str());
            data->SetSpatialRef(&system);
        }
        GDALRasterBand& band = *data->GetRasterBand(1);
        if (drawn.no_data) band.SetNoDataValue(*drawn.no_data);
        band.SetScale(drawn.scale);
        band.SetOffset(drawn.offset);
        for (int row = 0; row < rows; ++row) {
            auto values = drawn.rows[static_cast<std::size_t>(row)];
            EXPECT_EQ(
                band.RasterIO(GF_Write, 0, row, columns, 1, values.data(), columns, 1, GDT_Float64, 0, 0, nullptr),
                CE_None);
        }
    }
    ~Tiff() { std::filesystem::remove(path); }
    Tiff(const Tiff&) = delete;
    Tiff& operator=(const Tiff&) = delete;
    std::filesystem::path path;
};

AreaTable areas(const std::vector<std::string>& texts, const std::string& system = "") {
    AreaTable table{system, {}, {}};
    for (const std::string& text : texts) {
        OGRGeometry* drawn = nullptr;
        const char* from = text.c_str();
        OGRGeometryFactory::createFromWkt(&from, nullptr, &drawn);
        const std::unique_ptr<OGRGeometry> owned(drawn);
        std::string wkb(drawn == nullptr ? 0 : drawn->WkbSize(), '\0');
        if (drawn != nullptr) drawn->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(wkb.data()));
        table.numbers.push_back(static_cast<std::int64_t>(table.wkb.size()));
        table.wkb.push_back(wkb);
    }
    return table;
}

std::vector<ZonalSum> sums(const Drawn& drawn, const AreaTable& table) {
    const Tiff tiff(drawn);
    std::vector<Diagnostic> faults;
    auto found = zonal_sums({tiff.path, "people.tif"}, table, "areas", faults);
    EXPECT_THAT(faults, IsEmpty());
    return found;
}

std::vector<std::string> faults_of(const RasterSource& source, const AreaTable& table) {
    std::vector<Diagnostic> faults;
    EXPECT_THAT(zonal_sums(source, table, "areas", faults), IsEmpty());
    std::vector<std::string> texts;
    for (const Diagnostic& fault : faults) texts.push_back(fault.text());
    return texts;
}

const std::string left_half = "POLYGON ((37 36, 37.015 36, 37.015 36.03, 37 36.03, 37 36))";

TEST(ZonalSums, CountCellsByTheShareThatIsCovered) {
    const auto found =
        sums({}, areas({left_half, "POLYGON ((37.02 36, 37.03 36, 37.03 36.005, 37.02 36.005, 37.02 36))"}));
    EXPECT_NEAR(found.at(0).sum, 1 + 4 + 7 + (2 + 8) / 2.0, 1e-9);  // the cell in the middle has no value
    EXPECT_NEAR(found.at(0).cells, 3 + 1, 1e-9);
    EXPECT_NEAR(found.at(0).area, 4.5, 1e-9);
    EXPECT_EQ(found.at(1).sum, 0);  // a cell of NaN
    EXPECT_EQ(found.at(1).cells, 0);
}

TEST(ZonalSums, OfPartsOfALandSumToThatOfTheLand) {
    const std::string right = "POLYGON ((37.015 36, 37.03 36, 37.03 36.03, 37.015 36.03, 37.015 36))";
    const std::string whole = "MULTIPOLYGON (((36 35, 38 35, 38 37, 36 37, 36 35)))";  // and more
    const auto found = sums({}, areas({left_half, right, whole}));
    EXPECT_NEAR(found.at(0).sum + found.at(1).sum, found.at(2).sum, 1e-9);
    EXPECT_NEAR(found.at(2).sum, 31, 1e-9);
    EXPECT_NEAR(found.at(2).area, 200 * 200, 1e-6);
}

TEST(ZonalSums, AHoleIsNoArea) {
    const auto found =
        sums({}, areas({"POLYGON ((37 36, 37.03 36, 37.03 36.03, 37 36.03, 37 36),"
                        "(37.002 36.002, 37.002 36.007, 37.007 36.007, 37.007 36.002, 37.002 36.002))"}));
    EXPECT_NEAR(found.at(0).sum, 31 - 0.25 * 7, 1e-9);
}

TEST(ZonalSums, ATurnedOrUpturnedRasterCountsTheSame) {
    // Columns lead north, rows east.
    const Drawn turned{"EPSG:4326", {37, 0, 0.01, 36, 0.01, 0}, {{7, 4, 1}, {8, -99, 2}, {nan, 6, 3}}, -99};
    EXPECT_NEAR(sums(turned, areas({left_half})).at(0).sum, 17, 1e-9);
    const Drawn upturned{"EPSG:4326", {37, 0.01, 0, 36, 0, 0.01}, {{7, 8, nan}, {4, -99, 6}, {1, 2, 3}}, -99};
    EXPECT_NEAR(sums(upturned, areas({left_half})).at(0).sum, 17, 1e-9);
    EXPECT_NEAR(sums(upturned, areas({left_half})).at(0).area, 4.5, 1e-9);
}

TEST(ZonalSums, AreasAreChangedToTheSystemOfTheRaster) {
    // The same square in metres of UTM zone 37 north, on a raster of one person a square metre there.
    const Drawn metres{"EPSG:32637", {500000, 100, 0, 3985000, 0, -100}, {20, std::vector<double>(20, 10'000)}, {}};
    const std::string square =
        "POLYGON ((500150 3983450, 501250 3983450, 501250 3984650, 500150 3984650, 500150 3983450))";
    const double own = sums(metres, areas({square}, "EPSG:32637")).at(0).sum;
    EXPECT_NEAR(own, 1100.0 * 1200.0, 1e-3);
    OGRSpatialReference utm, wgs84;
    utm.importFromEPSG(32637);
    wgs84.SetWellKnownGeogCS("WGS84");
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<OGRCoordinateTransformation> change(OGRCreateCoordinateTransformation(&utm, &wgs84));
    AreaTable table = areas({square});
    OGRGeometry* drawn = nullptr;
    OGRGeometryFactory::createFromWkb(table.wkb[0].data(), nullptr, &drawn, table.wkb[0].size());
    const std::unique_ptr<OGRGeometry> owned(drawn);
    drawn->transform(change.get());
    drawn->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(table.wkb[0].data()));
    EXPECT_NEAR(sums(metres, table).at(0).sum, own, own * 1e-5);
}

TEST(ZonalSums, EveryFaultIsTold) {
    const Tiff tiff(Drawn{});
    EXPECT_THAT(faults_of({tiff.path, "people.tif"}, areas({"POINT (37 36)", left_half, "nothing",
                                                            "POLYGON ((37 36, 38 37, 38 36, 37 37, 37 36))"})),
                ElementsAre("areas: feature 0: the geometry is a Point: expected a polygon",
                            "areas: feature 2: there is no geometry: expected a polygon",
                            testing::StartsWith("areas: feature 3: the area crosses itself")));
    EXPECT_THAT(faults_of({tiff.path, "people.tif", 2}, areas({left_half})),
                ElementsAre("people.tif: there is no band 2: the raster has 1"));
    EXPECT_THAT(faults_of({"/nowhere/people.tif", "people.tif"}, areas({left_half})),
                ElementsAre("people.tif: there is no such file: expected a raster"));
    EXPECT_THAT(faults_of({tiff.path, "people.tif"}, areas({left_half}, "EPSG:no")),
                ElementsAre(testing::StartsWith("areas: the coordinate system of the areas cannot be changed")));
}

TEST(ZonalSums, ARasterWithoutACoordinateSystemIsRefused) {
    Drawn drawn;
    drawn.system = "";
    const Tiff tiff(drawn);
    EXPECT_THAT(
        faults_of({tiff.path, "people.tif"}, areas({left_half})),
        ElementsAre("people.tif: the raster has no coordinate system: expected one, in the file or in a .prj file "
                    "beside it"));
}

RoadNetwork road(std::vector<LonLat> points) {
    std::vector<Diagnostic> faults;
    return build_network({{1, std::move(points), "", "", {""}}}, {}, "drawn", faults).network;
}

std::vector<ArcSample> samples(const RoadNetwork& network, const Drawn& drawn, double step_m) {
    const Tiff tiff(drawn);
    std::vector<Diagnostic> faults;
    auto found = samples_along(network, {tiff.path, "depth.tif"}, Distance::metres(step_m), faults);
    EXPECT_THAT(faults, IsEmpty());
    return found;
}

TEST(ArcSamples, AreThoseUnderTheMiddlesOfEqualPieces) {
    // Along the upper row, then down the right column to its middle cell: 1, 2, 3, 3, 6 in pieces of about 900 m.
    const auto found = samples(road({{37, 36.025}, {37.03, 36.025}}), {}, 901);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_NEAR(found.at(0).mean, 2, 1e-12);
    EXPECT_EQ(found.at(0).least, 1);
    EXPECT_EQ(found.at(0).most, 3);
    EXPECT_EQ(found.at(0).told, 1);
    EXPECT_EQ(found.at(1).mean, found.at(0).mean);
}

TEST(ArcSamples, AStepLongerThanTheRoadTakesItsMiddle) {
    const auto found = samples(road({{37, 36.025}, {37.03, 36.025}}), {}, 1e6);
    EXPECT_EQ(found.at(0).mean, 2);
    EXPECT_EQ(found.at(0).most, 2);
}

TEST(ArcSamples, WhatHasNoValueIsLeftOutAndSaid) {
    const auto middle = samples(road({{37, 36.015}, {37.03, 36.015}}), {}, 10);
    EXPECT_NEAR(middle[0].mean, 5, 1e-9);  // 4 and 6, nothing between
    EXPECT_NEAR(middle[0].told, 2.0 / 3, 0.01);
    const auto away = samples(road({{40, 36.015}, {40.03, 36.015}}), {}, 10);
    EXPECT_TRUE(std::isnan(away[0].mean) && std::isnan(away[0].least) && std::isnan(away[0].most));
    EXPECT_EQ(away[0].told, 0);
}

TEST(ArcSamples, FinerStepsComeNearTheTrueMean) {
    // A quarter of the way over each cell of the diagonal of a raster of 4 x 4 with its column as value.
    const Drawn wide{"EPSG:4326", {37, 0.01, 0, 36.04, 0, -0.01}, {4, {0, 1, 2, 3}}, {}};
    const auto network = road({{37, 36}, {37.04, 36.04}});
    EXPECT_NEAR(samples(network, wide, 100)[0].mean, 1.5, 0.05);
    EXPECT_NEAR(samples(network, wide, 5)[0].mean, 1.5, 0.003);
}

TEST(ArcSamples, ScaleAndOffsetOfABandCountInAnySystem) {
    const std::vector<std::vector<double>> sevens(20, std::vector<double>(20, 7));
    const Drawn metres{"EPSG:3857", {4118821, 1000, 0, 4310000, 0, -1000}, sevens, {}, 0.5, 10};
    const auto found = samples(road({{37.01, 36.01}, {37.03, 36.03}}), metres, 100);
    EXPECT_EQ(found.at(0).mean, 13.5);
    EXPECT_EQ(found.at(0).told, 1);
}

}  // namespace
}  // namespace aidway
