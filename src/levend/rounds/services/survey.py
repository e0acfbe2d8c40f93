"""Five questions to a school about the format, after a round."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import Invalid
from levend.core.plaintext import clean
from levend.rounds.models import CollectionRound, SurveyAnswer
from levend.rounds.models.survey import RATINGS
from levend.rounds.queries.survey import survey_of

WORDS_MAX = 2_000


@transaction.atomic
def answer_survey(
    *, actor: Actor, location_code: str, ratings: Mapping[str, int], words: str = ""
) -> SurveyAnswer:
    """Keep what a school thinks of the format: a number from 1 to 5 for each of `RATINGS`, and words; the first holds.

    Raises `NotFound` where nothing is asked, `NotAllowed`, `Invalid`.
    """
    page = survey_of(actor, location_code)
    page.may_answer.require()
    CollectionRound.objects.select_for_update(of=("self",)).get(pk=page.round_id)
    known = SurveyAnswer.objects.filter(round_id=page.round_id, location_id=page.location_id).first()
    if known is not None:
        return known  # a second click changes nothing
    missing = _("Kies een van de vijf mogelijkheden.")
    faults = {name: missing for name in RATINGS if ratings.get(name) not in range(1, 6)}
    if faults:
        raise Invalid(_("Niet elke vraag is beantwoord."), faults)
    made = SurveyAnswer.objects.create(
        round_id=page.round_id,
        location_id=page.location_id,
        **{name: ratings[name] for name in RATINGS},
        words=clean(words, max_length=WORDS_MAX),
        at=clock.now(),
        by_ref=actor.ref,
        by_name=actor.name,
    )
    record(
        actor=actor,
        event="survey_answered",
        subject=f"round:{page.round_id}",
        data={"location": page.location_id},
    )
    return made
