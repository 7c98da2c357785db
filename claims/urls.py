"""The addresses of the pages. `/`, claims and articles keep theirs for good."""

from django.urls import path, re_path

from claims.views import (
    adjudicate,
    agreement,
    articles,
    cards,
    claim,
    comments,
    dashboard,
    intake,
    notices,
    oembed,
    quality,
    queue,
    rating,
    scale,
)

app_name = "claims"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("claims/<int:pk>/", claim.claim, name="claim"),
    path("claims/<int:pk>/rate/", rating.rate, name="rate"),
    path("claims/<int:pk>/draft/", rating.draft, name="draft"),
    path("claims/<int:pk>/slot/", rating.slot, name="slot"),
    path("claims/<int:pk>/slot/release/", rating.release, name="slot-release"),
    path("claims/<int:pk>/slot/add/", rating.add_slot, name="slot-add"),
    path("claims/<int:pk>/links/<int:link>/", claim.decide, name="decide"),
    path("dashboard/", dashboard.dashboard, name="dashboard"),
    path("claims/<int:pk>/comments/", comments.comments, name="comments"),
    path("claims/<int:pk>/follow/", comments.follow, name="follow"),
    path("notifications/", notices.notifications, name="notifications"),
    path("notifications/<int:pk>/", notices.notification, name="notification"),
    path("articles/", articles.article_list, name="articles"),
    path("articles/add/", intake.add, name="article-add"),
    path("articles/<int:pk>/", articles.article, name="article"),
    path("articles/<int:pk>/published/", articles.published, name="published"),
    path("adjudicate/", adjudicate.waiting, name="waiting"),
    path("claims/<int:pk>/adjudicate/", adjudicate.adjudicate, name="adjudicate"),
    path("claims/<int:pk>/publish/", adjudicate.publish, name="publish"),
    path("claims/<int:pk>/reopen/", adjudicate.reopen, name="reopen"),
    path("agreement/", agreement.agreement, name="agreement"),
    path("published/", cards.card_list, name="cards"),
    path("published/<int:pk>/", cards.card, name="card"),
    path("published/<int:pk>/unpublish/", cards.unpublish, name="unpublish"),
    path("embed/<int:pk>/", cards.embed, name="embed"),
    path("oembed/", oembed.oembed, name="oembed"),
    path("about/scale/", scale.scale, name="scale"),
    re_path(r"^about/quality/?$", quality.quality, name="quality"),
]
