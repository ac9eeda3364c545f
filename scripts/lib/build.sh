# SPDX-License-Identifier: Apache-2.0
# build PRESET [TARGET...]: configures where that was never done (ninja does it again by itself) and builds.
build() {
    local preset=$1 targets=(); shift
    [ $# -eq 0 ] || targets=(--target "$@")
    [ -e "build/$preset/build.ninja" ] || cmake --preset "$preset"
    cmake --build --preset "$preset" -j "$jobs" "${targets[@]}"
}
