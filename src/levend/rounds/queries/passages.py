"""Every text that somebody wrote about a school in a round, or between a school and its consortium."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from levend.audit.queries.texts import TextPlace
from levend.rounds.models import HelpRequest, QuestionLetter, RoundEntry, SchoolQuestion, SurveyAnswer


def text_places(location_id: int, profile_ids: Iterable[int]) -> tuple[TextPlace, ...]:
    """The tables and fields that hold words about this location. Names of who acted are no words: they stay."""
    ids = list(profile_ids)
    return (
        TextPlace(
            _("bericht met vragen aan de school"),
            QuestionLetter.objects.filter(case__profile_id__in=ids),
            ("words",),
        ),
        TextPlace(
            _("vraag aan de school en het antwoord"),
            SchoolQuestion.objects.filter(letter__case__profile_id__in=ids),
            ("text", "answer"),
        ),
        TextPlace(_("vraag van de school"), HelpRequest.objects.filter(location_id=location_id), ("text",)),
        TextPlace(
            _("wat de school van het format vond"),
            SurveyAnswer.objects.filter(location_id=location_id),
            ("words",),
        ),
        TextPlace(
            _("reden voor uitstel"),
            RoundEntry.objects.filter(location_id=location_id),
            ("extension_reason", "outcome_reason"),
        ),
    )
