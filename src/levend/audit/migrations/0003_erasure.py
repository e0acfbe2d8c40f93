"""Taking personal data out of what was kept."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_auditlink"),
    ]

    operations = [
        migrations.CreateModel(
            name="Erasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=32, unique=True)),
                ("subject", models.CharField(max_length=120)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "wacht op bevestiging"),
                            ("confirmed", "gewist"),
                            ("withdrawn", "niet doorgegaan"),
                        ],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("passage", models.TextField(blank=True)),
                ("why", models.TextField()),
                ("papers", models.JSONField(default=list)),
                ("asked_at", models.DateTimeField()),
                ("asked_by_ref", models.CharField(max_length=60)),
                ("asked_by_name", models.CharField(max_length=120)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("closed_by_ref", models.CharField(blank=True, max_length=60)),
                ("closed_by_name", models.CharField(blank=True, max_length=120)),
                ("places", models.PositiveIntegerField(default=0)),
                ("length", models.PositiveIntegerField(default=0)),
                ("salt", models.CharField(blank=True, max_length=32)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("key_id", models.CharField(blank=True, max_length=8)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ("-id",),
                "indexes": [models.Index(fields=["subject", "id"], name="audit_erasure_subject")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "asked"), models.Q(("passage", ""), _negated=True)),
                            models.Q(models.Q(("state", "asked"), _negated=True), ("passage", "")),
                            _connector="OR",
                        ),
                        name="erasure_keeps_its_passage_until_decided",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", True),
                                ("closed_by_ref", ""),
                                ("done_at__isnull", True),
                                ("state", "asked"),
                            ),
                            models.Q(
                                models.Q(("state", "asked"), _negated=True),
                                ("closed_at__isnull", False),
                                models.Q(("closed_by_ref", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="erasure_decided_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "confirmed"), _negated=True),
                            models.Q(("asked_by_ref", models.F("closed_by_ref")), _negated=True),
                            _connector="OR",
                        ),
                        name="erasure_confirmed_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "confirmed"),
                                models.Q(("digest", ""), _negated=True),
                                ("length__gte", 1),
                            ),
                            models.Q(
                                models.Q(("state", "confirmed"), _negated=True),
                                ("digest", ""),
                                ("done_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="erasure_confirmed_has_a_fingerprint",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "asked")),
                        fields=("subject",),
                        name="one_open_erasure_per_subject",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ErasedHash",
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
                        choices=[
                            ("content", "vastgezette tekst"),
                            ("artefact", "document"),
                            ("paper", "brief of notulen"),
                        ],
                        max_length=10,
                    ),
                ),
                ("old_sha256", models.CharField(max_length=64)),
                ("new_sha256", models.CharField(blank=True, max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "erasure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hashes", to="audit.erasure"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "indexes": [models.Index(fields=["old_sha256"], name="audit_erased_hash")],
                "constraints": [
                    models.UniqueConstraint(fields=("erasure", "kind", "old_sha256"), name="hash_erased_once")
                ],
            },
        ),
    ]
