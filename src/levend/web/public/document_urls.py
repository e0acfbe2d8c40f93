"""Addresses of documents and data: one each, whatever the language of the page that leads there."""

from django.urls import path

from levend.web.public import converters, views  # noqa: F401  (converters make themselves known)

urlpatterns = [
    path("scholen/<str:code>/profiel.pdf", views.document, {"name": "profiel.pdf"}, name="profile_pdf"),
    path("scholen/<str:code>/profiel.json", views.document, {"name": "profiel.json"}, name="profile_json"),
    path(
        "scholen/<str:code>/op/<day:day>/profiel.pdf",
        views.document_on,
        {"name": "profiel.pdf"},
        name="profile_pdf_on",
    ),
    path(
        "scholen/<str:code>/op/<day:day>/profiel.json",
        views.document_on,
        {"name": "profiel.json"},
        name="profile_json_on",
    ),
    path("document/<sha256:sha256>.<str:kind>", views.by_hash, name="document"),
]
