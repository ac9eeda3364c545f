// SPDX-License-Identifier: Apache-2.0
#include "network/network_file.hpp"

#include <gmock/gmock.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <random>

#include "network/network_bytes.hpp"
#include "network/words_bytes.hpp"
#include "support/route_world.hpp"
#include "support/scratch_file.hpp"
#include "support/scratch_folder.hpp"

namespace aidway {
namespace {

using testing::ElementsAreArray;
using testing::HasSubstr;

std::string bytes_in(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string saved(const RoadNetwork& network) {
    const test::ScratchFolder folder;
    save_network(network, folder.path() / "roads.aidwaynet");
    return bytes_in(folder.path() / "roads.aidwaynet");
}

/// What is said of a file with these bytes; "" where it is a network.
std::string said_of(const std::string& bytes) {
    const auto words =
        std::make_shared<std::vector<std::uint64_t>>((bytes.size() + 7) / 8);  // aligned as a mapped file
    if (!bytes.empty()) std::memcpy(words->data(), bytes.data(), bytes.size());
    std::vector<Diagnostic> faults;
    const auto network =
        network_in(std::as_bytes(std::span(*words)).first(bytes.size()), words, "roads.aidwaynet", faults);
    EXPECT_EQ(network.has_value(), faults.empty());
    return faults.empty() ? "" : faults.front().text();
}

RoadNetwork loaded(const std::string& bytes) {
    const test::ScratchFile file("roads.aidwaynet", bytes);
    std::vector<Diagnostic> faults;
    auto network = load_network(file.path(), "roads.aidwaynet", faults);
    EXPECT_THAT(faults, testing::IsEmpty());
    return network.value();  // the file itself is gone: what is mapped stays
}

/// Two roads, one of them with all that a road can be, and one longer than four bytes of millimetres.
RoadNetwork small() {
    LineFeature street{7, {{0, 0}, {0.005, 0.001}, {0.01, 0}}, "شارع", "bridge", {"primary"}};
    street.kind.surface = "gravel";
    street.kind.features = {"bridge", "ford"};
    street.kind.barred = {"heavy"};
    street.kind.max_weight = Mass::tonnes(10);
    street.kind.max_height = Distance::metres(4.1);
    street.kind.max_speed = Speed::kilometres_per_hour(50);
    LineFeature line{8, {{0.01, 0}, {0.02, 0}}, "line", "", {""}};
    line.one_way = true;
    line.length = Distance::kilometres(9000);
    return RoadNetwork({street, line});
}

TEST(NetworkFile, GivesBackWhatWasSaved) {
    const RoadNetwork network = small();
    const RoadNetwork again = loaded(saved(network));
    EXPECT_EQ(again.digest(), network.digest());
    EXPECT_EQ(again.columns().sizes(), network.columns().sizes());
    EXPECT_THAT(again.stable_key(), ElementsAreArray(network.stable_key()));
    for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) {
        EXPECT_EQ(again.shape({arc}), network.shape({arc}));
        EXPECT_EQ(again.feature_of({arc}), network.feature_of({arc}));
        EXPECT_EQ(again.length_m()[arc], network.length_m()[arc]);
        EXPECT_EQ(again.kind_of({arc}), network.kind_of({arc}));
        EXPECT_EQ(again.road_of({arc}), network.road_of({arc}));
        EXPECT_EQ(again.gate_of({arc}), network.gate_of({arc}));
    }
}

TEST(NetworkFile, ANetworkWithoutRoadsIsANetwork) {
    EXPECT_EQ(loaded(saved(RoadNetwork())).digest(), RoadNetwork().digest());
}

TEST(Law, ANetworkAndItsFileAreOne) {
    std::mt19937 random(1);
    for (int trial = 0; trial < 20; ++trial) {
        std::vector<LineFeature> lines = test::random_lines(random, 12, 60, 3);
        const RoadNetwork network(lines);
        const std::string bytes = saved(network);
        std::shuffle(lines.begin(), lines.end(), random);
        EXPECT_EQ(saved(RoadNetwork(lines)), bytes);  // in whatever order the roads came
        EXPECT_EQ(saved(loaded(bytes)), bytes);
    }
}

TEST(NetworkFile, RefusesAnyFileThatWasCutOrEdited) {
    const std::string bytes = saved(small());
    for (std::size_t length = 0; length < bytes.size(); ++length) EXPECT_NE(said_of(bytes.substr(0, length)), "");
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string edited = bytes;
        edited[at] = static_cast<char>(edited[at] ^ 1);
        EXPECT_NE(said_of(edited), "") << "byte " << at;
    }
    EXPECT_NE(said_of(bytes + std::string(8, '\0')), "");
    EXPECT_EQ(said_of(bytes), "");
}

TEST(NetworkFile, SaysWhatIsWrongWithAFile) {
    const std::string bytes = saved(small());
    EXPECT_THAT(said_of("id,name\n"), HasSubstr("roads.aidwaynet: is no network that Aidway saved"));
    EXPECT_THAT(said_of(bytes.substr(0, 50)), HasSubstr("it ends within its header"));
    EXPECT_THAT(said_of(bytes.substr(0, bytes.size() - 8)), HasSubstr("it was cut or added to"));
    std::string other = bytes;
    other[8] = 2;
    EXPECT_THAT(said_of(other), HasSubstr("version 2: expected version 1"));
    other = bytes;
    std::memset(other.data() + 16, 0xff, 8);  // as many nodes as a number can say
    EXPECT_THAT(said_of(other), HasSubstr("sizes that no network has"));
    other = bytes;
    other.back() = 'x';
    EXPECT_THAT(said_of(other), HasSubstr("expected the checksum in its header"));
}

TEST(NetworkFile, AFileThatIsNotThereIsAnErrorOfInput) {
    std::vector<Diagnostic> faults;
    EXPECT_THROW((void)load_network("/nowhere/roads.aidwaynet", "roads", faults), IoError);
    EXPECT_THROW((void)load_network("/", "roads", faults), IoError);
    EXPECT_THROW(save_network(small(), "/nowhere/roads.aidwaynet"), IoError);
}

TEST(WordsBytes, AnyOtherBytesAreNoTables) {
    const std::string bytes = bytes_of(small().words());
    ASSERT_TRUE(words_of(bytes));
    EXPECT_EQ(bytes_of(*words_of(bytes)), bytes);
    for (std::size_t length = 0; length < bytes.size(); ++length) EXPECT_FALSE(words_of(bytes.substr(0, length)));
    EXPECT_FALSE(words_of(bytes + std::string(8, '\0')));
}

TEST(RoadNetwork, TakesAtMost40BytesAnArcBesideItsDrawings) {
    std::mt19937 random(1);
    const RoadNetwork network(test::random_lines(random, 2000, 2300, 3));  // as many roads a node as a country has
    const auto bytes = bytes_per_arc(network);
    EXPECT_GT(bytes.travel, 20.0);
    EXPECT_LE(bytes.travel, 40.0);
    EXPECT_GT(bytes.drawings, 0.0);
}

}  // namespace
}  // namespace aidway
