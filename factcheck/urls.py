"""The addresses of the site: the only place that knows every app."""

from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from factcheck.operations.views import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("login/", LoginView.as_view(template_name="login.html"), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("admin/", admin.site.urls),
]

handler400 = "factcheck.operations.problems.bad_request"
handler403 = "factcheck.operations.problems.forbidden"
handler404 = "factcheck.operations.problems.not_found"
handler500 = "factcheck.operations.problems.server_error"
