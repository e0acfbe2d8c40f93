"""Playing a school's story: every act is the real service, done by the real person at its moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.core.files.uploadedfile import UploadedFile

from levend.adoption import services as chain
from levend.adoption.enums import AdviceKind, Reaction
from levend.adoption.models import AdviceCondition
from levend.core import clock
from levend.demo.engine.stories import Act, CaseFacts, Scene, pick, words
from levend.demo.engine.texts import Answer
from levend.demo.services.cast import Cast
from levend.demo.services.letters import scan
from levend.demo.services.writing import parsed, parts_of, write_at_once
from levend.formats.engine.definition import FormatDefinition
from levend.organisations.models import Location
from levend.profiles.models import Answer as StoredAnswer
from levend.profiles.services import save_answer, save_chapter
from levend.profiles.values import Submitted

_PLAN = "ambities-plan-termijn"
_TEAM = "deskundigheid-aanwezig"


class NotSaved(RuntimeError):
    """An answer of the demo that its question does not take: a mistake in the demo's own data."""


@dataclass
class Story:
    """One school's case. `answers` hold the whole profile, of which a draft takes the first part."""

    location: Location
    consortium_id: int
    version_id: int
    school_year: str
    definition: FormatDefinition
    cast: Cast
    facts: CaseFacts
    answers: Mapping[str, Answer]
    at_once: bool = False
    case_id: int = 0
    profile_id: int = 0

    def play(self, scenes: tuple[Scene, ...]) -> None:
        """Do every act at its own moment."""
        for scene in scenes:
            with clock.at(scene.at):
                _ACTS[scene.act](self)

    @property
    def code(self) -> str:
        return self.location.code


def _open(story: Story) -> None:
    case = chain.open_case(
        actor=story.cast.director,
        location_id=story.location.pk,
        version_id=story.version_id,
        consortium_id=story.consortium_id,
        school_year=story.school_year,
    )
    story.case_id, story.profile_id = case.pk, case.profile_id


def _write(story: Story) -> None:
    """Through the service, or for a version of long ago at once."""
    keys = [question.key for question in story.definition.questions if question.key in story.answers]
    written = keys[: max(1, round(len(keys) * story.facts.share))]
    parts = parts_of(
        story.definition, written, director=story.cast.director, editor=story.cast.editor, at=clock.now()
    )
    if story.at_once:
        write_at_once([(story.profile_id, parts, parsed(story.definition, story.answers))])
        return
    for part in parts:
        answers = {key: Submitted(story.answers[key], based_on=0) for key in part.keys}
        with clock.at(part.at):
            saved = save_chapter(actor=part.author, profile_id=story.profile_id, answers=answers)
        if not saved.is_whole:
            raise NotSaved(f"{story.code}: {saved.invalid or saved.conflicts}")


def _ask(story: Story) -> None:
    chain.ask_advice(actor=story.cast.director, case_id=story.case_id, words=pick(words().asked, story.code))


def _advise(story: Story) -> None:
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


def _react(story: Story) -> None:
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


def _adopt(story: Story) -> None:
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


def _submit(story: Story) -> None:
    chain.submit(
        actor=story.cast.director,
        case_id=story.case_id,
        declares_advice=True,
        declares_adoption=True,
        function="directeur",
    )


def _receive(story: Story) -> None:
    chain.receive(actor=story.cast.coordinators[story.consortium_id], case_id=story.case_id)


def _reopen(story: Story) -> None:
    chain.reopen(actor=story.cast.director, case_id=story.case_id, reason=pick(words().reopened, story.code))


def _change(story: Story) -> None:
    _rewrite(story, _PLAN, f"{story.answers[_PLAN]}\n\n{words().changed}")


def _confirm(story: Story) -> None:
    chain.ask_confirmation(actor=story.cast.director, case_id=story.case_id, words=words().confirm)


def _return(story: Story) -> None:
    chain.return_to_school(
        actor=story.cast.board, case_id=story.case_id, reason=pick(words().returned, story.code)
    )


def _correct(story: Story) -> None:
    chain.correct(actor=story.cast.director, case_id=story.case_id, reason=words().corrected)


def _mend(story: Story) -> None:
    rows = story.answers[_TEAM]
    if not isinstance(rows, list):
        raise NotSaved(f"{story.code}: {_TEAM}")
    mended = [dict(row) for row in rows if isinstance(row, dict)]
    mended[-1]["dagdelen"] = 2
    _rewrite(story, _TEAM, mended)


def _offer(story: Story) -> None:
    chain.offer_correction(actor=story.cast.director, case_id=story.case_id)


def _ask_correction(story: Story) -> None:
    chain.ask_correction(
        actor=story.cast.coordinators[story.consortium_id],
        case_id=story.case_id,
        reason=pick(words().correction_asked, story.code),
        due_on=clock.today() + timedelta(days=21),
    )


def _rewrite(story: Story, key: str, value: object) -> None:
    present = StoredAnswer.objects.get(profile_id=story.profile_id, question_key=key)
    save_answer(
        actor=story.cast.editor, profile_id=story.profile_id, key=key, value=value, based_on=present.revision
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


_ACTS: Mapping[Act, Callable[[Story], None]] = {
    Act.OPEN: _open,
    Act.WRITE: _write,
    Act.ASK: _ask,
    Act.ADVISE: _advise,
    Act.REACT: _react,
    Act.ADOPT: _adopt,
    Act.SUBMIT: _submit,
    Act.RECEIVE: _receive,
    Act.REOPEN: _reopen,
    Act.CHANGE: _change,
    Act.CONFIRM: _confirm,
    Act.RETURN: _return,
    Act.CORRECT: _correct,
    Act.MEND: _mend,
    Act.OFFER: _offer,
    Act.ASK_CORRECTION: _ask_correction,
}
