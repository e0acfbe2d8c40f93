"""What the school does: open a case, write, ask, hand in, reopen, correct."""

from levend.accounts.actor import Actor
from levend.adoption import services as chain
from levend.core import clock
from levend.demo.engine.stories import pick, words
from levend.demo.services.story import NotSaved, Story
from levend.demo.services.writing import Part, parsed, parts_of, write_at_once
from levend.profiles.models import Answer as StoredAnswer
from levend.profiles.services import confirm_chapter, mark_seen, save_answer, save_chapter
from levend.profiles.values import Submitted
from levend.rounds.services.entering import open_entry

_PLAN = "ambities-plan-termijn"
_TEAM = "deskundigheid-aanwezig"


def begin(story: Story) -> None:
    """The director begins; where a round asks for it, the case takes part."""
    case = chain.open_case(
        actor=story.cast.director,
        location_id=story.location.pk,
        version_id=story.version_id,
        consortium_id=story.consortium_id,
        school_year=story.school_year,
        reference_date=story.reference_date,
    )
    story.case_id, story.profile_id = case.pk, case.profile_id
    if story.entry_id is not None:
        open_entry(actor=Actor.system(), entry_id=story.entry_id)


def write(story: Story) -> None:
    """Through the service, or for a version of long ago at once."""
    keys = [question.key for question in story.definition.questions if question.key in story.answers]
    written = keys[: round(len(keys) * story.facts.share)]
    parts = parts_of(
        story.definition, written, director=story.cast.director, editor=story.cast.editor, at=clock.now()
    )
    if story.at_once:
        write_at_once([(story.profile_id, parts, parsed(story.definition, story.answers))])
        return
    stored = StoredAnswer.objects.filter(profile_id=story.profile_id)
    present = dict(
        stored.values_list("question_key", "revision")
    )  # what came along from the version in force
    for part in parts:
        answers = {key: Submitted(story.answers[key], based_on=present.get(key, 0)) for key in part.keys}
        with clock.at(part.at):
            saved = save_chapter(actor=part.author, profile_id=story.profile_id, answers=answers)
            if not saved.is_whole:
                raise NotSaved(f"{story.code}: {saved.invalid or saved.conflicts}")
            _look_at(story, part, frozenset(written))


def _look_at(story: Story, part: Part, written: frozenset[str]) -> None:
    """What came along and still holds is confirmed with its chapter; a chapter that was left halfway is not."""
    chapter = story.definition.chapter_of(part.keys[0])
    keys = [question.key for question in chapter.questions]
    if any(key in story.answers and key not in written for key in keys):
        return
    stored = StoredAnswer.objects.filter(profile_id=story.profile_id, question_key__in=keys)
    seen = dict(stored.values_list("question_key", "revision"))
    mark_seen(actor=part.author, profile_id=story.profile_id, seen=seen)
    confirm_chapter(actor=part.author, profile_id=story.profile_id, chapter=chapter.key)


def ask(story: Story) -> None:
    chain.ask_advice(actor=story.cast.director, case_id=story.case_id, words=pick(words().asked, story.code))


def submit(story: Story) -> None:
    chain.submit(
        actor=story.cast.director,
        case_id=story.case_id,
        declares_advice=True,
        declares_adoption=True,
        function="directeur",
    )


def reopen(story: Story) -> None:
    chain.reopen(actor=story.cast.director, case_id=story.case_id, reason=pick(words().reopened, story.code))


def change(story: Story) -> None:
    _rewrite(story, _PLAN, f"{story.answers[_PLAN]}\n\n{words().changed}")


def confirm(story: Story) -> None:
    chain.ask_confirmation(actor=story.cast.director, case_id=story.case_id, words=words().confirm)


def correct(story: Story) -> None:
    chain.correct(actor=story.cast.director, case_id=story.case_id, reason=words().corrected)


def mend(story: Story) -> None:
    rows = story.answers[_TEAM]
    if not isinstance(rows, list):
        raise NotSaved(f"{story.code}: {_TEAM}")
    mended = [dict(row) for row in rows if isinstance(row, dict)]
    mended[-1]["dagdelen"] = 2
    _rewrite(story, _TEAM, mended)


def offer(story: Story) -> None:
    chain.offer_correction(actor=story.cast.director, case_id=story.case_id)


def _rewrite(story: Story, key: str, value: object) -> None:
    present = StoredAnswer.objects.get(profile_id=story.profile_id, question_key=key)
    save_answer(
        actor=story.cast.editor, profile_id=story.profile_id, key=key, value=value, based_on=present.revision
    )
