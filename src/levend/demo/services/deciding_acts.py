"""What council, board and consortium do: advise, react, adopt, give back, receive."""

from datetime import timedelta

from django.core.files.uploadedfile import UploadedFile

from levend.adoption import services as chain
from levend.adoption.enums import AdviceKind, Reaction
from levend.adoption.models import AdviceCondition
from levend.core import clock
from levend.demo.engine.stories import pick, words
from levend.demo.services.letters import scan
from levend.demo.services.story import Story


def advise(story: Story) -> None:
    kind, said, conditions = _advice(story)
    if kind is AdviceKind.NOT_GIVEN:
        chain.pass_term(actor=story.cast.director, case_id=story.case_id)
    elif story.facts.letter:
        chain.register_advice(
            actor=story.cast.director,
            case_id=story.case_id,
            kind=kind,
            given_on=clock.today(),
            letter=_letter(story, said),
            words=said,
            conditions=conditions,
        )
    else:
        chain.give_advice(
            actor=story.cast.chair,
            case_id=story.case_id,
            kind=kind,
            words=said,
            conditions=conditions,
            words_public=kind is AdviceKind.POSITIVE,
        )


def _advice(story: Story) -> tuple[AdviceKind, str, tuple[str, ...]]:
    match story.facts.advice:
        case "conditional":
            choices = words().conditional
            chosen = choices[len(story.location.name) % len(choices)]
            return AdviceKind.CONDITIONAL, chosen.words, chosen.conditions
        case "negative":
            return AdviceKind.NEGATIVE, pick(words().negative, story.code), ()
        case "not_given":
            return AdviceKind.NOT_GIVEN, "", ()
        case _:
            return AdviceKind.POSITIVE, pick(words().positive, story.code), ()


def react(story: Story) -> None:
    """Follow every condition; where one is declined it is the last."""
    conditions = list(AdviceCondition.objects.filter(advice__case=story.case_id).order_by("number"))
    for condition in conditions:
        declined = story.facts.declined and condition == conditions[-1]
        chain.react(
            actor=story.cast.board,
            case_id=story.case_id,
            number=condition.number,
            reaction=Reaction.DECLINED if declined else Reaction.FOLLOWED,
            explanation=words().declined if declined else pick(words().followed, story.code),
        )


def adopt(story: Story) -> None:
    explanation = words().declined if story.facts.declined else ""
    talk_on = clock.today() - timedelta(days=2) if story.facts.declined else None
    if story.facts.minutes:
        chain.register_adoption(
            actor=story.cast.secretary,
            case_id=story.case_id,
            meeting_date=clock.today(),
            minutes=_minutes(story),
            explanation=explanation,
            talk_on=talk_on,
        )
    else:
        chain.adopt(
            actor=story.cast.board,
            case_id=story.case_id,
            meeting_date=clock.today(),
            explanation=explanation,
            talk_on=talk_on,
        )


def receive(story: Story) -> None:
    chain.receive(actor=story.cast.coordinators[story.consortium_id], case_id=story.case_id)


def give_back(story: Story) -> None:
    chain.return_to_school(
        actor=story.cast.board, case_id=story.case_id, reason=pick(words().returned, story.code)
    )


def ask_correction(story: Story) -> None:
    chain.ask_correction(
        actor=story.cast.coordinators[story.consortium_id],
        case_id=story.case_id,
        reason=pick(words().correction_asked, story.code),
        due_on=clock.today() + timedelta(days=21),
    )


def _letter(story: Story, said: str) -> "UploadedFile[bytes]":
    return scan(
        name="advies-mr",
        title="Advies over het schoolondersteuningsprofiel",
        who=f"Medezeggenschapsraad {story.location.name}",
        place=story.location.city,
        on=clock.today(),
        lines=("Aan het bestuur en de directeur,", said, f"Getekend: {story.cast.chair.name}, voorzitter"),
    )


def _minutes(story: Story) -> "UploadedFile[bytes]":
    return scan(
        name="notulen-bestuur",
        title="Uit de notulen van het bestuur",
        who=story.location.school.board.name,
        place=story.location.city,
        on=clock.today(),
        lines=(
            f"Het bestuur stelt het schoolondersteuningsprofiel van {story.location.name} vast.",
            f"Aanwezig: {story.cast.board.name}, {story.cast.secretary.name} (notulen)",
        ),
    )
