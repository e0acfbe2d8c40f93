"""How somebody wants to be reminded."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="reminders",
            field=models.CharField(
                choices=[
                    ("direct", "meteen"),
                    ("weekly", "in één brief per week, op maandag"),
                    ("none", "helemaal niet"),
                ],
                default="direct",
                max_length=10,
            ),
        ),
    ]
