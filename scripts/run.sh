#!/usr/bin/env bash
# Bring the database up to date, load the demo once, and serve: the web server, and beside
# it one worker for long work. Ctrl-C or a signal stops both, after what they are doing;
# where one of the two ends by itself, the other is stopped and its code is ours.
set -euo pipefail

python=.venv/bin/python
"$python" manage.py migrate --no-input --verbosity 0
"$python" manage.py collectstatic --no-input --verbosity 0 --ignore redoc
"$python" manage.py load_demo

told=
both=()
stop() {
  told=yes
  kill -TERM "${both[@]}" 2>/dev/null || true
}
trap stop INT TERM

"$python" manage.py worker &
both+=($!)
"$python" -m gunicorn factcheck.wsgi &
both+=($!)

status=0
wait -n "${both[@]}" || status=$?
[ -n "$told" ] && status=0 # a trap ends `wait` with the signal's number
[ -n "$told" ] || echo "The server or its worker ended by itself ($status)." >&2
kill -TERM "${both[@]}" 2>/dev/null || true
for process in "${both[@]}"; do
  ended=0
  while :; do
    wait "$process" && ended=0 || ended=$?
    kill -0 "$process" 2>/dev/null || break # else a second signal broke the wait
  done
  [ "$status" = 0 ] && status=$ended
done
[ -n "$told" ] || [ "$status" != 0 ] || status=1
exit "$status"
