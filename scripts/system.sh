#!/usr/bin/env bash
# Install system packages, or say how: scripts/system.sh WHAT-FOR PACKAGE…
# Root and whoever may `sudo` without a password get them installed; everybody else is
# told the one line to run, and the caller stops.
set -euo pipefail

purpose=$1
shift

if ! command -v apt-get >/dev/null; then
  echo "$purpose is missing. Install what your system calls: $*" >&2
  exit 1
fi

if [ "$(id -u)" = 0 ]; then
  as=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
  as=(sudo -n)
else
  echo "$purpose is missing. Run this once, then try again:" >&2
  echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*" >&2
  exit 1
fi

echo "$purpose is missing: installing $*" >&2
run() { "${as[@]}" env DEBIAN_FRONTEND=noninteractive "$@" >&2 </dev/null; }
run apt-get -qq update
run apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends "$@"
