"""The day of which the consortia's own regimes hold for a round."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rounds", "0007_burden_of_each_question")]

    operations = [
        migrations.AddField(
            model_name="collectionround",
            name="regime_on",
            field=models.DateField(blank=True, null=True),
        ),
    ]
