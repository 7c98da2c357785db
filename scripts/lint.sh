#!/usr/bin/env bash
# Every check that runs no test. All of them run, so that one look shows all there is.
set -uo pipefail

python=.venv/bin/python
export DATA_DIR=var/lint
unset DATABASE_URL
status=0

check() {
  echo "== $1"
  shift
  "$@" </dev/null || status=1
}

lint_imports='import sys; from importlinter.cli import lint_imports
sys.exit(lint_imports())'

check ruff "$python" -m ruff check .
check format "$python" -m ruff format --check .
check imports "$python" -c "$lint_imports"
check templates "$python" -m djlint --quiet --lint templates
check migrations "$python" manage.py makemigrations --check --dry-run
check types "$python" -m mypy
exit $status
