# SPDX-License-Identifier: Apache-2.0
# One Google Benchmark executable per file of benchmarks/; never part of the tests.
find_package(benchmark REQUIRED)
file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/benchmarks/*.cpp")
foreach(source IN LISTS sources)
    cmake_path(GET source STEM name)
    add_executable(${name} "${source}")
    target_link_libraries(${name} PRIVATE aidway_options aidway_analysis aidway_io Boost::headers ZLIB::ZLIB
                          benchmark::benchmark_main)
    target_compile_definitions(${name} PRIVATE
        "AIDWAY_MEANINGS=\"${CMAKE_CURRENT_SOURCE_DIR}/bindings/aidway/common/osm-roads.yaml\"")
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/benchmarks")
endforeach()

# What makes the inputs of benchmarks.
add_executable(multiply_extract "${CMAKE_CURRENT_SOURCE_DIR}/benchmarks/tools/multiply_extract.cpp")
target_link_libraries(multiply_extract PRIVATE aidway_options EXPAT::EXPAT ZLIB::ZLIB Threads::Threads)
set_target_properties(multiply_extract PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/benchmarks")
