# SPDX-License-Identifier: Apache-2.0
# What nearly every file includes is parsed once for all modules. No header may lean on it: each compiles alone.
function(aidway_precompile target)
    if(TARGET aidway_core AND NOT target STREQUAL aidway_core)
        target_precompile_headers(${target} REUSE_FROM aidway_core)
        return()
    endif()
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <cmath> <cstdint> <filesystem> <map> <memory>
        <optional> <set> <span> <stdexcept> <string> <string_view> <tuple> <utility> <variant> <vector> <fmt/format.h>)
endfunction()

# aidway_module(NAME [DEPENDS module...] [THIRD_PARTY target...])
# The library aidway_NAME from every .cpp under engine/NAME; without any, an interface library that passes its
# dependencies on. Third-party targets are private: their headers may appear in .cpp files only.
function(aidway_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS;THIRD_PARTY")
    list(TRANSFORM arg_DEPENDS PREPEND aidway_)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/engine/${name}/*.cpp")
    if(sources)
        add_library(aidway_${name} STATIC ${sources})
        target_link_libraries(aidway_${name} PUBLIC ${arg_DEPENDS} PRIVATE aidway_options fmt::fmt ${arg_THIRD_PARTY})
        target_include_directories(aidway_${name} INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}/engine")
        aidway_precompile(aidway_${name})
    else()
        add_library(aidway_${name} INTERFACE)
        target_link_libraries(aidway_${name} INTERFACE ${arg_DEPENDS})
        target_include_directories(aidway_${name} INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}/engine")
    endif()
endfunction()
