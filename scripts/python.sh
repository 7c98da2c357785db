#!/usr/bin/env bash
# Print the Python that makes the virtual environment: the first of 3.11, 3.12 and 3.13
# that really can. To be on the PATH proves nothing: a shim of a version manager may stand
# for a version that is not there, and Debian ships Python without what venv needs. So
# each one has to make an environment with pip in it.
set -euo pipefail

names=(python3.11 python3.12 python3.13 python3)
supported='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT

find_python() {
  local name candidate
  for name in "${names[@]}"; do
    while IFS= read -r candidate; do
      if "$candidate" -c "$supported" >/dev/null 2>&1 </dev/null &&
        "$candidate" -m venv --clear "$trial/venv" >/dev/null 2>&1 </dev/null &&
        "$trial/venv/bin/python" -m pip --version >/dev/null 2>&1 </dev/null; then
        echo "$candidate"
        return
      fi
    done < <(type -ap "$name" | awk '!seen[$0]++')
  done
  return 1
}

find_python && exit

# The first version that this release of Debian or Ubuntu offers.
package=python3-venv
for name in python3.11-venv python3.12-venv python3.13-venv; do
  if apt-cache show "$name" >/dev/null 2>&1; then
    package=$name
    break
  fi
done
"$(dirname "$0")/system.sh" "Python 3.11, 3.12 or 3.13 with venv" "$package"
hash -r
find_python || {
  echo "No Python 3.11, 3.12 or 3.13 here can make a virtual environment." >&2
  exit 1
}
