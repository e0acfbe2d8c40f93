"""Attempts with the answers of the mail server, letters in one digest, and what a letter is about."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="MailAttempt",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("begun", "bezig"),
                            ("accepted", "aangenomen"),
                            ("later", "later opnieuw"),
                            ("refused", "geweigerd"),
                            ("lost", "afgebroken, zonder antwoord"),
                        ],
                        default="begun",
                        max_length=10,
                    ),
                ),
                ("code", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("text", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.AddField(
            model_name="outboxmessage",
            name="about",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="outboxmessage",
            name="answer",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="outboxmessage",
            name="gathered_in",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="gathered",
                to="notifications.outboxmessage",
            ),
        ),
        migrations.AddField(
            model_name="outboxmessage",
            name="next_attempt_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="outboxmessage",
            name="possibly_double",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="outboxmessage",
            name="state",
            field=models.CharField(
                choices=[
                    ("queued", "wacht"),
                    ("sent", "verzonden"),
                    ("failed", "niet verzonden"),
                    ("held", "wacht op de weekbrief"),
                    ("gathered", "in een verzamelbrief"),
                    ("unwanted", "niet gewenst"),
                ],
                default="queued",
                max_length=10,
            ),
        ),
        migrations.AddIndex(
            model_name="outboxmessage",
            index=models.Index(fields=["state", "id"], name="outbox_by_state"),
        ),
        migrations.AddIndex(
            model_name="outboxmessage",
            index=models.Index(fields=["about"], name="outbox_by_about"),
        ),
        migrations.AddIndex(
            model_name="outboxmessage",
            index=models.Index(fields=["to"], name="outbox_by_address"),
        ),
        migrations.AddConstraint(
            model_name="outboxmessage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gathered_in__isnull", False), ("state", "gathered")),
                    models.Q(models.Q(("state", "gathered"), _negated=True), ("gathered_in__isnull", True)),
                    _connector="OR",
                ),
                name="outbox_gathered_has_its_letter",
            ),
        ),
        migrations.AddField(
            model_name="mailattempt",
            name="message",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tries",
                to="notifications.outboxmessage",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailattempt",
            constraint=models.UniqueConstraint(
                condition=models.Q(("result", "begun")), fields=("message",), name="one_attempt_at_a_time"
            ),
        ),
    ]
