"""Several hands on one profile: remarks, co-readers by a link, chapters given to people, a concept that is shared."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("profiles", "0003_answers_stand_against_last_time"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CoReader",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("parent", "ouder"),
                            ("pupil", "leerling"),
                            ("team", "teamlid"),
                            ("other", "iemand anders"),
                        ],
                        max_length=10,
                    ),
                ),
                ("may_remark", models.BooleanField(default=True)),
                ("token_sha256", models.CharField(max_length=64, unique=True)),
                ("valid_days", models.PositiveSmallIntegerField()),
                ("expires_on", models.DateField()),
                ("created_at", models.DateTimeField()),
                ("created_by_name", models.CharField(max_length=120)),
                ("days_used", models.PositiveIntegerField(default=0)),
                ("last_used_on", models.DateField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_by_name", models.CharField(blank=True, max_length=120)),
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
                    "ended_by",
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
                        related_name="co_readers",
                        to="profiles.supportprofile",
                    ),
                ),
            ],
            options={
                "ordering": ["profile_id", "-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("school", "school"),
                            ("reader", "leest mee"),
                            ("consortium", "samenwerkingsverband"),
                        ],
                        max_length=10,
                    ),
                ),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                ("corrected_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
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
                (
                    "by_link",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="profiles.coreader",
                    ),
                ),
            ],
            options={
                "ordering": ["thread_id", "id"],
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "remark",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="profiles.remark",
                    ),
                ),
            ],
            options={
                "ordering": ["remark_id", "id"],
            },
        ),
        migrations.CreateModel(
            name="RemarkThread",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chapter_key", models.CharField(max_length=60)),
                ("question_key", models.CharField(blank=True, max_length=60)),
                ("for_readers", models.BooleanField(default=False)),
                ("for_consortium", models.BooleanField(default=False)),
                ("begun_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("resolved", "opgelost"), ("dropped", "vervallen")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("state_at", models.DateTimeField()),
                ("state_by_name", models.CharField(max_length=120)),
                (
                    "begun_by_link",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="threads",
                        to="profiles.coreader",
                    ),
                ),
                (
                    "profile",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="threads",
                        to="profiles.supportprofile",
                    ),
                ),
                (
                    "state_by",
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
                "ordering": ["profile_id", "id"],
            },
        ),
        migrations.AddField(
            model_name="remark",
            name="thread",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="remarks",
                to="profiles.remarkthread",
            ),
        ),
        migrations.CreateModel(
            name="ChapterOwner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chapter_key", models.CharField(max_length=60)),
                ("ready_by", models.DateField(blank=True, null=True)),
                ("given_at", models.DateTimeField()),
                ("given_by_name", models.CharField(max_length=120)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_by_name", models.CharField(blank=True, max_length=120)),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "given_by",
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
                        related_name="chapter_owners",
                        to="profiles.supportprofile",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["profile_id", "chapter_key", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("profile", "chapter_key", "user"),
                        name="chapter_given_once_to_each",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None), ("ended_by_name", "")),
                            models.Q(
                                ("ended_at__isnull", False), models.Q(("ended_by_name", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="chapter_owner_end_is_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConceptShare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("shared_at", models.DateTimeField()),
                ("shared_by_name", models.CharField(max_length=120)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_by_name", models.CharField(blank=True, max_length=120)),
                (
                    "ended_by",
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
                        related_name="concept_shares",
                        to="profiles.supportprofile",
                    ),
                ),
                (
                    "shared_by",
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
                "ordering": ["profile_id", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("profile",),
                        name="concept_shared_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None), ("ended_by_name", "")),
                            models.Q(
                                ("ended_at__isnull", False), models.Q(("ended_by_name", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="concept_share_end_is_whole",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="coreader",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_days__gte", 1), ("valid_days__lte", 60)), name="co_reader_days"
            ),
        ),
        migrations.AddConstraint(
            model_name="coreader",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(django.db.models.functions.text.Length("token_sha256"), 64)
                ),
                name="co_reader_hash",
            ),
        ),
        migrations.AddConstraint(
            model_name="coreader",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["parent", "pupil", "team", "other"])), name="co_reader_kind"
            ),
        ),
        migrations.AddConstraint(
            model_name="coreader",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("days_used", 0), ("last_used_on", None)),
                    models.Q(("days_used__gte", 1), ("last_used_on__isnull", False)),
                    _connector="OR",
                ),
                name="co_reader_use_has_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="coreader",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None), ("ended_by_name", "")),
                    models.Q(("ended_at__isnull", False), models.Q(("ended_by_name", ""), _negated=True)),
                    _connector="OR",
                ),
                name="co_reader_end_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.UniqueConstraint(fields=("remark", "user"), name="told_once_of_each_remark"),
        ),
        migrations.AddIndex(
            model_name="remarkthread",
            index=models.Index(fields=["profile", "chapter_key"], name="profiles_re_profile_e05cbf_idx"),
        ),
        migrations.AddConstraint(
            model_name="remarkthread",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["open", "resolved", "dropped"])), name="thread_state"
            ),
        ),
        migrations.AddConstraint(
            model_name="remarkthread",
            constraint=models.CheckConstraint(
                condition=models.Q(("state_by_name", ""), _negated=True), name="thread_state_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at", None), models.Q(("text", ""), _negated=True)),
                    models.Q(("text", ""), ("withdrawn_at__isnull", False)),
                    _connector="OR",
                ),
                name="remark_has_words_until_withdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("by", None), ("by_link__isnull", False), ("side", "reader")),
                    models.Q(
                        models.Q(("side", "reader"), _negated=True),
                        ("by_link", None),
                        ("side__in", ["school", "reader", "consortium"]),
                    ),
                    _connector="OR",
                ),
                name="remark_has_one_author",
            ),
        ),
    ]
