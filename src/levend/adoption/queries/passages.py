"""Every text that somebody wrote on the way through the chain."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from levend.adoption.models import (
    Adoption,
    Advice,
    AdviceCondition,
    CaseStep,
    GoodExample,
    PaperRecord,
    Submission,
)
from levend.audit.queries.texts import TextPlace


def text_places(profile_ids: Iterable[int]) -> tuple[TextPlace, ...]:
    """The tables and fields that hold words, for these profiles. Names of who acted are no words: they stay."""
    ids = list(profile_ids)
    return (
        TextPlace(_("woorden bij een stap"), CaseStep.objects.filter(case__profile_id__in=ids), ("words",)),
        TextPlace(_("advies van de raad"), Advice.objects.filter(case__profile_id__in=ids), ("words",)),
        TextPlace(
            _("voorwaarde van de raad en het antwoord"),
            AdviceCondition.objects.filter(advice__case__profile_id__in=ids),
            ("text", "explanation"),
        ),
        TextPlace(
            _("uitleg van het bestuur"),
            Adoption.objects.filter(case__profile_id__in=ids),
            ("deviation_explanation", "withdrawal_reason"),
        ),
        TextPlace(
            _("verklaring en correctie"),
            Submission.objects.filter(case__profile_id__in=ids),
            ("declared_function", "correction_reason"),
        ),
        TextPlace(_("goed voorbeeld"), GoodExample.objects.filter(case__profile_id__in=ids), ("passage",)),
        TextPlace(
            _("brief of notulen"),
            PaperRecord.objects.filter(case__profile_id__in=ids),
            ("file_name", "objection"),
        ),
    )
