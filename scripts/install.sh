#!/usr/bin/env bash
# Make .venv and install what a requirements file pins: scripts/install.sh FILE
# Every download is checked against its hash. A stamp for each file remembers what was
# installed, so that a second call costs nothing.
set -euo pipefail

file=$1
python=.venv/bin/python
stamp=.venv/installed-$file

mkdir -p var
exec 9>var/install.lock
flock 9 # two targets at once: the second one waits and finds the work done

# A virtual environment does not survive being moved, nor its Python being removed.
if ! "$python" -c 'import pip' >/dev/null 2>&1; then
  base=$(scripts/python.sh)
  echo "Making .venv with $("$base" --version)" >&2
  rm -rf .venv
  "$base" -m venv .venv
fi

wanted="$(sha256sum <"$file") $("$python" --version)"
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
  echo "Installing $file (a few minutes the first time)" >&2
  "$python" -m pip install --quiet --disable-pip-version-check --no-input \
    --require-hashes -r "$file"
  echo "$wanted" >"$stamp"
fi
