"""Key figures of locations."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0003_public_contacts"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeyFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="soort kengetal")),
                (
                    "value",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=12, null=True, verbose_name="waarde"
                    ),
                ),
                ("is_under_five", models.BooleanField(default=False, verbose_name="minder dan 5")),
                ("reference_date", models.DateField(verbose_name="teldatum")),
                ("source", models.CharField(max_length=40, verbose_name="bron")),
                (
                    "source_detail",
                    models.CharField(blank=True, max_length=200, verbose_name="waar het staat"),
                ),
                ("imported_at", models.DateTimeField()),
                ("superseded_at", models.DateTimeField(blank=True, null=True)),
                (
                    "location",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="key_figures",
                        to="organisations.location",
                    ),
                ),
            ],
            options={
                "ordering": ["location_id", "kind", "-reference_date", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at", None)),
                        fields=("location", "kind", "reference_date", "source"),
                        name="one_figure_per_day_and_source",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_under_five", True), ("value__isnull", True)),
                            models.Q(("is_under_five", False), ("value__isnull", False)),
                            _connector="OR",
                        ),
                        name="figure_is_known_or_hidden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("value__isnull", True), ("value__gte", 0), _connector="OR"),
                        name="figure_is_not_negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True), name="figure_has_a_source"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_at", None),
                            ("superseded_at__gte", models.F("imported_at")),
                            _connector="OR",
                        ),
                        name="figure_gave_way_after_it_came",
                    ),
                ],
            },
        ),
    ]
