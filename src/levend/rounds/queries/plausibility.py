"""What a profile raises, with what the rules need: the version in force, earlier versions, and the register's figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.models import Adoption, AdoptionCase
from levend.adoption.queries.in_force import adoptions_of, in_force
from levend.catalogue.queries import label
from levend.catalogue.queries.agreed import agreed_in
from levend.core import clock
from levend.core.errors import NotFound
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.kinds import Level, OfferState
from levend.formats.engine.values import Answers
from levend.formats.queries import definition_of
from levend.keyfigures.queries import figures_on
from levend.organisations.queries.reach import reach_of
from levend.profiles.models import Offer
from levend.profiles.queries import answers_of, content_of
from levend.rounds.engine.plausibility import findings
from levend.rounds.engine.plausibility_rules import Language, rule_book
from levend.rounds.engine.plausibility_values import Finding, Former, PastOffer, RegisterFigure, Told
from levend.rounds.models import RoundEntry


@dataclass(frozen=True)
class Raised:
    """Something to ask, in words. `key` names it on the page and stays the same while the text does."""

    key: str
    rule: str
    question_key: str
    label: str
    chapter_key: str
    chapter: str
    text: str
    why: str


def raised_by(
    case: AdoptionCase, definition: FormatDefinition, answers: Answers, *, asked: Iterable[str] | None = None
) -> tuple[Raised, ...]:
    """What these answers of a case raise; with `asked` about those questions only, which the reader may read.

    The caller found the case and the text with an actor. About eight queries, however long the text.
    """
    told = Told(
        definition=definition,
        answers=answers,
        today=clock.today(),
        former=_former(case),
        history=_history(case),
        figures=_figures(case),
        basic=agreed_in(case.consortium_id).basic,
    )
    found = findings(told, rule_book())
    if asked is not None:
        readable = frozenset(asked)
        found = tuple(each for each in found if each.question in readable)
    return tuple(_in_words(definition, each) for each in found)


def expected_questions(actor: Actor, case: AdoptionCase) -> tuple[Raised, ...]:
    """What the school may expect to be asked about its text as it is now. Raises `NotFound` for who does not read it."""
    if not actor.has(Permission.READ_DRAFT, on=reach_of(case.location_id, clock.today())):
        raise NotFound(case.location.code)
    definition = definition_of(case.profile.format_version_id)
    return raised_by(case, definition, answers_of(case.profile_id))


def _in_words(definition: FormatDefinition, found: Finding) -> Raised:
    book = rule_book()
    language: Language = "en" if (get_language() or "").startswith("en") else "nl"
    chapter = definition.chapter_of(found.question)
    return Raised(
        key=found.key,
        rule=found.rule,
        question_key=found.question,
        label=definition.question(found.question).label,
        chapter_key=chapter.key,
        chapter=chapter.title,
        text=book.sentence(found.rule, found.facts, language, label),
        why=book.rules[found.rule].why,
    )


def former_adoption(case: AdoptionCase) -> Adoption | None:
    """The version that was in force before this case, or the last one: its own adopted text is no former one.

    The caller found the case with an actor.
    """
    adoption = in_force(case.location_id, clock.today())
    if adoption is not None and adoption.case_id != case.pk:
        return adoption
    earlier = adoptions_of(case.location_id).exclude(case_id=case.pk)
    return earlier.filter(case__opened_at__lte=case.opened_at).first()


def _former(case: AdoptionCase) -> Former | None:
    adoption = former_adoption(case)
    if adoption is None:
        return None
    body = content_of(adoption.case.profile_id, adoption.snapshot.sha256)
    answers = body["answers"]
    if not isinstance(answers, dict):
        return None
    return Former(definition_of(adoption.case.profile.format_version_id), answers)


def _history(case: AdoptionCase) -> tuple[PastOffer, ...]:
    """Offers in every adopted version before this case (one query)."""
    rows = (
        Offer.objects.filter(
            snapshot__adoptions__case__location_id=case.location_id, snapshot__adoptions__annulled_at=None
        )
        .exclude(snapshot__adoptions__case_id=case.pk)
        .order_by("pk")
        .values_list("snapshot__adoptions__valid_from", "support_type", "level", "state")
        .distinct()
    )
    return tuple(PastOffer(on, code, Level(level), OfferState(state)) for on, code, level, state in rows)


def _figures(case: AdoptionCase) -> Mapping[str, RegisterFigure]:
    """Figures by the reference date of the case's round, without one up to the day on which the case was opened.

    What the source hides is left out: a question must not tell a count under five.
    """
    entry = RoundEntry.objects.filter(case=case).select_related("round").first()
    day: date = entry.round.reference_date if entry else clock.local_date(case.opened_at)
    found = figures_on([case.location_id], day).get(case.location_id, {})
    return {
        code: RegisterFigure(figure.value, figure.source, figure.reference_date)
        for code, figure in found.items()
        if figure.value is not None
    }
