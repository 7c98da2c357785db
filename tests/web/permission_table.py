"""Who may open which page and do what: every address that a person or program can ask.

A new address needs a line in ROWS for each method that it answers (a method without a
line is refused to everybody). Then write the page of the guide anew:

    DJANGO_SETTINGS_MODULE=tests.settings python -m tests.web.permission_table

`who` is one of the sets below. The numbers in an address are those of the newsroom's
own claim, link or article; another object is made in test_permissions.MADE.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import django

from factcheck.operations.roles import Role
from tests.web.routes import routes

PAGE = Path(__file__).resolve().parents[2] / "docs" / "permissions.md"
START, END = "<!-- table -->", "<!-- end of table -->"

# Who asks: nobody in particular, the same while PUBLIC_READ is on, and each role.
CLOSED, PUBLIC = "anybody", "with PUBLIC_READ"
ACTORS = (CLOSED, PUBLIC, *Role)

ANYBODY = frozenset(ACTORS)
READING = ANYBODY - {CLOSED}
MEMBERS = frozenset(Role)
EDITORS = MEMBERS - {Role.READER}
SENIORS = frozenset({Role.SENIOR_EDITOR, Role.ADMINISTRATOR})
CURATORS = frozenset({Role.CURATOR, Role.ADMINISTRATOR})
AUDITORS = SENIORS | CURATORS

GET, POST, PATCH, DELETE = "GET", "POST", "PATCH", "DELETE"


@dataclass(frozen=True, slots=True)
class Row:
    """One method of one address: `name` as it is reversed, or the route without one."""

    name: str
    method: str
    who: frozenset[str]
    what: str


ROWS = (
    Row("claims:queue", GET, READING, "the queue"),
    Row("claims:claim", GET, READING, "a claim"),
    Row("claims:rate", POST, EDITORS, "rate a claim"),
    Row("claims:draft", POST, EDITORS, "keep a draft of one’s rating"),
    Row("claims:slot", POST, EDITORS, "take a place to rate a claim"),
    Row("claims:slot-release", POST, EDITORS, "give one’s place back"),
    Row("claims:slot-add", POST, SENIORS, "add a place to a claim"),
    Row("claims:decide", POST, EDITORS, "decide on a link"),
    Row("claims:link-change", GET, EDITORS, "the form to change a link"),
    Row("claims:link-change", POST, EDITORS, "change a link’s relation"),
    Row("claims:link-facet", POST, EDITORS, "set a facet aside as not comparable"),
    Row("claims:link-by-hand", GET, EDITORS, "the form to link by hand"),
    Row("claims:link-by-hand", POST, EDITORS, "link two statements by hand"),
    Row("claims:title", GET, EDITORS, "the form for a title"),
    Row("claims:title", POST, EDITORS, "give a claim a title"),
    Row("claims:merge", GET, EDITORS, "claims to merge with"),
    Row("claims:merge", POST, EDITORS, "merge two claims"),
    Row("claims:split", GET, EDITORS, "the form to split a claim"),
    Row("claims:split", POST, EDITORS, "split a claim"),
    Row("claims:statement-place", GET, EDITORS, "where a statement belongs"),
    Row("claims:statement-place", POST, EDITORS, "move a statement, or take it out"),
    Row("claims:new", GET, EDITORS, "the form for a claim by hand"),
    Row("claims:new", POST, EDITORS, "make a claim of statements"),
    Row("claims:history", GET, EDITORS, "the history of an object"),
    Row("claims:undo", POST, EDITORS, "take an act back"),
    Row("claims:comments", GET, MEMBERS, "the comments that one may see"),
    Row("claims:comments", POST, EDITORS, "comment on a claim"),
    Row("claims:follow", POST, EDITORS, "follow a claim or no longer"),
    Row("claims:notifications", GET, MEMBERS, "one’s notifications"),
    Row("claims:notifications", POST, MEMBERS, "mark all of them as read"),
    Row("claims:notification", POST, MEMBERS, "open one, mark it as read"),
    Row("claims:bulk", POST, EDITORS, "decide on or assign many claims"),
    Row("claims:assign", POST, EDITORS, "assign a claim"),
    Row("claims:take-back", POST, EDITORS, "take back an assignment of one’s own"),
    Row("claims:csv", GET, MEMBERS, "the queue as a file"),
    Row("claims:queue-news", GET, MEMBERS, "what is new in the queue"),
    Row("claims:news", GET, MEMBERS, "whether a claim has changed"),
    Row("claims:check", GET, MEMBERS, "the form for a draft"),
    Row("claims:check", POST, MEMBERS, "check a draft"),
    Row("claims:search", GET, READING, "search"),
    Row("claims:searches", GET, MEMBERS, "the saved searches"),
    Row("claims:search-save", POST, MEMBERS, "save a search"),
    Row("claims:search-change", POST, MEMBERS, "change one’s saved search"),
    Row("claims:articles", GET, READING, "the articles"),
    Row("claims:article", GET, READING, "an article"),
    Row("claims:article-add", GET, EDITORS, "the form for an article"),
    Row("claims:article-add", POST, EDITORS, "add an article"),
    Row("claims:published", POST, EDITORS, "correct a publication date"),
    Row("claims:waiting", GET, SENIORS, "claims on which editors differ"),
    Row("claims:adjudicate", GET, SENIORS, "all ratings of a claim"),
    Row("claims:adjudicate", POST, SENIORS, "decide on a claim"),
    Row("claims:publish", POST, SENIORS, "publish a claim’s card"),
    Row("claims:reopen", POST, SENIORS, "open a claim again"),
    Row("claims:agreement", GET, EDITORS, "how far editors agree"),
    Row("claims:cards", GET, ANYBODY, "the published cards"),
    Row("claims:card", GET, ANYBODY, "a published card"),
    Row("claims:unpublish", POST, SENIORS, "take a card back"),
    Row("claims:embed", GET, ANYBODY, "a card for frames elsewhere"),
    Row("claims:oembed", GET, ANYBODY, "a card by oEmbed"),
    Row("claims:dashboard", GET, MEMBERS, "the dashboard"),
    Row("claims:scale", GET, READING, "what the scale means"),
    Row("claims:article-mark", POST, EDITORS, "make a sentence a statement"),
    Row("claims:article-withdraw", POST, CURATORS, "withdraw an article"),
    Row("claims:article-restore", POST, CURATORS, "restore an article"),
    Row("claims:needs-a-look", GET, CURATORS, "what needs a look"),
    Row("claims:article-read", POST, CURATORS, "read a text that was not read"),
    Row("claims:statement", GET, READING, "a statement"),
    Row("claims:statement-facet", POST, EDITORS, "correct a facet"),
    Row("claims:statement-facet-add", POST, EDITORS, "add a facet"),
    Row("claims:statement-attribution", POST, EDITORS, "correct a speaker"),
    Row("claims:statement-origin", POST, EDITORS, "correct an origin"),
    Row("claims:statement-merge", POST, EDITORS, "count two origins as one"),
    Row("claims:statement-hide", POST, EDITORS, "hide a statement or show it"),
    Row("claims:vocabulary", GET, ANYBODY, "the vocabulary of our files"),
    Row("claims:vocabulary-document", GET, ANYBODY, "the same as JSON-LD"),
    Row("claims:reviews", GET, ANYBODY, "the published cards as ClaimReview"),
    Row("claims:outside-verdicts", GET, EDITORS, "verdicts from elsewhere"),
    Row("claims:outside-take", GET, EDITORS, "the form for a file of them"),
    Row("claims:outside-take", POST, EDITORS, "bring in a file of them"),
    Row("claims:outside-verdict", GET, EDITORS, "one that one may see"),
    Row("claims:outside-attach", POST, EDITORS, "place it with a claim"),
    Row("claims:outside-detach", POST, EDITORS, "take it off its claim"),
    Row("claims:outside-remove", POST, CURATORS, "remove it"),
    Row("claims:engine", GET, READING, "the engine's thresholds"),
    Row("claims:quality", GET, READING, "how often the engine is right"),
    Row("claims:export", GET, MEMBERS, "what a file of claims will hold"),
    Row("claims:export", POST, MEMBERS, "have a file of claims made"),
    Row("claims:relink", POST, CURATORS, "have all articles read again"),
    Row("jobs", GET, MEMBERS, "the jobs that one may see"),
    Row("job-page", GET, MEMBERS, "a job that one may see"),
    Row("job-page-cancel", POST, MEMBERS, "cancel such a job"),
    Row("job-page-resume", POST, MEMBERS, "resume such a job"),
    Row("job-page-file", GET, MEMBERS, "the file of one’s job"),
    Row("keys", GET, ANYBODY, "the list of keys"),
    Row("settings", GET, ANYBODY, "one’s settings"),
    Row("settings", POST, ANYBODY, "change one’s settings"),
    Row("tokens", GET, MEMBERS, "one’s tokens"),
    Row("tokens", POST, MEMBERS, "make a token"),
    Row("token-revoke", POST, MEMBERS, "revoke one’s token"),
    Row("webhooks", GET, EDITORS, "one’s webhooks"),
    Row("webhooks", POST, EDITORS, "make a webhook"),
    Row("webhook", GET, EDITORS, "a webhook of one’s own"),
    Row("webhook", POST, EDITORS, "change, switch, test or delete it"),
    Row("login", GET, ANYBODY, "the login"),
    Row("login", POST, ANYBODY, "log in"),
    Row("logout", POST, MEMBERS, "log out"),
    Row("password_change", GET, MEMBERS, "the form for a new password"),
    Row("password_change", POST, MEMBERS, "change one’s password"),
    Row("password_change_done", GET, MEMBERS, "after that"),
    Row("password_reset", GET, ANYBODY, "the form for a forgotten password"),
    Row("password_reset", POST, ANYBODY, "ask for a link by e-mail"),
    Row("password_reset_done", GET, ANYBODY, "after that"),
    Row("password_reset_confirm", GET, ANYBODY, "the form behind the link"),
    Row("password_reset_confirm", POST, ANYBODY, "set a password by the link"),
    Row("password_reset_complete", GET, ANYBODY, "after that"),
    Row("healthz", GET, ANYBODY, "the health check"),
    Row("favicon.ico", GET, ANYBODY, "the icon"),
    Row("api-root", GET, READING, "API: its start"),
    Row("schema", GET, READING, "API: its description"),
    Row("docs", GET, READING, "API: its manual"),
    Row("outlet-list", GET, READING, "API: outlets"),
    Row("outlet-detail", GET, READING, "API: an outlet"),
    Row("family-list", GET, READING, "API: publisher families"),
    Row("family-detail", GET, READING, "API: a publisher family"),
    Row("alias-list", GET, READING, "API: aliases of outlets"),
    Row("alias-detail", GET, READING, "API: an alias of an outlet"),
    Row("article-list", GET, READING, "API: articles"),
    Row("article-list", POST, EDITORS, "API: add articles"),
    Row("article-detail", GET, READING, "API: an article"),
    Row("change-list", GET, EDITORS, "API: what has changed"),
    Row("version-list", GET, READING, "API: versions of articles"),
    Row("version-detail", GET, READING, "API: a version of an article"),
    Row("facet-list", GET, READING, "API: facets"),
    Row("facet-detail", GET, READING, "API: a facet"),
    Row("verdict-list", GET, READING, "API: verdicts that one may see"),
    Row("verdict-detail", GET, READING, "API: a verdict that one may see"),
    Row("comment-list", GET, READING, "API: comments that one may see"),
    Row("comment-detail", GET, MEMBERS, "API: a comment that one may see"),
    Row("outside-verdict-list", GET, READING, "API: verdicts from elsewhere"),
    Row("outside-verdict-list", POST, EDITORS, "API: send such verdicts in"),
    Row("outside-verdict-detail", GET, EDITORS, "API: one that one may see"),
    Row("outside-verdict-attach", POST, EDITORS, "API: place it with a claim"),
    Row("outside-verdict-detach", POST, EDITORS, "API: take it off its claim"),
    Row("outside-verdict-remove", POST, CURATORS, "API: remove it"),
    Row("search-list", GET, READING, "API: saved searches, own and shared"),
    Row("search-detail", GET, MEMBERS, "API: a saved search, own or shared"),
    Row("search-list", POST, MEMBERS, "API: save a search"),
    Row("search-detail", PATCH, MEMBERS, "API: rename or share one’s own"),
    Row("search-detail", DELETE, MEMBERS, "API: delete one’s own"),
    Row("notification-list", GET, READING, "API: what one is told"),
    Row("notification-detail", GET, MEMBERS, "API: something that one is told"),
    Row("notification-read", POST, MEMBERS, "API: mark it as read"),
    Row("notification-read-up-to", POST, MEMBERS, "API: mark all as read"),
    Row("relink-list", POST, CURATORS, "API: have all articles read again"),
    Row("statement-list", GET, READING, "API: statements"),
    Row("statement-detail", GET, READING, "API: a statement"),
    Row("link-list", GET, READING, "API: links"),
    Row("link-detail", GET, READING, "API: a link"),
    Row("claim-list", GET, READING, "API: claims"),
    Row("claim-detail", GET, READING, "API: a claim"),
    Row("rating-list", GET, READING, "API: ratings that one may see"),
    Row("rating-list", POST, EDITORS, "API: rate a claim"),
    Row("rating-detail", GET, EDITORS, "API: a rating that one may see"),
    Row("link-list", POST, EDITORS, "API: link two statements"),
    Row("link-decide", POST, EDITORS, "API: decide on a link"),
    Row("link-bulk-decide", POST, EDITORS, "API: decide on many links"),
    Row("claim-bulk-decide", POST, EDITORS, "API: decide the links of many claims"),
    Row("claim-bulk-assign", POST, EDITORS, "API: assign many claims"),
    Row("link-set-aside", POST, EDITORS, "API: set a facet aside"),
    Row("claim-list", POST, EDITORS, "API: make a claim"),
    Row("claim-rename", POST, EDITORS, "API: rename a claim"),
    Row("claim-merge", POST, EDITORS, "API: merge two claims"),
    Row("claim-split", POST, EDITORS, "API: split a claim"),
    Row("claim-statements-move", POST, EDITORS, "API: move a statement"),
    Row("claim-statements-remove", POST, EDITORS, "API: take a statement out"),
    Row("claim-comment", POST, EDITORS, "API: comment on a claim"),
    Row("claim-follow", POST, EDITORS, "API: follow a claim"),
    Row("claim-unfollow", POST, EDITORS, "API: follow it no longer"),
    Row("claim-assign", POST, EDITORS, "API: assign a claim"),
    Row("claim-assignments-take-back", POST, EDITORS, "API: take that back"),
    Row("claim-draft", GET, EDITORS, "API: one’s draft of a rating"),
    Row("claim-draft", POST, EDITORS, "API: keep a draft of a rating"),
    Row("claim-slot", POST, EDITORS, "API: take a place to rate"),
    Row("claim-slot-release", POST, EDITORS, "API: give one’s place back"),
    Row("claim-slot-add", POST, SENIORS, "API: add a place"),
    Row("claim-adjudicate", GET, SENIORS, "API: what a verdict is written on"),
    Row("claim-adjudicate", POST, SENIORS, "API: write a verdict"),
    Row("claim-publish", POST, SENIORS, "API: publish a card"),
    Row("claim-unpublish", POST, SENIORS, "API: take a card back"),
    Row("claim-reopen", POST, SENIORS, "API: open a claim again"),
    Row("statement-correct-facet", POST, EDITORS, "API: correct a facet"),
    Row("statement-remove-facet", POST, EDITORS, "API: remove a facet"),
    Row("statement-attribution", POST, EDITORS, "API: correct a speaker"),
    Row("statement-origin", GET, EDITORS, "API: an origin and others to choose"),
    Row("statement-origin", POST, EDITORS, "API: correct an origin"),
    Row("statement-merge-origin", POST, EDITORS, "API: count two origins as one"),
    Row("statement-hide", POST, EDITORS, "API: hide a statement"),
    Row("statement-show", POST, EDITORS, "API: show it again"),
    Row("article-mark", POST, EDITORS, "API: make a sentence a statement"),
    Row("article-published", POST, EDITORS, "API: correct a publication date"),
    Row("article-withdraw", POST, CURATORS, "API: withdraw an article"),
    Row("article-restore", POST, CURATORS, "API: restore an article"),
    Row("change-undo", POST, EDITORS, "API: take an act back"),
    Row("job-list", GET, READING, "API: the jobs that one may see"),
    Row("job-detail", GET, MEMBERS, "API: a job that one may see"),
    Row("job-cancel", POST, MEMBERS, "API: cancel such a job"),
    Row("job-resume", POST, MEMBERS, "API: resume such a job"),
    Row("job-file", GET, MEMBERS, "API: the file of one’s job"),
    Row("export-list", POST, MEMBERS, "API: have a file of claims made"),
    Row("check", POST, READING, "API: check a draft"),
    Row("compare", POST, READING, "API: compare two statements"),
    Row("token-list", GET, MEMBERS, "API: one’s tokens"),
    Row("token-list", POST, MEMBERS, "API: make a token"),
    Row("token-detail", GET, MEMBERS, "API: one’s token"),
    Row("token-detail", DELETE, MEMBERS, "API: revoke one’s token"),
    Row("webhook-list", GET, EDITORS, "API: one’s webhooks"),
    Row("webhook-list", POST, EDITORS, "API: make a webhook"),
    Row("webhook-detail", GET, EDITORS, "API: a webhook of one’s own"),
    Row("webhook-detail", PATCH, EDITORS, "API: change it, switch it on or off"),
    Row("webhook-detail", DELETE, EDITORS, "API: delete it"),
    Row("webhook-test", POST, EDITORS, "API: send it a test"),
    Row("webhook-rotate-secret", POST, EDITORS, "API: give it another secret"),
    Row("webhook-end-old-secret", POST, EDITORS, "API: end the secret that it had"),
    Row("delivery-list", GET, EDITORS, "API: what it was sent"),
    Row("delivery-detail", GET, EDITORS, "API: a message that it was sent"),
    Row("delivery-replay", POST, EDITORS, "API: send it something once more"),
)


def markdown(addresses: dict[str, str]) -> str:
    """The table of the guide; `addresses` are the routes by name."""
    names = [actor.replace("_", " ") for actor in ACTORS]
    lines = [
        f"| what | address | {' | '.join(names)} |",
        f"|---|---|{':-:|' * len(names)}",
    ]
    for row in ROWS:
        marks = " | ".join("●" if actor in row.who else "" for actor in ACTORS)
        address = addresses.get(row.name, row.name)
        lines.append(f"| {row.what} | {row.method} `{address}` | {marks} |")
    return "\n".join(lines)


def write() -> None:
    """Put the table into the guide, in the place of the one that is there."""
    page = PAGE.read_text(encoding="utf-8")
    head, tail = page.partition(START)[0], page.partition(END)[2]
    table = markdown({route.name: route.address for route in routes()})
    PAGE.write_text(f"{head}{START}\n\n{table}\n\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    django.setup()
    write()
