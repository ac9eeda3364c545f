// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>

#include "simulation/outcomes.hpp"

namespace aidway {

// Outcomes that ask the same of a log share what reads it: their common base, which names itself `Reader`. Any other
// outcome reads for itself.

template <class Outcome>
struct ReaderOf {
    using type = Outcome;
};
template <class Outcome>
requires requires { typename Outcome::Reader; }
struct ReaderOf<Outcome> {
    using type = typename Outcome::Reader;
};

/// The readers of these outcomes, each once, in the order of the first outcome that needs it.
template <class Readers, class... Outcomes>
struct DifferentReaders;
template <class... R>
struct DifferentReaders<std::tuple<R...>> {
    using type = std::tuple<R...>;
};
template <class... R, class Outcome, class... Rest>
struct DifferentReaders<std::tuple<R...>, Outcome, Rest...> {
    using Reader = typename ReaderOf<Outcome>::type;
    static constexpr bool known = (std::is_same_v<R, Reader> || ...);
    using Next = std::conditional_t<known, std::tuple<R...>, std::tuple<R..., Reader>>;
    using type = typename DifferentReaders<Next, Rest...>::type;
};

template <class Outcomes>
struct ReadersOf;
template <class... O>
struct ReadersOf<std::tuple<O...>> {
    using type = typename DifferentReaders<std::tuple<>, O...>::type;
};

using Readers = ReadersOf<Outcomes>::type;
inline constexpr std::size_t reader_count = std::tuple_size_v<Readers>;

}  // namespace aidway
