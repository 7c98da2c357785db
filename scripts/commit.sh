#!/usr/bin/env bash
# The commit whose code stands here, for what is measured with it; "+" = it was changed.
set -uo pipefail

commit=$(git rev-parse --short=10 HEAD 2>/dev/null) || { echo unknown; exit; }
git diff --quiet HEAD -- claims sources factcheck ':!claims/quality/latest.json' ||
  commit+=+
echo "$commit"
