"""The addresses of the site: the only place that knows every app."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from factcheck.operations.views import favicon, healthz

docs = SpectacularSwaggerSplitView.as_view(
    template_name="api_docs.html", url_name="schema"
)

urlpatterns = [
    path("", include("claims.urls")),
    path("api/schema/", SpectacularAPIView.as_view(), name="schema"),
    path("api/docs/", docs, name="docs"),
    path("login/", auth.LoginView.as_view(template_name="login.html"), name="login"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    path("password/", auth.PasswordChangeView.as_view(), name="password_change"),
    path(
        "password/done/",
        auth.PasswordChangeDoneView.as_view(),
        name="password_change_done",
    ),
    path("admin/", admin.site.urls),
    path("favicon.ico", favicon),
    path("healthz", healthz, name="healthz"),
]

handler400 = "factcheck.operations.problems.bad_request"
handler403 = "factcheck.operations.problems.forbidden"
handler404 = "factcheck.operations.problems.not_found"
handler500 = "factcheck.operations.problems.server_error"
