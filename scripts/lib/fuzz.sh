# SPDX-License-Identifier: Apache-2.0
# fuzz SECONDS: builds the fuzzers and lets each run that long, from the seeds and from what earlier runs kept.
fuzz() {
    local target name status=0
    build fuzz && "$python" tests/fuzz/seeds.py build/fuzz/corpus || return 1
    for target in build/fuzz/fuzzers/*_fuzz; do
        name=$(basename "$target" _fuzz)
        echo "== $name"
        ASAN_OPTIONS=detect_leaks=0 "$target" "build/fuzz/corpus/$name" -max_total_time="$1" -timeout=20 \
            -rss_limit_mb=4096 -max_len=65536 -print_final_stats=1 "-artifact_prefix=build/fuzz/$name-" || status=1
    done
    return $status
}
