"""Public pages follow what happens below by its events."""

from django.apps import AppConfig

_CHANGED = "levend.web.public.tasks.on_location_changed"
_HANDLERS = {
    "version_published": _CHANGED,
    "version_withdrawn": _CHANGED,
    "location_changed": _CHANGED,
    "site_outdated": _CHANGED,
    "consortium_changed": "levend.web.public.tasks.on_consortium_changed",
    "documents_remade": "levend.web.public.tasks.on_documents_remade",
}


class WebConfig(AppConfig):
    name = "levend.web"
    label = "web"
    verbose_name = "Levend"

    def ready(self) -> None:
        from levend.jobs.events import subscribe
        from levend.web.public import tasks  # noqa: F401  (its jobs make themselves known)

        for event, handler in _HANDLERS.items():
            subscribe(event, handler)
