from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "levend.profiles"
    label = "profiles"

    def ready(self) -> None:
        """Who leaves a school leaves its chapters."""
        from levend.jobs.events import subscribe

        subscribe("membership_ended", "levend.profiles.services.end_chapters")
