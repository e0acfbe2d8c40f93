"""The regimes that consortia choose."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsortiumRegime",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("regime", models.CharField(max_length=40)),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(blank=True, null=True)),
                ("reason", models.TextField()),
                ("chosen_by", models.CharField(max_length=80)),
                ("chosen_at", models.DateTimeField()),
                (
                    "consortium",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regimes",
                        to="organisations.consortium",
                    ),
                ),
            ],
            options={
                "ordering": ("consortium_id", "valid_from"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("consortium", "valid_from"), name="one_regime_starts_a_day"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("valid_until", None)),
                        fields=("consortium",),
                        name="one_open_regime_per_consortium",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until", None),
                            ("valid_until__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="consortium_regime_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("regime", ""), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            models.Q(("chosen_by", ""), _negated=True),
                        ),
                        name="consortium_regime_says_why",
                    ),
                ],
            },
        ),
    ]
