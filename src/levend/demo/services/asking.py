"""What went on between schools and consortium in the round: a figure put right, a question and its answer."""

from datetime import date, datetime, timedelta

from levend.adoption.models import AdoptionCase
from levend.core import clock
from levend.demo.engine.rounds import moment_of, round_facts
from levend.demo.services.story import NotSaved, Story
from levend.formats.engine.extra import reason_key, register_key
from levend.formats.engine.kinds import RegisterName
from levend.keyfigures.queries import figures_on
from levend.keyfigures.values import PUPILS
from levend.profiles.queries import answers_of
from levend.profiles.services import save_answer
from levend.profiles.values import Conflict
from levend.rounds.queries.plausibility import raised_by
from levend.rounds.services.questions import Asked, answer_question, put_questions


def correct_figure(story: Story, moment: datetime) -> None:
    """The school counts more children than the source does on the reference date, and says why."""
    facts, on = round_facts().correction, story.reference_date
    if story.code != facts.code or on is None:
        return
    figure = figures_on([story.location.pk], on)[story.location.pk][PUPILS]
    key = register_key(RegisterName.PUPILS)
    with clock.at(moment + timedelta(hours=8)):
        for asked, value in ((key, int(figure.value or 0) + facts.pupils), (reason_key(key), facts.reason)):
            saved = save_answer(
                actor=story.cast.director, profile_id=story.profile_id, key=asked, value=value, based_on=0
            )
            if isinstance(saved, Conflict):
                raise NotSaved(f"{story.code}: {saved}")


def ask_about(story: Story, today: date) -> None:
    """The coordinator puts what the profile raises first, with a question of her own; the director answers that one."""
    facts = round_facts().question
    if story.code != facts.code:
        return
    case = AdoptionCase.objects.select_related("location", "profile").get(pk=story.case_id)
    with clock.at(moment_of(today, facts.asked, 14)):
        raised = raised_by(case, story.definition, answers_of(story.profile_id))[:1]
        letter = put_questions(
            actor=story.cast.coordinators[story.consortium_id],
            case_id=case.pk,
            questions=[
                *(Asked(one.text, one.question_key, one.rule, one.key) for one in raised),
                Asked(facts.own),
            ],
            words=facts.words,
        )
    with clock.at(moment_of(today, facts.answered, 16)):
        own = letter.questions.get(rule="")
        answer_question(actor=story.cast.director, question_id=own.pk, answer=facts.answer)
