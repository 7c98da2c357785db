"""Which scope a token needs for which act: what is not a GET has a line here.

A new route of the API needs a row in tests/web/permission_table.py (who) and, for each
method that is no GET, its name here (with which scope).
"""

from __future__ import annotations

from factcheck.operations.tokens import CURATE, INGEST, READ, REVIEW

# No token comes here: it could make itself a larger one.
NEVER = "never"
# What the API is, and nothing of the newsroom.
ANY = "any"

ACTS: dict[str, tuple[str, ...]] = {
    # These ask, or have a file made of what may be read.
    # A job is cancelled with the scope by which it is begun; here: that of a file.
    READ: ("check", "compare", "export-list", "job-cancel", "job-resume"),
    INGEST: ("article-list", "outside-verdict-list"),
    REVIEW: (
        "rating-list",
        "link-list",
        "link-decide",
        "link-set-aside",
        "link-bulk-decide",
        "claim-bulk-decide",
        "claim-bulk-assign",
        "search-list",
        "search-detail",
        "notification-read",
        "notification-read-up-to",
        "claim-comment",
        "claim-follow",
        "claim-unfollow",
        "claim-assign",
        "claim-assignments-take-back",
        "claim-draft",
        "claim-slot",
        "claim-slot-release",
        "claim-slot-add",
        "outside-verdict-attach",
        "outside-verdict-detach",
        "claim-adjudicate",
        "claim-publish",
        "claim-unpublish",
        "claim-reopen",
        "change-undo",  # of a link's decision; of curation: curate
    ),
    CURATE: (
        "relink-list",
        "claim-list",
        "outside-verdict-remove",
        "claim-rename",
        "claim-merge",
        "claim-split",
        "claim-statements-move",
        "claim-statements-remove",
        "statement-correct-facet",
        "statement-remove-facet",
        "statement-attribution",
        "statement-origin",
        "statement-merge-origin",
        "statement-hide",
        "statement-show",
        "article-mark",
        "article-published",
        "article-withdraw",
        "article-restore",
    ),
    # Both: what is sent is what the token could read.
    f"{CURATE} {READ}": (
        "webhook-list",
        "webhook-detail",
        "webhook-test",
        "webhook-rotate-secret",
        "webhook-end-old-secret",
        "delivery-replay",
    ),
    ANY: ("schema", "docs"),
    NEVER: ("token-list", "token-detail"),
}
SCOPE_OF = {name: scope for scope, names in ACTS.items() for name in names}


def scope_of(name: str, method: str) -> str | None:
    """The scopes for a method of a route, spaces between; None: nobody has said."""
    if method == "GET" and SCOPE_OF.get(name) not in {ANY, NEVER}:
        return READ
    return SCOPE_OF.get(name)
