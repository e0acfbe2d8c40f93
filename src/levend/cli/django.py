"""For commands that need the database."""

import django


def start_django(*, migrate: bool = True) -> None:
    """Set Django up; make or migrate the embedded database, so that a command works on a fresh machine."""
    from levend.config.sqlite import use_bundled_sqlite

    use_bundled_sqlite()
    django.setup()
    if migrate:
        from django.conf import settings
        from django.core.management import call_command

        if settings.IS_SQLITE:
            settings.LEVEND_DATA.mkdir(parents=True, exist_ok=True)
            call_command("migrate", verbosity=0, interactive=False)
            call_command("createcachetable", verbosity=0)
