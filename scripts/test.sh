#!/usr/bin/env bash
# Every test on SQLite and on PostgreSQL, pages in a real Chromium.
#
# PostgreSQL is a throw-away cluster: a folder and a socket of its own and no TCP port, so
# it can collide with nothing. The server refuses to run as root; root starts it as the
# user postgres, who must be able to reach the folder, hence not one below a home folder.
# The run fails on a failed or skipped test, on no tests, and on unequal numbers.
set -uo pipefail

python=.venv/bin/python
results=var/test
limit=30m # per database: a hanging test ends as a failure
cluster=
scratch= # what a killed test leaves in its temporary folder goes with this one
tests=

as_server() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

clean_up() {
  trap '' INT TERM
  if [ -n "$tests" ]; then # `timeout` hands the signal to workers and browsers
    kill "$tests" 2>/dev/null
    wait "$tests" 2>/dev/null
  fi
  [ -n "$scratch" ] && rm -rf "$scratch"
  scratch=
  if [ -n "$cluster" ]; then
    as_server "$bin/pg_ctl" -D "$cluster/data" -m immediate -s stop >/dev/null 2>&1
    rm -rf "$cluster"
    cluster=
  fi
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

find_chromium() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome-stable; do
    [ -n "$name" ] && command -v "$name" && return
  done
  return 1
}

find_postgresql() {
  local newest
  newest=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [ -n "$newest" ] || newest=$(dirname "$(command -v initdb)" 2>/dev/null)
  [ -x "$newest/initdb" ] && echo "$newest"
}

make_cluster() {
  local base
  for base in "${TMPDIR:-/tmp}" /var/tmp; do
    cluster=$(mktemp -d "$base/factcheck-pg.XXXXXX") || continue
    [ "$(id -u)" = 0 ] && chown postgres "$cluster"
    as_server test -w "$cluster" 2>/dev/null && break
    rm -rf "$cluster"
    cluster=
  done
  [ -n "$cluster" ] || return 1
  (
    cd "$cluster" || exit # the server's user may not be able to read where we are
    as_server "$bin/initdb" -D "$cluster/data" -A trust -U postgres -E UTF8 \
      --locale=C.UTF-8 --no-sync >"$cluster/initdb.log" 2>&1 || {
      cat "$cluster/initdb.log" >&2
      exit 1
    }
    as_server "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/data/server.log" -s -w \
      -o "-k '$cluster' -c listen_addresses='' -c fsync=off -c synchronous_commit=off \
        -c full_page_writes=off -c max_connections=100" start </dev/null
  )
}

run_tests() { # NAME [DATABASE_URL]
  local name=$1 url=${2:-}
  echo "== $name"
  if [ -n "$url" ]; then export DATABASE_URL=$url; else unset DATABASE_URL; fi
  # In the background, because a trap has to wait for what runs in the foreground.
  timeout --kill-after=30s "$limit" "$python" -m pytest -n "${TEST_PROCESSES:-2}" \
    --dist worksteal --junit-xml="$results/$name.xml" --quiet "${arguments[@]}" \
    </dev/null &
  tests=$!
  wait "$tests"
  # More than 1 is a run that broke off: what it reported until then counts for nothing.
  [ $? -le 1 ] || rm -f "$results/$name.xml"
  tests=
}

arguments=("$@")
CHROMIUM=$(find_chromium) || {
  scripts/system.sh Chromium chromium fonts-dejavu-core || exit
  CHROMIUM=$(find_chromium) || exit
}
export CHROMIUM
bin=$(find_postgresql) || {
  scripts/system.sh PostgreSQL postgresql || exit
  bin=$(find_postgresql) || exit
}
# Tests of the queue start it themselves, in a folder of their own and without a port.
command -v redis-server >/dev/null || scripts/system.sh Redis redis-server || exit
unset "${!PG@}" # nothing of the caller's own PostgreSQL
rm -rf "$results"
mkdir -p "$results"

make_cluster || {
  echo "The PostgreSQL cluster of the tests did not start." >&2
  exit 1
}
scratch=$(mktemp -d) && export TMPDIR=$scratch
run_tests sqlite
run_tests postgresql "postgres://postgres@/$cluster/postgres"
clean_up
"$python" scripts/count_tests.py "$results/sqlite.xml" "$results/postgresql.xml"
