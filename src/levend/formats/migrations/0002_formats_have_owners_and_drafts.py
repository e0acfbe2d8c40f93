"""A format belongs to who keeps it, and is changed as a draft of which every revision stays."""

import django.db.models.deletion
from django.db import migrations, models

from levend.audit.immutable import refuse_changes


class Migration(migrations.Migration):
    dependencies = [
        ("formats", "0001_initial"),
        ("organisations", "0003_public_contacts"),
    ]

    operations = [
        migrations.CreateModel(
            name="DraftRevision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("shows", models.PositiveIntegerField()),
                ("body", models.TextField()),
                (
                    "change",
                    models.CharField(
                        choices=[
                            ("begun", "Begonnen"),
                            ("head_changed", "Titel en uitleg gewijzigd"),
                            ("chapter_added", "Hoofdstuk toegevoegd"),
                            ("chapter_changed", "Hoofdstuk gewijzigd"),
                            ("chapter_moved", "Hoofdstuk verplaatst"),
                            ("chapter_removed", "Hoofdstuk weggehaald"),
                            ("item_added", "Toegevoegd"),
                            ("item_changed", "Gewijzigd"),
                            ("item_moved", "Verplaatst"),
                            ("item_removed", "Weggehaald"),
                            ("condition_changed", "Voorwaarde gewijzigd"),
                            ("imported", "Bestand ingelezen"),
                            ("undone", "Ongedaan gemaakt"),
                        ],
                        max_length=20,
                    ),
                ),
                ("about", models.CharField(blank=True, max_length=500)),
                ("by", models.CharField(max_length=80)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["draft_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="FormatDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="versie")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "in bewerking"),
                            ("published", "gepubliceerd"),
                            ("discarded", "weggedaan"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1)),
                ("begun_by", models.CharField(max_length=80)),
                ("begun_at", models.DateTimeField()),
                ("closed_by", models.CharField(blank=True, max_length=80)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["format_id", "id"],
            },
        ),
        migrations.AddField(
            model_name="format",
            name="consortium",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="formats",
                to="organisations.consortium",
            ),
        ),
        migrations.AddField(
            model_name="format",
            name="group",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="formats",
                to="organisations.consortiumgroup",
            ),
        ),
        migrations.AddField(
            model_name="format",
            name="school_types",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddConstraint(
            model_name="format",
            constraint=models.CheckConstraint(
                condition=models.Q(("consortium", None), ("group", None), _connector="OR"),
                name="format_belongs_to_one_at_most",
            ),
        ),
        migrations.AddField(
            model_name="formatdraft",
            name="format",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="drafts", to="formats.format"
            ),
        ),
        migrations.AddField(
            model_name="draftrevision",
            name="draft",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="revisions",
                to="formats.formatdraft",
            ),
        ),
        migrations.AddConstraint(
            model_name="formatdraft",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "open")), fields=("format",), name="format_draft_open_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="formatdraft",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("closed_by", ""), ("state", "open")),
                    models.Q(
                        models.Q(("state", "open"), _negated=True),
                        ("closed_at__isnull", False),
                        models.Q(("closed_by", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="format_draft_closed_by_someone",
            ),
        ),
        migrations.AddConstraint(
            model_name="formatdraft",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1), ("revision__gte", 1)),
                name="format_draft_counts_from_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="draftrevision",
            constraint=models.UniqueConstraint(fields=("draft", "number"), name="draft_revision_once"),
        ),
        migrations.AddConstraint(
            model_name="draftrevision",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1), ("shows__gte", 1), ("shows__lte", models.F("number"))),
                name="draft_revision_shows_what_was",
            ),
        ),
        migrations.AddConstraint(
            model_name="draftrevision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("body", ""), _negated=True), models.Q(("by", ""), _negated=True)
                ),
                name="draft_revision_is_whole",
            ),
        ),
        refuse_changes("formats_draftrevision"),
    ]
