"""The settings of the tests: the real ones, cut off from the machine they run on.

Every process gets a data folder of its own, so that parallel workers never share a
database file, a log or a key. Of the environment only DATABASE_URL counts.
"""

import os
import tempfile

for _name in (
    "ALLOWED_HOSTS",
    "DEBUG",
    "EMAIL_FROM",
    "EMAIL_URL",
    "HTTPS",
    "LOG_LEVEL",
    "API_RATE_ADDRESS",
    "API_RATE_PERSON",
    "API_RATE_TOKEN",
    "NEWSROOM",
    "PROXIES",
    "PUBLIC_READ",
    "REDIS_URL",
    "SCORER",
    "SECRET_KEY",
    "SITE_URL",
    "SPACY_MODEL",
):
    os.environ.pop(_name, None)

SCRATCH = tempfile.TemporaryDirectory(prefix="factcheck-test-")  # conftest removes it
os.environ["DATA_DIR"] = SCRATCH.name
# The sync API of Playwright runs an event loop in the thread of the test.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from factcheck.settings import *  # noqa: E402, F403
from factcheck.settings import DATA_DIR, DATABASES, LOGGING, STORAGES  # noqa: E402

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in production: an in-memory database knows no second connection.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}

# No manifest: tests do not collect the static files first.
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Tests ask in minutes what a program asks in a day; test_throttles sets its own.
API_REQUESTS_A_MINUTE = dict.fromkeys(("token", "person", "address"), 10**6)
LOGGING["root"]["handlers"] = ["file"]
