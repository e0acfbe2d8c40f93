"""A profile starts from the version before it: where each answer stands against it, and who had it in view."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from levend.audit.immutable import refuse_changes


class Migration(migrations.Migration):
    dependencies = [
        ("profiles", "0002_offers_say_by_whom_and_for_how_many"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SeenAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revision", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["answer_id", "by_id"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="answerrevision",
            name="one_saved_revision_per_number",
        ),
        migrations.RemoveConstraint(
            model_name="answerrevision",
            name="revision_kind",
        ),
        migrations.AddField(
            model_name="answer",
            name="standing",
            field=models.CharField(
                choices=[
                    ("new", "nieuw"),
                    ("carried", "nog niet bekeken"),
                    ("confirmed", "klopt nog"),
                    ("by_chapter", "klopt nog, met het hele hoofdstuk"),
                    ("changed", "gewijzigd"),
                    ("dropped", "vervalt"),
                ],
                db_default="new",
                default="new",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="supportprofile",
            name="carried_from",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="profiles.profilesnapshot",
            ),
        ),
        migrations.AlterField(
            model_name="answerrevision",
            name="kind",
            field=models.CharField(
                choices=[
                    ("saved", "opgeslagen"),
                    ("set_aside", "terzijde gelegd"),
                    ("carried", "van vorige keer"),
                    ("confirmed", "klopt nog"),
                    ("by_chapter", "klopt nog, met het hele hoofdstuk"),
                    ("dropped", "vervalt"),
                ],
                default="saved",
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("standing__in", ["new", "carried", "confirmed", "by_chapter", "changed", "dropped"])
                ),
                name="answer_standing",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("standing", "dropped"), _negated=True), ("value__isnull", True), _connector="OR"
                ),
                name="dropped_is_empty",
            ),
        ),
        migrations.AddConstraint(
            model_name="answerrevision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "set_aside"), _negated=True),
                fields=("answer", "number"),
                name="one_revision_per_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="answerrevision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["saved", "set_aside", "carried", "confirmed", "by_chapter", "dropped"])
                ),
                name="revision_kind",
            ),
        ),
        migrations.AddField(
            model_name="seenanswer",
            name="answer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="seen", to="profiles.answer"
            ),
        ),
        migrations.AddField(
            model_name="seenanswer",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="seenanswer",
            constraint=models.UniqueConstraint(fields=("answer", "by"), name="seen_once_by_each"),
        ),
        migrations.AddConstraint(
            model_name="seenanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("revision__gte", 1)), name="seen_has_a_revision"
            ),
        ),
        refuse_changes("profiles_answerrevision"),
    ]
