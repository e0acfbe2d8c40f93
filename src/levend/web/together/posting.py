"""What somebody sends about remarks, from any page that shows them."""

from dataclasses import dataclass

from django.http import QueryDict

from levend.accounts.actor import Actor
from levend.core.errors import NotFound
from levend.profiles.enums import ThreadState
from levend.profiles.services import (
    answer_remark,
    correct_remark,
    place_remark,
    set_thread_state,
    withdraw_remark,
)

PLACE, ANSWER, CORRECT, WITHDRAW = "plaats", "antwoord", "wijzig", "trek-in"
_STATES = {
    "opgelost": ThreadState.RESOLVED,
    "vervallen": ThreadState.DROPPED,
    "heropen": ThreadState.OPEN,
}
MOST_TOLD = 50


@dataclass(frozen=True)
class Sent:
    """The fields of a form about remarks. `fault` says why its words could not be taken."""

    do: str = ""
    thread: int = 0
    remark: int = 0
    question: str = ""
    text: str = ""
    for_readers: bool = False
    for_consortium: bool = False
    tell: tuple[int, ...] = ()
    fault: str = ""

    @property
    def place(self) -> str:
        """Which form it was: `antwoord-12`, `wijzig-31`, `plaats-0`."""
        return f"{self.do}-{self.remark if self.do == CORRECT else self.thread}"


NOTHING = Sent()


def read(post: QueryDict, fault: str = "") -> Sent:
    return Sent(
        do=post.get("doe", ""),
        thread=_number(post.get("reeks", "")),
        remark=_number(post.get("opmerking", "")),
        question=post.get("vraag", ""),
        text=post.get("text", ""),
        for_readers="for_readers" in post,
        for_consortium="for_consortium" in post,
        tell=numbers(post, "tell"),
        fault=fault,
    )


def perform(actor: Actor, profile_id: int, chapter: str, sent: Sent) -> str:
    """Do what was asked; the place on the page to come back to. Raises what the services raise."""
    if sent.do == PLACE:
        remark = place_remark(
            actor=actor,
            profile_id=profile_id,
            chapter=chapter,
            question=sent.question,
            text=sent.text,
            for_readers=sent.for_readers,
            for_consortium=sent.for_consortium,
            tell=sent.tell,
        )
        return f"#reeks-{remark.thread_id}"
    if sent.do == ANSWER:
        remark = answer_remark(actor=actor, thread_id=sent.thread, text=sent.text, tell=sent.tell)
        return f"#reeks-{remark.thread_id}"
    if sent.do == CORRECT:
        return f"#reeks-{correct_remark(actor=actor, remark_id=sent.remark, text=sent.text).thread_id}"
    if sent.do == WITHDRAW:
        return f"#reeks-{withdraw_remark(actor=actor, remark_id=sent.remark).thread_id}"
    if sent.do not in _STATES:
        raise NotFound(sent.do)
    return f"#reeks-{set_thread_state(actor=actor, thread_id=sent.thread, state=_STATES[sent.do]).pk}"


def numbers(post: QueryDict, name: str) -> tuple[int, ...]:
    """The keys that were ticked; what is no key is one that nothing has."""
    return tuple(_number(each) for each in post.getlist(name)[:MOST_TOLD])


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0
