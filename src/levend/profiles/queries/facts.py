"""The figures that a profile is filled in with, and what is still to be answered or explained."""

from datetime import date

from levend.catalogue.queries import switched_off
from levend.formats.engine.beside import Fact, Facts, beside, without_reason
from levend.formats.engine.completeness import Missing, missing
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.extra import PUPILS, extra_questions, is_told, reason_key
from levend.formats.engine.values import Answers
from levend.keyfigures.queries import figures_on
from levend.organisations.models import Location
from levend.profiles.models import SupportProfile


def facts_of(profile: SupportProfile) -> dict[str, Fact]:
    """By code the newest that was counted on or before the profile's reference date, each with its own day (one query;
    none for a profile without such a date). What was counted later is no figure of this profile."""
    if profile.reference_date is None:
        return {}
    found = figures_on([profile.location_id], profile.reference_date)
    return {
        code: Fact(figure.source, figure.reference_date.isoformat(), figure.value)
        for code, figure in found.get(profile.location_id, {}).items()
    }


def own_facts(location: Location, facts: Facts, *, until: date | None = None) -> dict[str, object]:
    """What the register says of the location alone; the number of pupils by its source where there is one.

    With `until`, a reference date, a number that was counted later is left out.
    """
    counted_on = location.pupils_on.isoformat() if location.pupils_on else None
    pupils: float | None = location.pupils
    if until is not None and location.pupils_on is not None and location.pupils_on > until:
        pupils = counted_on = None
    if PUPILS in facts:
        pupils = facts[PUPILS].value
        counted_on = None if pupils is None else facts[PUPILS].on
    fields: dict[str, object] = {
        "code": location.code,
        "name": location.name,
        "street": location.street,
        "postcode": location.postcode,
        "city": location.city,
        "municipality": location.municipality,
        "school_type": location.school_type,
        "pupils": pupils,
        "pupils_on": counted_on,
    }
    return {key: value for key, value in fields.items() if value not in (None, "")}


def still_missing(
    profile: SupportProfile, definition: FormatDefinition, answers: Answers
) -> tuple[Missing, ...]:
    """What must be answered before advice, then where the school says something else than a source and not yet why."""
    unanswered = missing(definition, answers, switched_off(profile.consortium_id))
    facts = facts_of(profile)
    if not facts and not is_told(answers):
        return unanswered
    found = beside(
        definition, answers, facts, own_facts(profile.location, facts, until=profile.reference_date)
    )
    unexplained = {reason_key(key) for key in without_reason(found, answers)}
    return unanswered + tuple(
        Missing(question, chapter)
        for chapter in definition.chapters
        for key, question in extra_questions(definition, chapter).items()
        if key in unexplained
    )
