"""Numbers of pupils from one to four that a file had as a number are hidden, like those that the source hides."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def hide(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    figures = apps.get_model("keyfigures", "KeyFigure").objects.using(schema_editor.connection.alias)
    figures.filter(kind="KG-LL", value__gt=0, value__lt=5).update(value=None, is_under_five=True)


class Migration(migrations.Migration):
    dependencies = [("keyfigures", "0001_initial")]

    operations = [migrations.RunPython(hide, migrations.RunPython.noop, elidable=True)]
