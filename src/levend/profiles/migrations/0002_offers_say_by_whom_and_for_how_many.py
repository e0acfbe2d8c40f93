"""Who gives an offer, for how many pupils, and offers that are planned."""

from django.db import migrations, models

from levend.audit.immutable import refuse_changes


class Migration(migrations.Migration):
    dependencies = [
        ("profiles", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="offer",
            name="offer_state",
        ),
        migrations.AddField(
            model_name="offer",
            name="by_board",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="offer",
            name="by_consortium",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="offer",
            name="by_own",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="offer",
            name="by_partner",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="offer",
            name="capacity",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["in-place", "in-development", "planned"])),
                name="offer_state",
            ),
        ),
        refuse_changes("profiles_offer"),
    ]
