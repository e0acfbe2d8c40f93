"""Profiles, their answers with every revision, and what is frozen: the database keeps the last four as written."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models

from levend.audit.immutable import refuse_changes


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("audit", "0001_initial"),
        ("formats", "0001_initial"),
        ("organisations", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FrozenContent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("body", models.TextField()),
                ("frozen_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["profile_id", "id"],
            },
        ),
        migrations.CreateModel(
            name="SupportProfile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("school_year", models.CharField(max_length=9, verbose_name="schooljaar")),
                ("created_at", models.DateTimeField()),
                ("locked_sha256", models.CharField(blank=True, default="", max_length=64)),
                ("locked_at", models.DateTimeField(blank=True, null=True)),
                ("locked_by_name", models.CharField(blank=True, default="", max_length=120)),
                (
                    "consortium",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="profiles",
                        to="organisations.consortium",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "format_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="profiles",
                        to="formats.formatversion",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="profiles",
                        to="organisations.location",
                    ),
                ),
            ],
            options={
                "ordering": ["location_id", "-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ProfileSnapshot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("frozen_at", models.DateTimeField()),
                (
                    "content",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="snapshot",
                        to="profiles.frozencontent",
                    ),
                ),
                (
                    "profile",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="snapshots",
                        to="profiles.supportprofile",
                    ),
                ),
            ],
            options={
                "ordering": ["profile_id", "id"],
            },
        ),
        migrations.AddField(
            model_name="frozencontent",
            name="profile",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contents",
                to="profiles.supportprofile",
            ),
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("question_key", models.CharField(max_length=60)),
                ("value", models.JSONField(null=True)),
                ("revision", models.PositiveIntegerField()),
                ("updated_by_name", models.CharField(max_length=120)),
                ("updated_at", models.DateTimeField()),
                (
                    "updated_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "profile",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="profiles.supportprofile",
                    ),
                ),
            ],
            options={
                "ordering": ["profile_id", "question_key"],
            },
        ),
        migrations.CreateModel(
            name="AnswerRevision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("saved", "opgeslagen"), ("set_aside", "terzijde gelegd")],
                        default="saved",
                        max_length=10,
                    ),
                ),
                ("value", models.JSONField(null=True)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                ("page", models.CharField(blank=True, max_length=32)),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to="profiles.answer",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["answer_id", "-number", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "saved")),
                        fields=("answer", "number"),
                        name="one_saved_revision_per_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="revision_has_a_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["saved", "set_aside"])), name="revision_kind"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("support_type", models.CharField(max_length=40)),
                ("level", models.CharField(max_length=10)),
                ("state", models.CharField(max_length=16)),
                (
                    "snapshot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offers",
                        to="profiles.profilesnapshot",
                    ),
                ),
            ],
            options={
                "ordering": ["snapshot_id", "support_type", "level"],
                "constraints": [
                    models.UniqueConstraint(fields=("snapshot", "support_type", "level"), name="offer_once"),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["basic", "additional", "extra"])),
                        name="offer_level",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["in-place", "in-development"])), name="offer_state"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="supportprofile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("locked_at", None), ("locked_by_name", ""), ("locked_sha256", "")),
                    models.Q(
                        django.db.models.lookups.Exact(
                            django.db.models.functions.text.Length("locked_sha256"), 64
                        ),
                        ("locked_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="profile_lock_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="supportprofile",
            constraint=models.CheckConstraint(
                condition=models.Q(("school_year", ""), _negated=True), name="profile_has_a_school_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="profilesnapshot",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(django.db.models.functions.text.Length("sha256"), 64)
                ),
                name="snapshot_hash",
            ),
        ),
        migrations.AddConstraint(
            model_name="frozencontent",
            constraint=models.UniqueConstraint(fields=("profile", "sha256"), name="content_frozen_once"),
        ),
        migrations.AddConstraint(
            model_name="frozencontent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(django.db.models.functions.text.Length("sha256"), 64)
                ),
                name="content_hash",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(
                fields=("profile", "question_key"), name="one_answer_per_question"
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(("revision__gte", 1)), name="answer_has_a_revision"
            ),
        ),
        refuse_changes("profiles_answerrevision"),
        refuse_changes("profiles_frozencontent"),
        refuse_changes("profiles_profilesnapshot"),
        refuse_changes("profiles_offer"),
    ]
