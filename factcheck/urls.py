"""The addresses of the site: the only place that knows every app."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import TemplateView
from rest_framework.routers import DefaultRouter, SimpleRouter

from claims.api.acts.collections import ClaimCollection, LinkCollection
from claims.api.articles import ArticleViewSet
from claims.api.changes import ChangeViewSet
from claims.api.check import CheckView
from claims.api.comments import CommentViewSet
from claims.api.compare import CompareView
from claims.api.exports import ExportViewSet
from claims.api.facets import FacetViewSet
from claims.api.notices import NoticeViewSet
from claims.api.outside import OutsideVerdictViewSet
from claims.api.ratings import RatingViewSet
from claims.api.relinking import RelinkViewSet
from claims.api.searches import SearchViewSet
from claims.api.statements import StatementViewSet
from claims.api.verdicts import VerdictViewSet
from claims.api.versions import VersionViewSet
from factcheck.operations.api.jobs import JobViewSet
from factcheck.operations.api.schema import DocsView, SchemaView
from factcheck.operations.api.tokens import TokenViewSet
from factcheck.operations.api.webhooks import DeliveryViewSet, WebhookViewSet
from factcheck.operations.views import jobs, tokens
from factcheck.operations.views.health import favicon, healthz
from factcheck.operations.views.passwords import ResetConfirmView, ResetView
from factcheck.operations.views.settings import reader_settings
from factcheck.operations.views.webhooks import webhook, webhooks
from sources.api.aliases import AliasViewSet
from sources.api.families import FamilyViewSet
from sources.api.outlets import OutletViewSet

api = DefaultRouter()
api.include_format_suffixes = False
api.register("outlets", OutletViewSet)
api.register("families", FamilyViewSet, "family")
api.register("aliases", AliasViewSet, "alias")
api.register("articles", ArticleViewSet)
api.register("versions", VersionViewSet, "version")
api.register("statements", StatementViewSet)
api.register("facets", FacetViewSet, "facet")
api.register("links", LinkCollection)
api.register("claims", ClaimCollection)
api.register("ratings", RatingViewSet)
api.register("jobs", JobViewSet)
api.register("exports", ExportViewSet, basename="export")
api.register("verdicts", VerdictViewSet, "verdict")
api.register("comments", CommentViewSet, "comment")
api.register("outside-verdicts", OutsideVerdictViewSet, "outside-verdict")
api.register("searches", SearchViewSet, "search")
api.register("notifications", NoticeViewSet, "notification")
api.register("relink", RelinkViewSet, "relink")
api.register("changes", ChangeViewSet, "change")
api.register("tokens", TokenViewSet)
api.register("webhooks", WebhookViewSet)
below = SimpleRouter()  # resources of a row of another
below.register(r"webhooks/(?P<webhook>[0-9]+)/deliveries", DeliveryViewSet, "delivery")

urlpatterns = [
    path("", include("claims.urls")),
    path("api/v1/", include(api.urls)),
    path("api/v1/", include(below.urls)),
    path("api/v1/", include("claims.api.acts.urls")),
    path("api/v1/check/", CheckView.as_view(), name="check"),
    path("api/v1/compare/", CompareView.as_view(), name="compare"),
    path("api/v1/schema/", SchemaView.as_view(), name="schema"),
    path("api/v1/docs/", DocsView.as_view(), name="docs"),
    path("login/", auth.LoginView.as_view(template_name="login.html"), name="login"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    path("password/", auth.PasswordChangeView.as_view(), name="password_change"),
    path(
        "password/done/",
        auth.PasswordChangeDoneView.as_view(),
        name="password_change_done",
    ),
    path("password/reset/", ResetView.as_view(), name="password_reset"),
    path(
        "password/reset/sent/",
        auth.PasswordResetDoneView.as_view(),
        name="password_reset_done",
    ),
    path(
        "password/reset/<uidb64>/<token>/",
        ResetConfirmView.as_view(),
        name="password_reset_confirm",
    ),
    path(
        "password/reset/done/",
        auth.PasswordResetCompleteView.as_view(),
        name="password_reset_complete",
    ),
    path("jobs/", jobs.job_list, name="jobs"),
    path("jobs/<id:pk>/", jobs.job_page, name="job-page"),
    path("jobs/<id:pk>/cancel/", jobs.cancel, name="job-page-cancel"),
    path("jobs/<id:pk>/resume/", jobs.resume, name="job-page-resume"),
    path("jobs/<id:pk>/file/", jobs.file, name="job-page-file"),
    path("settings/", reader_settings, name="settings"),
    path("settings/tokens/", tokens.tokens, name="tokens"),
    path("settings/tokens/<str:key>/revoke/", tokens.revoke, name="token-revoke"),
    path("settings/webhooks/", webhooks, name="webhooks"),
    path("settings/webhooks/<id:pk>/", webhook, name="webhook"),
    path(
        "about/keys/",
        login_not_required(TemplateView.as_view(template_name="about/keys.html")),
        name="keys",
    ),
    path("admin/", admin.site.urls),
    path("favicon.ico", favicon),
    path("healthz", healthz, name="healthz"),
]

handler400 = "factcheck.operations.problems.bad_request"
handler403 = "factcheck.operations.problems.forbidden"
handler404 = "factcheck.operations.problems.not_found"
handler500 = "factcheck.operations.problems.server_error"
