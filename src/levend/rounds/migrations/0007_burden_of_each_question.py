"""What became of the answer to each question, and how long people wrote at it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rounds", "0006_calendar_links")]

    operations = [
        migrations.RemoveConstraint(model_name="questionburden", name="question_burden_is_something"),
        migrations.AddField(
            model_name="questionburden",
            name="became",
            field=models.CharField(
                blank=True,
                choices=[
                    ("confirmed", "bevestigd"),
                    ("changed", "gewijzigd"),
                    ("new", "nieuw geschreven"),
                    ("dropped", "vervallen"),
                    ("unlooked", "overgenomen zonder te bekijken"),
                    ("empty", "leeg gelaten"),
                ],
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="questionburden",
            name="seconds",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name="questionburden",
            index=models.Index(fields=["question_key"], name="question_burden_by_key"),
        ),
        migrations.AddConstraint(
            model_name="questionburden",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("became", ""), _negated=True),
                    ("left_empty", True),
                    ("sittings__gt", 0),
                    ("personal_data__gt", 0),
                    ("raised__gt", 0),
                    ("conflicts__gt", 0),
                    ("remarks__gt", 0),
                    _connector="OR",
                ),
                name="question_burden_is_something",
            ),
        ),
    ]
