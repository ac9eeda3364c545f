# SPDX-License-Identifier: Apache-2.0
# Steps of the test command: each runs to its end into a log of its own, is told in one line, and stops no other.
failed=()
closing=()

# step NAME COMMAND...: runs it; tells how it went and how long it took; on failure shows the end of its log.
step() {
    local name=$1 log=build/log/$1.log start=$SECONDS; shift
    if "$@" >"$log" 2>&1; then
        printf 'ok     %-20s %4d s\n' "$name" $((SECONDS - start))
    else
        printf 'FAILED %-20s %4d s: the end of %s\n' "$name" $((SECONDS - start)) "$log"
        tail -n 60 "$log" | sed 's/^/       | /'
        failed+=("$name")
    fi
    local line
    line=$(grep -E '^[0-9]+ engine tests passed|^=+ .*(passed|failed|error).* =+$' "$log" | tail -n 1) || true
    [ -z "$line" ] || closing+=("$name: $line")
}

# summary: what every test runner said last, then the failures; exit status 1 when there is any.
summary() {
    say
    printf '%s\n' "${closing[@]}"
    if [ ${#failed[@]} -gt 0 ]; then
        say "${#failed[@]} of the steps failed: ${failed[*]} (logs in build/log)"
        return 1
    fi
    say "every step passed in $SECONDS s"
}
