# SPDX-License-Identifier: Apache-2.0
# Debian packages and the project's own Python environment.

# install_debian LIST...: installs what the lists name and the machine lacks; says nothing when it lacks nothing.
install_debian() {
    local missing=() name
    command -v dpkg-query >/dev/null || fail "this is no Debian: install by hand what $* name, then call again"
    while read -r name; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
    done < <(sed '/^#/d; /^$/d' "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || fail "needs root to install these Debian packages: ${missing[*]}"
        as_root=(sudo)
    fi
    say "installing ${#missing[@]} Debian packages: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" >build/log/apt.log 2>&1 || { tail -n 20 build/log/apt.log >&2; fail "apt-get failed"; }
}

# make_environment EXTRA...: .venv with the declared dependencies and the named extras, installed once per declaration.
make_environment() {
    local base=/usr/bin/python3 wanted stamp=.venv/installed-$(IFS=-; echo "$*")
    [ -x "$base" ] || base=$(command -v python3) || fail "found no python3"
    if ! "$python" -c '' 2>/dev/null; then
        say "making the Python environment .venv"
        "$base" -m venv --clear .venv
    fi
    wanted=$("$python" scripts/lib/requirements.py "$@")
    if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
        say "installing Python packages"
        printf '%s\n' "$wanted" >build/log/requirements.txt
        "$python" -m pip install --quiet --disable-pip-version-check -r build/log/requirements.txt
        printf '%s\n' "$wanted" >"$stamp"
    fi
    put_on_path
}

# put_on_path: the build tree on the environment's path, and .venv/bin/aidway. No editable install (decision 2).
put_on_path() {
    local site
    site=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    printf '%s\n' "$root/build/release/python" >"$site/aidway-build-tree.pth"
    cat >.venv/bin/aidway <<EOF
#!/bin/sh
'''exec' "$python" "\$0" "\$@"
' '''
import sys

from aidway.cli import main

if __name__ == "__main__":
    sys.exit(main())
EOF
    chmod +x .venv/bin/aidway
}
