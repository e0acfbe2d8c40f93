from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def add_days(apps: Apps, schema_editor: BaseDatabaseSchemaEditor | None) -> None:
    """Letters of before say no day; without the field they could not be sent nor shown any more."""
    message = apps.get_model("notifications", "OutboxMessage")
    for row in message.objects.filter(template="correction_asked").iterator():
        if "due_on" not in row.context:
            row.context["due_on"] = ""
            row.save(update_fields=["context"])


class Migration(migrations.Migration):
    """The letter that asks for a correction names the day by which it is asked."""

    dependencies = [("notifications", "0002_attempts_answers_digests")]

    operations = [migrations.RunPython(add_days, migrations.RunPython.noop)]
