"""How full each profile of a round is, for lists; the worker counts what is there."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("adoption", "0003_confirmed_places_unchanged_texts_examples"),
        ("organisations", "0004_registers_from_open_data"),
        ("rounds", "0002_reminder_schedule"),
    ]

    operations = [
        migrations.AddField(
            model_name="roundentry",
            name="answered",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="roundentry",
            name="asked",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="roundentry",
            name="counted_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="roundentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered", None), ("asked", None), ("counted_at", None)),
                    models.Q(
                        ("answered__lte", models.F("asked")),
                        ("case__isnull", False),
                        ("counted_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="entry_count_is_whole",
            ),
        ),
    ]
