from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "levend.rounds"
    label = "rounds"
    verbose_name = "rounds"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the worker go on where a service left off."""
        from levend.audit.queries.sources import add_text_source
        from levend.jobs.events import subscribe
        from levend.rounds import tasks  # noqa: F401

        for name in ("round_opened", "round_reopened", "round_schools_added"):
            subscribe(name, "levend.rounds.tasks.go_on")
        subscribe("round_school_opened", "levend.rounds.tasks.tell_of_round")
        subscribe("round_school_extended", "levend.rounds.tasks.tell_school")
        subscribe("round_consortium_extended", "levend.rounds.tasks.tell_consortium")
        subscribe("round_dates_moved", "levend.rounds.tasks.tell_dates")
        subscribe("support_switched", "levend.rounds.tasks.count_region")
        add_text_source("levend.rounds.queries.passages.text_places")
        subscribe("profile_submitted", "levend.rounds.tasks.measure_burden")
