"""What regions decide about the catalogue: settings and their own kinds of support."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0003_public_contacts"),
    ]

    operations = [
        migrations.CreateModel(
            name="OwnEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=24, unique=True, verbose_name="code")),
                ("domain", models.CharField(max_length=24, verbose_name="domein")),
                ("nl", models.CharField(max_length=90, verbose_name="naam")),
                ("plain", models.CharField(max_length=90, verbose_name="naam voor ouders")),
                ("en", models.CharField(max_length=90, verbose_name="naam in het Engels")),
                ("added_by", models.CharField(max_length=80)),
                ("added_at", models.DateTimeField()),
                ("closed_by", models.CharField(blank=True, max_length=80)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("successor", models.CharField(blank=True, max_length=24)),
                (
                    "consortium",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="own_entries",
                        to="organisations.consortium",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "own entries",
                "ordering": ["consortium_id", "code"],
                "constraints": [
                    models.UniqueConstraint(fields=("consortium", "nl"), name="own_entry_name_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("domain", ""), _negated=True),
                            models.Q(("nl", ""), _negated=True),
                            models.Q(("plain", ""), _negated=True),
                            models.Q(("en", ""), _negated=True),
                            models.Q(("added_by", ""), _negated=True),
                        ),
                        name="own_entry_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", ""), ("successor", "")),
                            models.Q(
                                ("closed_at__isnull", False), models.Q(("closed_by", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="own_entry_closed_by_someone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RegionalSetting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=24)),
                ("in_basic_support", models.BooleanField(default=False)),
                ("in_national_norm", models.BooleanField(default=False)),
                ("switched_off", models.BooleanField(default=False)),
                ("changed_by", models.CharField(max_length=80)),
                ("changed_at", models.DateTimeField()),
                (
                    "consortium",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="catalogue_settings",
                        to="organisations.consortium",
                    ),
                ),
            ],
            options={
                "ordering": ["consortium_id", "code"],
                "constraints": [
                    models.UniqueConstraint(fields=("consortium", "code"), name="one_setting_per_code"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("switched_off", False), ("in_basic_support", False), _connector="OR"
                        ),
                        name="what_is_agreed_is_not_switched_off",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code", ""), _negated=True), models.Q(("changed_by", ""), _negated=True)
                        ),
                        name="setting_says_what_and_who",
                    ),
                ],
            },
        ),
    ]
