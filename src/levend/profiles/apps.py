from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "levend.profiles"
    label = "profiles"

    def ready(self) -> None:
        """Who leaves a school leaves its chapters; what was brought from elsewhere is taken over, and can be erased."""
        from levend.audit.queries.sources import add_text_source
        from levend.jobs.events import subscribe

        subscribe("membership_ended", "levend.profiles.services.end_chapters")
        subscribe("brought_answers_asked", "levend.profiles.services.take_brought")
        add_text_source("levend.profiles.queries.passages.brought_places")
