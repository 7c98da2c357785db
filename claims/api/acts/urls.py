"""The addresses of acts, below /api/v1/. POST to /links/ and /claims/: collections.

`<id:pk>` is registered by claims.urls, which the root includes before these.
"""

from typing import Any

from django.urls import path

from claims.api.acts import (
    articles,
    bulk,
    changes,
    curation,
    desk,
    links,
    outside,
    rating,
    statements,
    verdicts,
)

BY_OBJECT: dict[str, dict[str, Any]] = {
    "links": {
        "decide": links.DecideView,
        "set-aside": links.SetAsideView,
    },
    "claims": {
        "rename": curation.RenameView,
        "merge": curation.MergeView,
        "split": curation.SplitView,
        "statements/<id:statement>/move": curation.MoveView,
        "statements/<id:statement>/remove": curation.RemoveView,
        "comment": desk.CommentView,
        "follow": desk.FollowView,
        "unfollow": desk.UnfollowView,
        "assign": desk.AssignView,
        "assignments/<id:assignment>/take-back": desk.TakeBackView,
        "draft": rating.DraftView,
        "slot": rating.TakeSlotView,
        "slot/release": rating.ReleaseSlotView,
        "slot/add": rating.AddSlotView,
        "adjudicate": verdicts.AdjudicateView,
        "publish": verdicts.PublishView,
        "unpublish": verdicts.UnpublishView,
        "reopen": verdicts.ReopenView,
    },
    "statements": {
        "correct-facet": statements.CorrectFacetView,
        "remove-facet": statements.RemoveFacetView,
        "attribution": statements.AttributionView,
        "origin": statements.OriginView,
        "merge-origin": statements.MergeOriginView,
        "hide": statements.HideView,
        "show": statements.ShowView,
    },
    "articles": {
        "mark": articles.MarkView,
        "published": articles.PublishedView,
        "withdraw": articles.WithdrawView,
        "restore": articles.RestoreView,
    },
    "outside-verdicts": {
        "attach": outside.AttachView,
        "detach": outside.DetachView,
        "remove": outside.RemoveView,
    },
    "changes": {"undo": changes.UndoView},
}


def _name(kind: str, act: str) -> str:
    """ "claim-slot-add": the last word of each step."""
    steps = [step for step in act.split("/") if "<" not in step]
    return "-".join([kind.removesuffix("s"), *steps])


# Acts on many objects, which their bodies name.
BY_KIND: dict[str, Any] = {
    "links/bulk-decide": bulk.DecideLinksView,
    "claims/bulk-decide": bulk.DecideClaimsView,
    "claims/bulk-assign": bulk.AssignClaimsView,
}

urlpatterns = [
    path(f"{address}/", view.as_view(), name=_name(*address.split("/")))
    for address, view in BY_KIND.items()
]
urlpatterns += [
    path(f"{kind}/<id:pk>/{act}/", view.as_view(), name=_name(kind, act))
    for kind, acts in BY_OBJECT.items()
    for act, view in acts.items()
]
