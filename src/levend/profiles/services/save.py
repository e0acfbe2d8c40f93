"""Save one answer, as autosave sends it."""

from django.db import transaction

from levend.accounts.actor import Actor
from levend.core.errors import Invalid, NotFound
from levend.formats.engine.answers import parse_value
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.extra import extra_questions
from levend.formats.engine.values import Value, ValueFault
from levend.formats.queries import definition_with
from levend.profiles import rules
from levend.profiles.locks import lock_shared
from levend.profiles.services.write import Incoming, locked_answers, write_answer
from levend.profiles.values import Conflict, Saved


def save_answer(
    *, actor: Actor, profile_id: int, key: str, value: object, based_on: int, page: str = ""
) -> Saved | Conflict:
    """Save an answer that was based on revision `based_on` (0: there was none).

    Incomplete answers are taken; whether a profile is complete is asked before advice. `page` is a random word that
    a browser page keeps while it is open. The revision row is the record of who changed what. Raises `NotFound` for
    who may not read the profile or for an unknown question, `NotAllowed`, `NotNow` while the text is locked,
    `Invalid` with a sentence for an answer that the question cannot take.
    """
    with transaction.atomic():
        profile = lock_shared(profile_id)
        if not rules.can_read(actor, profile):
            raise NotFound(str(profile_id))
        rules.can_write(actor, profile).require()
        parsed = _parsed(definition_with(profile.format_version.sha256), key, value)
        answer = locked_answers(profile_id, [key]).get(key)
        return write_answer(actor, answer, Incoming(profile_id, key, parsed, based_on, page))


def _parsed(definition: FormatDefinition, key: str, value: object) -> Value:
    question = definition.question(key) if definition.has(key) else extra_questions(definition).get(key)
    if question is None:
        raise NotFound(key)
    try:
        return parse_value(question, value)
    except ValueFault as fault:
        raise Invalid(fault.message, {key: fault.message}) from None
