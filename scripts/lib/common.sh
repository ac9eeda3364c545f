# SPDX-License-Identifier: Apache-2.0
# What the scripts share. Sourced with bash after `set -euo pipefail`; leaves the shell in the project's folder.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
python=$root/.venv/bin/python
jobs=$(nproc 2>/dev/null || echo 2)

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# usage FILE: the comment at the head of a script, which says how to call it.
usage() { sed -n '3,/^[^#]/{s/^# \{0,1\}//p}' "$1"; }
