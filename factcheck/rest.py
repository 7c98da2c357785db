"""How the API is put together: the part of the settings that DRF reads."""

import environ

from factcheck import __version__

env = environ.Env()

# Requests a minute. A desk plug-in asks some ten times a page and a nightly script ten
# times a second; who has no account reads by hand. Each from the environment.
API_REQUESTS_A_MINUTE = {
    "token": env.int("API_RATE_TOKEN", default=600),
    "person": env.int("API_RATE_PERSON", default=600),
    "address": env.int("API_RATE_ADDRESS", default=120),
}

REST_FRAMEWORK = {
    # The token comes first: its challenge makes a refusal a 401, not a 403.
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "factcheck.operations.api.authentication.BearerToken",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["factcheck.operations.api.scopes.TokenScope"],
    "DEFAULT_THROTTLE_CLASSES": ["factcheck.operations.api.throttles.Rate"],
    # Without a number DRF believes whatever X-Forwarded-For says.
    "NUM_PROXIES": env.int("PROXIES", default=0),
    "DEFAULT_PAGINATION_CLASS": "factcheck.operations.api.pages.Pages",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_PARSER_CLASSES": ["factcheck.operations.api.body.JsonBody"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "factcheck.operations.api.autoschema.Described",
    "EXCEPTION_HANDLER": "factcheck.operations.problems.exception_handler",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Fact-check API",
    "VERSION": __version__,
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "SWAGGER_UI_DIST": "SIDECAR",
    "POSTPROCESSING_HOOKS": [
        "factcheck.operations.api.schema.with_problems",
        "factcheck.operations.api.schema.with_sparse_rows",
        "factcheck.operations.api.headers.with_headers",
        "factcheck.operations.api.deprecation.with_deprecations",
        "claims.api.limits.with_limits",
    ],
}
