"""A round that was opened says of which day its law is."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rounds", "0009_former_rounds_keep_their_law")]

    operations = [
        migrations.AddConstraint(
            model_name="collectionround",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "draft"), ("regime_on__isnull", False), _connector="OR"),
                name="open_round_has_a_law",
            ),
        ),
    ]
