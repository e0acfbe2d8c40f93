"""Answers of schools that a consortium brings from elsewhere, and the files that they come from."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("formats", "0002_formats_have_owners_and_drafts"),
        ("organisations", "0005_imports_in_the_background"),
        ("profiles", "0006_figures_fill_in"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BroughtFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("sheet", "spreadsheet"), ("forms", "ingevulde formulieren")], max_length=8
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "wordt gelezen"),
                            ("read", "gelezen"),
                            ("asked", "wordt overgenomen"),
                            ("taken", "overgenomen"),
                        ],
                        max_length=8,
                    ),
                ),
                ("file_name", models.CharField(max_length=255)),
                ("sha256", models.CharField(max_length=64)),
                ("headers", models.JSONField(default=list)),
                ("mapping", models.JSONField(default=dict)),
                ("outcome", models.JSONField(default=dict)),
                ("brought_at", models.DateTimeField()),
                ("brought_by", models.CharField(max_length=40)),
                ("brought_by_name", models.CharField(max_length=120)),
                ("taken_at", models.DateTimeField(blank=True, null=True)),
                ("taken_by", models.CharField(blank=True, max_length=40)),
                ("trouble", models.CharField(blank=True, max_length=300)),
                (
                    "consortium",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="brought_files",
                        to="organisations.consortium",
                    ),
                ),
                (
                    "format_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="formats.formatversion",
                    ),
                ),
            ],
            options={
                "ordering": ["-brought_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="BroughtRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("line", models.PositiveIntegerField()),
                ("code", models.CharField(blank=True, max_length=20)),
                ("cells", models.JSONField()),
                (
                    "brought",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="profiles.broughtfile",
                    ),
                ),
            ],
            options={
                "ordering": ["brought_id", "line"],
            },
        ),
        migrations.CreateModel(
            name="ColumnMapping",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="naam")),
                ("headers_sha256", models.CharField(max_length=64)),
                ("code_column", models.PositiveIntegerField()),
                ("columns", models.JSONField()),
                ("saved_at", models.DateTimeField()),
                ("saved_by", models.CharField(max_length=40)),
                (
                    "consortium",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.consortium",
                    ),
                ),
                (
                    "format",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="formats.format"
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
            },
        ),
        migrations.CreateModel(
            name="FormerAnswers",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=400)),
                ("answers", models.JSONField()),
                ("imported_at", models.DateTimeField()),
                ("imported_by_name", models.CharField(max_length=120)),
                (
                    "brought",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="former_answers",
                        to="profiles.broughtfile",
                    ),
                ),
                (
                    "format_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="formats.formatversion",
                    ),
                ),
                (
                    "imported_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="former_answers",
                        to="organisations.location",
                    ),
                ),
            ],
            options={
                "ordering": ["location_id", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="broughtfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["reading", "read"]), ("taken_at", None), ("taken_by", "")),
                    models.Q(
                        ("state", "asked"), ("taken_at", None), models.Q(("taken_by", ""), _negated=True)
                    ),
                    models.Q(
                        ("state", "taken"),
                        ("taken_at__isnull", False),
                        models.Q(("taken_by", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="brought_file_taken_by_somebody_some_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="broughtrow",
            constraint=models.UniqueConstraint(
                fields=("brought", "line"), name="one_row_a_line_of_a_brought_file"
            ),
        ),
        migrations.AddConstraint(
            model_name="columnmapping",
            constraint=models.UniqueConstraint(
                fields=("consortium", "format", "name"), name="one_mapping_of_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="columnmapping",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="mapping_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="formeranswers",
            constraint=models.UniqueConstraint(
                fields=("location", "brought"), name="former_answers_once_a_file"
            ),
        ),
        migrations.AddConstraint(
            model_name="formeranswers",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", ""), _negated=True), name="former_answers_say_their_source"
            ),
        ),
    ]
