from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "levend.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Take up what people ask for that takes too long to wait for."""
        from levend.jobs.events import subscribe

        subscribe("register_import_asked", "levend.accounts.tasks.on_register_import_asked")
