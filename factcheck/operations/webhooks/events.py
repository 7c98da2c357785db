"""What can be listened to. The names are part of the API: they never change."""

CLAIM_CREATED = "claim.created"
CONFLICT_FOUND = "claim.conflict_found"
LINK_DECIDED = "link.decided"
RATING_ADDED = "rating.added"
VERDICT_PUBLISHED = "verdict.published"
VERSION_CHANGED = "article.version_changed"

EVENTS = (
    CLAIM_CREATED,
    CONFLICT_FOUND,
    LINK_DECIDED,
    RATING_ADDED,
    VERDICT_PUBLISHED,
    VERSION_CHANGED,
)

# A test that its owner has asked for; nobody needs to listen to it.
PING = "webhook.ping"
