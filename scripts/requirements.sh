#!/usr/bin/env bash
# Compile requirements.in and requirements-dev.in: every package pinned, with its hashes,
# and nothing in the files that names the machine or the index they came from.
set -euo pipefail

for name in requirements requirements-dev; do
  .venv/bin/python -m piptools compile --quiet --generate-hashes --strip-extras \
    --allow-unsafe --no-header --no-emit-index-url --no-emit-trusted-host \
    --no-emit-find-links "$@" --output-file "$name.txt" "$name.in"
done
