// SPDX-License-Identifier: Apache-2.0
#include "network/network_file.hpp"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>

#include "core/checksum.hpp"
#include "core/stretches.hpp"
#include "network/columns_fault.hpp"
#include "network/mapped_file.hpp"
#include "network/words_bytes.hpp"

namespace aidway {
namespace {

static_assert(std::endian::native == std::endian::little, "columns are mapped as they lie in the file");

// The first byte is no text, and the line ends show whether the file went through a conversion of texts.
constexpr std::array<char, 8> magic{'\x89', 'A', 'W', 'N', '\r', '\n', '\x1a', '\n'};
constexpr std::uint64_t version = 1;

struct Header {
    std::array<char, 8> magic;
    std::uint64_t version;
    ColumnSizes sizes;
    std::uint64_t words;  ///< bytes of the tables of words
    std::array<std::uint8_t, 16> digest;
    std::array<std::uint8_t, 16> checksum;  ///< of the header before this and of all behind the header
};
static_assert(sizeof(Header) == 96 && std::has_unique_object_representations_v<Header>);

std::string_view text(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// A kind of column whose bytes mean what its values mean.
template <class T>
constexpr bool plain = std::is_trivially_copyable_v<T>&& std::has_unique_object_representations_v<T>;

std::uint64_t length_of(const Header& header) {
    std::uint64_t length = sizeof(Header) + header.words;
    const RoadColumns none{};
    RoadColumns::each(none, header.sizes, [&length]<class T>(std::span<const T>, std::uint64_t count) {
        static_assert(plain<T> && alignof(T) <= 8);
        length += count * sizeof(T);
    });
    return (length + 7) / 8 * 8;
}

std::string_view words_in(const Header& header, std::string_view content) {
    return content.substr(content.size() - header.words);
}

/// Everything behind the header, as it lies in the file.
std::string content_of(const RoadNetwork& network, const std::string& words) {
    std::string content;
    const RoadColumns& columns = network.columns();
    RoadColumns::each(columns, columns.sizes(), [&content]<class T>(std::span<const T> column, std::uint64_t) {
        content += text(std::as_bytes(column));
    });
    content.resize((content.size() + 7) / 8 * 8, '\0');
    return content + words;
}

std::array<std::uint8_t, 16> checksum(const Header& header, std::string_view content) {
    std::string told(reinterpret_cast<const char*>(&header), offsetof(Header, checksum));
    const auto sum = checksum_of(content);
    told.append(sum.begin(), sum.end());
    return checksum_of(told);
}

/// What tells at a glance that the file is not what it should be, or "".
std::string header_fault(const Header& header, std::uint64_t length) {
    if (header.version != version) {
        return fmt::format("is a network of version {}: expected version {}; make it anew of its sources",
                           header.version, version);
    }
    constexpr std::uint64_t most = std::uint64_t{1} << 40U;  // no sum below leaves 64 bits
    for (const std::uint64_t size : {header.sizes.nodes, header.sizes.arcs, header.sizes.roads, header.sizes.points,
                                     header.sizes.long_lengths, header.words}) {
        if (size > most) return "says sizes that no network has";
    }
    if (header.sizes.nodes >= 0xffff'ffff || header.sizes.arcs >= 0xffff'ffff || header.words % 8 != 0) {
        return "says sizes that no network has";
    }
    if (const std::uint64_t expected = length_of(header); expected != length) {
        return fmt::format("is {} bytes long: expected {}; it was cut or added to", length, expected);
    }
    return "";
}

RoadColumns columns_in(const Header& header, std::string_view content) {
    RoadColumns columns;
    const char* at = content.data();
    RoadColumns::each(columns, header.sizes, [&at]<class T>(std::span<const T>& column, std::uint64_t count) {
        column = {reinterpret_cast<const T*>(at), static_cast<std::size_t>(count)};
        at += count * sizeof(T);
    });
    return columns;
}

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& reason) {
    throw IoError(path.string() + ": " + reason);
}

}  // namespace

void save_network(const RoadNetwork& network, const std::filesystem::path& path) {
    const std::string words = bytes_of(network.words());
    const std::string content = content_of(network, words);
    Header header{magic, version, network.columns().sizes(), words.size(), network.digest(), {}};
    header.checksum = checksum(header, content);
    auto beside = path;
    beside += ".part";
    std::error_code error;
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        out.write(reinterpret_cast<const char*>(&header), sizeof(header));
        out.write(content.data(), static_cast<std::streamsize>(content.size()));
        out.close();
        if (!out) error = std::error_code(errno, std::generic_category());
    }
    if (!error) std::filesystem::rename(beside, path, error);
    if (!error) return;
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    refuse(path, error.message());
}

std::optional<RoadNetwork> network_in(std::span<const std::byte> bytes, std::shared_ptr<const void> owner,
                                      const std::string& shown_path, std::vector<Diagnostic>& faults) {
    const auto fault = [&](std::string message) {
        faults.push_back({shown_path, {}, "", std::move(message)});
        return std::nullopt;
    };
    Header header{};
    if (bytes.size() < magic.size() || !text(bytes).starts_with(std::string_view(magic.data(), magic.size()))) {
        return fault(fmt::format("is no network that Aidway saved: expected a file such as Network.save writes"));
    }
    if (bytes.size() < sizeof(header)) return fault("is cut: it ends within its header");
    std::memcpy(&header, bytes.data(), sizeof(header));
    if (std::string said = header_fault(header, bytes.size()); !said.empty()) return fault(std::move(said));
    const std::string_view content = text(bytes).substr(sizeof(header));
    const std::string edited = "is not what was saved: expected ";
    if (checksum(header, content) != header.checksum) return fault(edited + "the checksum in its header");
    auto read_words = words_of(words_in(header, content));
    if (!read_words) return fault(edited + "sorted tables of names and kinds");
    const auto words = std::make_shared<const RoadWords>(*std::move(read_words));
    const RoadColumns columns = columns_in(header, content);
    std::string said;
    RoadNetwork network;
    in_stretches(2, 1, [&](std::size_t step, std::size_t) {  // side by side, as the digest looks nothing up
        if (step == 0) said = columns_fault(columns, *words);
        if (step == 1) network = RoadNetwork::over(columns, std::move(owner), words);
    });
    if (!said.empty()) return fault("is no network: " + said);
    if (network.digest() != header.digest) return fault(edited + "the digest in its header");
    return network;
}

std::optional<RoadNetwork> load_network(const std::filesystem::path& path, const std::string& shown_path,
                                        std::vector<Diagnostic>& faults) {
    const auto file = std::make_shared<const MappedFile>(path);
    return network_in(file->bytes(), file, shown_path, faults);
}

}  // namespace aidway
