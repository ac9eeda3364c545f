# SPDX-License-Identifier: Apache-2.0
# One libFuzzer executable per file tests/fuzz/*_fuzz.cpp, under clang alone; the preset `fuzz` compiles all of the engine
# so that it is watched.
file(GLOB fuzz_sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/tests/fuzz/*_fuzz.cpp")
set(fuzz_support tests/support/folders.cpp tests/support/scratch_folder.cpp)
set_source_files_properties(tests/support/folders.cpp PROPERTIES COMPILE_DEFINITIONS "AIDWAY_ROOT=\"${PROJECT_SOURCE_DIR}\"")
foreach(source IN LISTS fuzz_sources)
    cmake_path(GET source STEM name)
    add_executable(${name} "${source}" ${fuzz_support})
    target_link_libraries(${name} PRIVATE aidway_options aidway_routing aidway_io)
    target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/tests")
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/fuzzers")
endforeach()
