"""Begin a profile with the figures that are known of its location."""

from levend.accounts.actor import Actor
from levend.core import clock
from levend.formats.engine.answers import parse_value
from levend.formats.engine.extra import figure_codes
from levend.formats.engine.values import Value, ValueFault
from levend.formats.queries import definition_of
from levend.profiles.enums import RevisionKind
from levend.profiles.models import Answer, AnswerRevision, SupportProfile
from levend.profiles.queries.facts import facts_of


def figures_for(profile: SupportProfile) -> dict[str, Value]:
    """The answers that the figures of the profile's reference date give, by question. A hidden count gives none, and
    neither does a number that the question cannot take."""
    facts, definition = facts_of(profile), definition_of(profile.format_version_id)
    found: dict[str, Value] = {}
    for key, code in figure_codes(definition).items():
        if code in facts and facts[code].value is not None:
            try:
                found[key] = parse_value(definition.question(key), facts[code].value)
            except ValueFault:
                continue
    return found


def fill_figures(actor: Actor, profile: SupportProfile, figures: dict[str, Value]) -> int:
    """Write these as the first answers to their questions; how many. The source counted, nobody has to confirm it."""
    at = clock.now()
    answers = Answer.objects.bulk_create(
        Answer(
            profile=profile,
            question_key=key,
            value=value,
            revision=1,
            updated_by_id=actor.user_id,
            updated_by_name=actor.name,
            updated_at=at,
        )
        for key, value in figures.items()
    )
    AnswerRevision.objects.bulk_create(
        AnswerRevision(
            answer=answer,
            number=1,
            kind=RevisionKind.FIGURE,
            value=answer.value,
            by_id=actor.user_id,
            by_name=actor.name,
            at=at,
        )
        for answer in answers
    )
    return len(answers)
