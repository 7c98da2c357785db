"""The roles of a newsroom and what each may do.

A role is a Django group of the same name; a permission is Django's own, written
"app.codename". The groups and their permissions are written by data migrations; a test
compares the database with this table, so a change here needs a migration there.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """The name of the group."""

    READER = "reader"
    EDITOR = "editor"
    SENIOR_EDITOR = "senior_editor"
    CURATOR = "curator"
    ADMINISTRATOR = "administrator"


READ = frozenset(
    {
        "sources.view_publisherfamily",
        "sources.view_outlet",
        "sources.view_outletalias",
        "sources.view_article",
        "sources.view_articleversion",
        "claims.view_processingrun",
        "claims.view_origin",
        "claims.view_name",
        "claims.view_namevariant",
        "claims.view_nameapart",
        "claims.view_statement",
        "claims.view_statementfacet",
        "claims.view_attributionhop",
        "claims.view_link",
        "claims.view_facetcomparison",
        "claims.view_claim",
        "claims.view_claimmember",
        "claims.view_rating",
        "claims.view_verdict",
    }
)

EDIT = READ | {
    "sources.add_article",
    "sources.change_article",
    "claims.rate_claim",
    "claims.assign_claim",
    "claims.comment_claim",
    "claims.change_claim",
    "claims.decide_link",
    "claims.change_statement",
    "operations.add_webhook",
}

ADJUDICATE = EDIT | {
    "claims.adjudicate_claim",
    "operations.view_auditentry",
}

CURATE = EDIT | {
    "sources.add_publisherfamily",
    "sources.change_publisherfamily",
    "sources.add_outlet",
    "sources.change_outlet",
    "sources.delete_outlet",
    "sources.add_outletalias",
    "sources.change_outletalias",
    "sources.delete_outletalias",
    "sources.withdraw_article",
    "claims.add_name",
    "claims.change_name",
    "claims.add_namevariant",
    "claims.change_namevariant",
    "claims.add_nameapart",
    "claims.delete_nameapart",
    "claims.change_origin",
    "operations.view_auditentry",
    "operations.view_job",
}

ADMINISTER = (
    ADJUDICATE
    | CURATE
    | {
        "operations.view_user",
        "operations.add_user",
        "operations.change_user",
        "operations.view_token",
        "operations.add_token",
        "operations.delete_token",
        "operations.view_webhook",
        "operations.change_webhook",
        "operations.view_webhookdelivery",
        "auth.view_group",
    }
)

PERMISSIONS: dict[Role, frozenset[str]] = {
    Role.READER: READ,
    Role.EDITOR: EDIT,
    Role.SENIOR_EDITOR: ADJUDICATE,
    Role.CURATOR: CURATE,
    Role.ADMINISTRATOR: ADMINISTER,
}
