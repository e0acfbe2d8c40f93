"""The start page beside the pages that it leads to."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def elsewhere(request: HttpRequest, code: str) -> HttpResponse:
    return HttpResponse(code)


urlpatterns = [
    path("inloggen/", include("levend.web.account.urls")),
    path("thema/", include("levend.web.theme.urls")),
    path("werk/<str:code>/begin/", elsewhere, name="begin"),
    path("werk/<str:code>/stappen/", elsewhere, name="chain"),
    path("werk/mensen/", include("levend.web.people.urls")),
    path("werk/", include("levend.web.writing.urls")),
    path("werk/", include("levend.web.home.urls")),
]
