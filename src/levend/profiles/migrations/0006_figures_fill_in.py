"""A profile has the day of its key figures, and a revision may come from them. What stands beside an answer is kept with
the answers, under a key that is longer than a question's."""

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
    ("figure", "ingevuld uit open data"),
]


class Migration(migrations.Migration):
    dependencies = [("profiles", "0005_answers_from_paper")]

    operations = [
        migrations.AddField(
            model_name="supportprofile",
            name="reference_date",
            field=models.DateField(blank=True, null=True, verbose_name="teldatum"),
        ),
        migrations.AlterField(
            model_name="answer", name="question_key", field=models.CharField(max_length=80)
        ),
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
