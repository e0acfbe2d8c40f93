"""Every address of Levend, by area."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    path("health/", include("levend.web.health.urls")),
    path("thema/", include("levend.web.theme.urls")),
    path("inloggen/", include("levend.web.account.urls")),
    path("werk/onderdelen/", include("levend.web.gallery.urls")),
    path("werk/mensen/", include("levend.web.people.urls")),
    path("werk/post/", include("levend.web.post.urls")),
    path("werk/organisaties/", include("levend.web.organisations.urls")),
    path("werk/registers/", include("levend.web.registers.urls")),
    path("werk/overnemen/", include("levend.web.moving.urls")),
    path("werk/formats/", include("levend.web.formats.urls")),
    path("werk/rondes/", include("levend.web.rounds.urls")),
    path("werk/agenda/", include("levend.web.calendar.urls")),
    path("werk/rondes/", include("levend.web.receipt.round_urls")),
    path("werk/", include("levend.web.writing.urls")),
    path("werk/", include("levend.web.together.urls")),
    path("werk/", include("levend.web.onpaper.urls")),
    path("werk/", include("levend.web.decide.urls")),
    path("werk/", include("levend.web.chain.urls")),
    path("werk/", include("levend.web.receipt.urls")),
    path("werk/", include("levend.web.contacts.urls")),
    path("werk/", include("levend.web.examples.urls")),
    path("werk/", include("levend.web.erasure.urls")),
    path("werk/", include("levend.web.record.urls")),
    path("werk/", include("levend.web.rounds.school_urls")),
    path("werk/", include("levend.web.home.urls")),
    path("post/afmelden/", include("levend.web.post.link_urls")),
    path("agenda/", include("levend.web.calendar.link_urls")),
    path("meelezen/", include("levend.web.together.link_urls")),
    path("", include("levend.web.public.document_urls")),
    *i18n_patterns(
        path("controleer/", include("levend.web.verify.urls")),
        path("", include("levend.web.public.urls")),
        prefix_default_language=False,
    ),
]
handler400 = "levend.web.errors.bad_request"
