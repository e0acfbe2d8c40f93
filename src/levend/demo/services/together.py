"""De Linde writes with several hands: chapters given to people, somebody who reads along, what they say to each other."""

from datetime import date, datetime, time, timedelta

from levend.accounts.actor import Actor, ActorKind, LinkGrant
from levend.core.clock import AMSTERDAM, at
from levend.demo.services.story import Story
from levend.profiles.enums import ReaderKind
from levend.profiles.services import answer_remark, give_chapter, invite_reader, place_remark

SCHOOL = "12AB00"
_CHAPTER = "extra-ondersteuning"
_QUESTION = "Kunt u schrijven hoe lang de hulp duurt? Ouders vragen ons dat het vaakst."
_ANSWER = "Goede vraag. Wij vragen het na en zetten het erbij."
_INSIDE = "Zullen we dit hoofdstuk donderdag samen nalopen?"


def write_together(story: Story, today: date) -> None:
    """What went on around the draft on the last two days; every step by who would take it."""
    director, editor = story.cast.director, story.cast.editor
    yesterday = datetime.combine(today - timedelta(days=1), time(9, 15), tzinfo=AMSTERDAM)
    with at(yesterday):
        for chapter, people, days in ((_CHAPTER, [editor], 11), ("ambities", [director, editor], 18)):
            give_chapter(
                actor=director,
                profile_id=story.profile_id,
                chapter=chapter,
                user_ids=[person.user_id for person in people if person.user_id],
                ready_by=today + timedelta(days=days),
            )
        made = invite_reader(
            actor=director, profile_id=story.profile_id, name="Sanne Bakker", kind=ReaderKind.PARENT
        )
    grant = LinkGrant(made.reader.pk, story.profile_id, may_remark=True)
    question = next(each.key for each in story.definition.chapter(_CHAPTER).questions)
    with at(yesterday + timedelta(hours=10)):
        asked = place_remark(
            actor=Actor(ActorKind.LINK, name=made.reader.name, grant=grant),
            profile_id=story.profile_id,
            chapter=_CHAPTER,
            question=question,
            text=_QUESTION,
        )
    with at(yesterday + timedelta(hours=11)):
        answer_remark(actor=editor, thread_id=asked.thread_id, text=_ANSWER)
        place_remark(actor=editor, profile_id=story.profile_id, chapter=_CHAPTER, text=_INSIDE)
