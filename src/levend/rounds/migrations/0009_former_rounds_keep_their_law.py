"""Rounds of before keep what they have: each consortium's own regime of the day on which the round opened.

What stood in `regime` was chosen by nobody: it only said by which regime milestones had been counted.
"""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def keep(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    rounds = apps.get_model("rounds", "CollectionRound").objects.using(schema_editor.connection.alias)
    rounds.exclude(regime="").update(regime="")
    rounds.exclude(state="draft").filter(regime_on=None).update(regime_on=models.F("opens_on"))


class Migration(migrations.Migration):
    dependencies = [("rounds", "0008_rounds_keep_the_day_of_their_law")]

    operations = [migrations.RunPython(keep, migrations.RunPython.noop, elidable=True)]
