"""Pages that refuse, for the tests of the middleware."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from levend.config import urls
from levend.core.errors import Invalid, NotAllowed, NotFound, NotNow


def refuse(request: HttpRequest, kind: str) -> HttpResponse:
    kinds: dict[str, Exception] = {
        "403": NotAllowed("Alleen het bestuur kan dit."),
        "404": NotFound("geheim"),
        "409": NotNow("De raad gaf nog geen advies."),
        "413": RequestDataTooBig("too big"),
        "422": Invalid("Kijk dit na.", {"day": "Deze dag is voorbij."}),
        "500": RuntimeError("kapot"),
    }
    raise kinds[kind]


urlpatterns = [
    path("werk/weiger/<str:kind>/", refuse),
    path("weiger/<str:kind>/", refuse),
    path("thema/", include("levend.web.theme.urls")),
    *urls.urlpatterns,
]
