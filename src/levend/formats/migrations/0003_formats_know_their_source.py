"""A format knows out of which published version it was made; written once."""

import django.db.models.deletion
from django.db import migrations, models

from levend.audit.immutable import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("formats", "0002_formats_have_owners_and_drafts")]

    operations = [
        migrations.CreateModel(
            name="FormatSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "format",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="source",
                        to="formats.format",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="formats.formatversion",
                    ),
                ),
            ],
            options={"ordering": ["format_id"]},
        ),
        refuse_changes("formats_formatsource"),
    ]
