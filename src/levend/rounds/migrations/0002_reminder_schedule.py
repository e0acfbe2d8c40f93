"""When the schools of a round are reminded."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("rounds", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReminderSchedule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_on", models.BooleanField(default=True)),
                ("before", models.JSONField(default=list)),
                ("after", models.PositiveSmallIntegerField(default=1)),
                ("every", models.PositiveSmallIntegerField(default=14)),
                (
                    "round",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminder_schedule",
                        to="rounds.collectionround",
                    ),
                ),
            ],
            options={
                "ordering": ["round_id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("every", 0), ("after__gt", 0), _connector="OR"),
                        name="repeating_needs_a_first_time",
                    )
                ],
            },
        ),
    ]
