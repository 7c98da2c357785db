#!/usr/bin/env bash
# Bring the database up to date, load the demo once, and serve. `exec` leaves one process
# to stop: Ctrl-C and a signal to make both reach the server itself.
set -euo pipefail

python=.venv/bin/python
"$python" manage.py migrate --no-input --verbosity 0
"$python" manage.py collectstatic --no-input --verbosity 0 --ignore redoc
"$python" manage.py load_demo
exec "$python" -m gunicorn factcheck.wsgi
