"""Publishing follows the legal chain by its events; the chain knows nothing of it."""

from django.apps import AppConfig

_HANDLERS = {
    "advice_asked": "levend.publication.tasks.on_advice_asked",
    "profile_adopted": "levend.publication.tasks.on_profile_adopted",
    "profile_submitted": "levend.publication.tasks.on_profile_submitted",
    "profile_received": "levend.publication.tasks.on_profile_received",
    "passage_erased": "levend.publication.tasks.on_passage_erased",
    "brought_forms_handed_in": "levend.publication.tasks.on_brought_forms",
    "brought_forms_partly_read": "levend.publication.tasks.on_brought_forms",
    "erasure_finished": "levend.publication.tasks.on_erasure_finished",
}


class PublicationConfig(AppConfig):
    name = "levend.publication"
    label = "publication"

    def ready(self) -> None:
        from levend.jobs.events import subscribe

        for event, handler in _HANDLERS.items():
            subscribe(event, handler)
