"""A folder of filled forms has no one format: each form says its own."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("formats", "0002_formats_have_owners_and_drafts"),
        ("profiles", "0007_answers_brought_from_elsewhere"),
    ]

    operations = [
        migrations.AlterField(
            model_name="broughtfile",
            name="format_version",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="formats.formatversion",
            ),
        ),
        migrations.AddConstraint(
            model_name="broughtfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("format_version__isnull", False), ("kind", "sheet")),
                    models.Q(("format_version", None), ("kind", "forms")),
                    _connector="OR",
                ),
                name="brought_sheet_has_one_format",
            ),
        ),
    ]
