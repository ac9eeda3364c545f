// SPDX-License-Identifier: Apache-2.0
#include "io/line_layer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace aidway {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A layer file of the test at hand, gone afterwards.
class LayerFile {
public:
    LayerFile(const std::string& name, const std::string& text) {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::path(testing::TempDir()) / (std::string("aidway-line-layer-") + test->name());
        std::filesystem::create_directories(folder_);
        path = folder_ / name;
        std::ofstream(path) << text;
    }
    ~LayerFile() { std::filesystem::remove_all(folder_); }
    LayerFile(const LayerFile&) = delete;
    LayerFile& operator=(const LayerFile&) = delete;
    std::filesystem::path path;

private:
    std::filesystem::path folder_;
};

std::string collection(const std::string& features, const std::string& system = "") {
    return R"({"type": "FeatureCollection", )" + system + R"("features": [)" + features + "]}";
}

std::string feature(int id, const std::string& properties, const std::string& geometry) {
    return R"({"type": "Feature", "id": )" + std::to_string(id) + R"(, "properties": {)" + properties +
           R"(}, "geometry": )" + geometry + "}";
}

const std::string castello = R"("road": "castello", "gate": "castello-west", "class": "dual")";
const std::string plain = R"("road": "ramouseh", "gate": null, "class": "track")";
const std::string short_line = R"({"type": "LineString", "coordinates": [[37.08, 36.255], [37.105, 36.24]]})";
const LineColumns all_columns{"road", "gate", "class", ""};

struct Read {
    std::vector<LineFeature> lines;
    std::vector<std::string> faults;
};

Read read(const std::filesystem::path& path, const LineColumns& columns) {
    std::vector<Diagnostic> faults;
    Read result;
    testing::internal::CaptureStderr();
    testing::internal::CaptureStdout();
    result.lines = read_line_layer(path, columns, "data/roads.geojson", faults);
    EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    for (const Diagnostic& fault : faults) result.faults.push_back(fault.text());
    return result;
}

Read read_text(const std::string& text, const LineColumns& columns = all_columns) {
    const LayerFile file("roads.geojson", text);
    return read(file.path, columns);
}

TEST(LineLayer, ReadsLinesWithTheirColumns) {
    const Read got = read_text(collection(feature(3, castello, short_line) + "," + feature(8, plain, short_line)));
    EXPECT_THAT(got.faults, IsEmpty());
    EXPECT_THAT(got.lines,
                ElementsAre(LineFeature{3, {{37.08, 36.255}, {37.105, 36.24}}, "castello", "castello-west", {"dual"}},
                            LineFeature{8, {{37.08, 36.255}, {37.105, 36.24}}, "ramouseh", "", {"track"}}));
}

TEST(LineLayer, ColumnsThatAreNotNamedStayEmpty) {
    const Read got = read_text(collection(feature(1, castello, short_line)), {"", "gate", "", ""});
    ASSERT_EQ(got.lines.size(), 1U);
    EXPECT_EQ(got.lines[0].road, "");
    EXPECT_EQ(got.lines[0].gate, "castello-west");
}

TEST(LineLayer, EachPartOfAMultiLineIsALine) {
    const Read got = read_text(collection(feature(
        5, plain, R"({"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]], [[5, 6, 100], [7, 8, 100]]]})")));
    EXPECT_THAT(got.faults, IsEmpty());
    EXPECT_THAT(got.lines, ElementsAre(LineFeature{5, {{1, 2}, {3, 4}}, "ramouseh", "", {"track"}},
                                       LineFeature{5, {{5, 6}, {7, 8}}, "ramouseh", "", {"track"}}));
}

TEST(LineLayer, ChangesOtherCoordinateSystemsToWgs84) {
    // 111,319.49 m of web mercator are a degree on the equator.
    const Read got = read_text(collection(
        feature(1, plain, R"({"type": "LineString", "coordinates": [[0, 0], [4118821.159351, 4300621.372044]]})"),
        R"("crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}, )"));
    EXPECT_THAT(got.faults, IsEmpty());
    ASSERT_EQ(got.lines.size(), 1U);
    EXPECT_NEAR(got.lines[0].points[1].lon_deg, 37.0, 1e-6);
    EXPECT_NEAR(got.lines[0].points[1].lat_deg, 36.0, 1e-6);
}

LineColumns with_column(std::string LineColumns::*column, const std::string& name) {
    LineColumns columns;
    columns.*column = name;
    return columns;
}

TEST(LineLayer, ReadsDirectionsInAllTheirSpellings) {
    const std::string line = R"({"type": "LineString", "coordinates": [[1, 2], [3, 4]]})";
    const std::vector<LonLat> along{{1, 2}, {3, 4}};
    const std::vector<LonLat> against{{3, 4}, {1, 2}};
    const auto columns = with_column(&LineColumns::one_way, "oneway");
    for (const char* word : {"null", "\"no\"", "\"false\"", "\"0\"", "0", "\"B\"", "\"\""}) {
        const Read got = read_text(collection(feature(1, std::string("\"oneway\": ") + word, line)), columns);
        ASSERT_THAT(got.faults, IsEmpty()) << word;
        EXPECT_FALSE(got.lines.at(0).one_way) << word;
    }
    for (const char* word : {"\"yes\"", "\"true\"", "\"1\"", "1", "\"F\""}) {
        const Read got = read_text(collection(feature(1, std::string("\"oneway\": ") + word, line)), columns);
        ASSERT_THAT(got.faults, IsEmpty()) << word;
        EXPECT_TRUE(got.lines.at(0).one_way) << word;
        EXPECT_EQ(got.lines.at(0).points, along) << word;
    }
    for (const char* word : {"\"-1\"", "-1", "\"reverse\"", "\"T\""}) {
        const Read got = read_text(collection(feature(1, std::string("\"oneway\": ") + word, line)), columns);
        ASSERT_THAT(got.faults, IsEmpty()) << word;
        EXPECT_TRUE(got.lines.at(0).one_way) << word;
        EXPECT_EQ(got.lines.at(0).points, against) << word;
    }
    EXPECT_THAT(read_text(collection(feature(4, R"("oneway": "reversible")", line)), columns).faults,
                ElementsAre("data/roads.geojson: feature 4: the direction is 'reversible': expected yes, no or -1 (or "
                            "F, B or T)"));
}

TEST(LineLayer, ReadsLengthsInTheUnitOfTheColumn) {
    const auto km = with_column(&LineColumns::length_km, "distance");
    const Read got = read_text(
        collection(feature(1, R"("distance": 1.25)", short_line) + "," + feature(2, R"("distance": null)", short_line)),
        km);
    ASSERT_THAT(got.faults, IsEmpty());
    EXPECT_EQ(got.lines.at(0).length, Distance::metres(1250));
    EXPECT_EQ(got.lines.at(1).length, std::nullopt);
    const auto metres = with_column(&LineColumns::length_m, "distance");
    EXPECT_EQ(read_text(collection(feature(1, R"("distance": "80")", short_line)), metres).lines.at(0).length,
              Distance::metres(80));
    EXPECT_THAT(read_text(collection(feature(1, R"("distance": "80 m")", short_line) + "," +
                                     feature(2, R"("distance": "-3")", short_line) + "," +
                                     feature(3, R"("distance": "nan")", short_line)),
                          metres)
                    .faults,
                ElementsAre("data/roads.geojson: feature 1: the length is '80 m': expected a number of m above 0",
                            "data/roads.geojson: feature 2: the length is '-3': expected a number of m above 0",
                            "data/roads.geojson: feature 3: the length is 'nan': expected a number of m above 0"));
    const std::string parts = R"({"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]})";
    EXPECT_THAT(read_text(collection(feature(9, R"("distance": "80")", parts)), metres).faults,
                ElementsAre("data/roads.geojson: feature 9: the feature has several parts and one length: expected a "
                            "length per line"));
}

TEST(LineLayer, ReadsOtherFormatsToo) {
    const LayerFile file("roads.csv", "WKT,road,gate,class\n\"LINESTRING (1 2,3 4)\",castello,,dual\n");
    const Read got = read(file.path, all_columns);
    EXPECT_THAT(got.faults, IsEmpty());
    EXPECT_THAT(got.lines, ElementsAre(LineFeature{1, {{1, 2}, {3, 4}}, "castello", "", {"dual"}}));
}

TEST(LineLayer, NamesTheFeatureWithoutALine) {
    const Read got = read_text(collection(feature(1, plain, short_line) + "," + feature(2, plain, "null") + "," +
                                          feature(12, plain, R"({"type": "Point", "coordinates": [1, 2]})") + "," +
                                          feature(13, plain, R"({"type": "LineString", "coordinates": []})")));
    EXPECT_EQ(got.lines.size(), 1U);
    EXPECT_THAT(got.faults, ElementsAre("data/roads.geojson: feature 2: there is no geometry: expected a line",
                                        "data/roads.geojson: feature 12: the geometry is a Point: expected a line",
                                        "data/roads.geojson: feature 13: there is no geometry: expected a line"));
}

TEST(LineLayer, SuggestsTheNearestColumnAndLayer) {
    const std::string text = collection(feature(1, castello, short_line));
    EXPECT_THAT(read_text(text, {"raod", "gates", "class", ""}).faults,
                ElementsAre("data/roads.geojson: there is no column 'raod'; did you mean 'road'?",
                            "data/roads.geojson: there is no column 'gates'; did you mean 'gate'?"));
    EXPECT_THAT(read_text(text, {"road", "gate", "class", "raods"}).faults,
                ElementsAre("data/roads.geojson: there is no layer 'raods'; did you mean 'roads'?"));
    EXPECT_THAT(read_text(text, {"road", "gate", "class", "roads"}).faults, IsEmpty());
}

TEST(LineLayer, AMissingOrUnreadableFileIsAFault) {
    EXPECT_THAT(read("/nowhere/roads.geojson", all_columns).faults,
                ElementsAre("data/roads.geojson: there is no such file: expected a layer of lines"));
    EXPECT_THAT(read_text("this is no layer").faults,
                ElementsAre("data/roads.geojson: the file cannot be read as a vector layer"));
    EXPECT_THAT(read_text(R"({"type": "FeatureCollection", "features": [)").faults,
                ElementsAre(testing::StartsWith("data/roads.geojson: the file cannot be read as a vector layer (")));
}

}  // namespace
}  // namespace aidway
