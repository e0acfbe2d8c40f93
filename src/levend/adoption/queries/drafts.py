"""The text as it is being written, beside the version in force."""

from dataclasses import dataclass

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.models import AdoptionCase
from levend.adoption.queries.cases import case_for
from levend.adoption.queries.texts import FrozenText, frozen_text, text_in_force
from levend.core import clock
from levend.core.errors import NotFound
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.values import Value
from levend.formats.engine.visibility import visible_answers
from levend.formats.queries import definition_of
from levend.organisations.queries.reach import reach_of
from levend.profiles.queries import answers_of


@dataclass(frozen=True)
class DraftText:
    """The answers as they are now; `in_force` is None where no version is, or it is this very text."""

    case: AdoptionCase
    definition: FormatDefinition
    answers: dict[str, Value]
    asked: frozenset[str]
    in_force: FrozenText | None


def draft_beside_in_force(actor: Actor, location_code: str) -> DraftText:
    """For who reads the draft: the school and its board. Raises `NotFound`."""
    case = case_for(actor, location_code)
    reach = reach_of(case.location_id, clock.today())
    if not actor.has(Permission.READ_DRAFT, on=reach):
        raise NotFound(location_code)
    definition = definition_of(case.profile.format_version_id)
    answers = visible_answers(definition, answers_of(case.profile_id))
    sha256 = text_in_force(actor, case, reach)
    return DraftText(
        case=case,
        definition=definition,
        answers=answers,
        asked=frozenset(question.key for question in definition.questions),
        in_force=frozen_text(actor, location_code, sha256) if sha256 else None,
    )
