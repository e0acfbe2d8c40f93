"""Every address of Levend, by area. An area stands here from the moment that it exists."""

from importlib.util import find_spec

from django.urls import include, path

_AREAS = [
    ("health/", "levend.web.health.urls"),
    ("inloggen/", "levend.web.account.urls"),
    ("werk/onderdelen/", "levend.web.gallery.urls"),
    ("werk/mensen/", "levend.web.people.urls"),
    ("werk/", "levend.web.writing.urls"),
    ("werk/", "levend.web.decide.urls"),
    ("werk/", "levend.web.chain.urls"),
    ("werk/", "levend.web.home.urls"),
    ("", "levend.web.public.urls"),
]

urlpatterns = [
    path(prefix, include(area)) for prefix, area in _AREAS if find_spec(area.removesuffix(".urls"))
]
