"""A revision may come from a form that was filled in."""

from django.db import migrations, models

from levend.audit.immutable import refuse_changes

KINDS = [
    ("saved", "opgeslagen"),
    ("set_aside", "terzijde gelegd"),
    ("carried", "van vorige keer"),
    ("confirmed", "klopt nog"),
    ("by_chapter", "klopt nog, met het hele hoofdstuk"),
    ("dropped", "vervalt"),
    ("paper", "uit een ingevuld pdf"),
]


class Migration(migrations.Migration):
    dependencies = [("profiles", "0004_several_hands")]

    operations = [
        migrations.RemoveConstraint(model_name="answerrevision", name="revision_kind"),
        migrations.AlterField(
            model_name="answerrevision",
            name="kind",
            field=models.CharField(choices=KINDS, default="saved", max_length=10),
        ),
        migrations.AddConstraint(
            model_name="answerrevision",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", [kind for kind, _words in KINDS])), name="revision_kind"
            ),
        ),
        refuse_changes("profiles_answerrevision"),
    ]
