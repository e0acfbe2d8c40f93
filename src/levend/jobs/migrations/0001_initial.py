"""Events, signs of life and slots of recurring work."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
                ("ids", models.JSONField(default=dict)),
                ("at", models.DateTimeField(db_index=True)),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                ("worker_id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("worker_id",),
            },
        ),
        migrations.CreateModel(
            name="CronSlot",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                ("slot", models.DateTimeField()),
            ],
            options={
                "ordering": ("name", "slot"),
                "constraints": [models.UniqueConstraint(fields=("name", "slot"), name="jobs_cron_slot_once")],
            },
        ),
    ]
