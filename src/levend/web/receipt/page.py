"""The page on which a coordinator looks at what was handed in."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from levend.adoption.enums import Step
from levend.formats.engine.definition import Question
from levend.rounds.queries.plausibility import Raised
from levend.rounds.queries.receipt import Receipt
from levend.web.chain.changes import ChangesView, changes_view
from levend.web.chain.elements import ELEMENTS
from levend.web.chain.steps import BY_STEP
from levend.web.receipt.forms import MOST_OWN, Letter


@dataclass(frozen=True)
class ElementCard:
    label: str
    is_described: bool
    url: str


@dataclass(frozen=True)
class RaisedCard:
    """A question that can be put. `text` is as the coordinator words it now."""

    number: int
    raised: Raised
    url: str
    is_chosen: bool
    text: str
    fault: str


@dataclass(frozen=True)
class OwnBox:
    number: int
    text: str


@dataclass(frozen=True)
class ReceiptPage:
    about: Receipt
    letter: Letter
    receive = BY_STEP[Step.RECEIVE]
    correct = BY_STEP[Step.ASK_CORRECTION]

    @property
    def code(self) -> str:
        return self.about.case.location.code

    @property
    def elements(self) -> tuple[ElementCard, ...]:
        return tuple(
            ElementCard(
                str(ELEMENTS[line.element]),
                line.is_described,
                self.url_of(line.questions[0].key) if line.questions else "",
            )
            for line in self.about.elements
        )

    @property
    def raised(self) -> tuple[RaisedCard, ...]:
        return tuple(
            RaisedCard(
                number=number,
                raised=one,
                url=self.url_of(one.question_key),
                is_chosen=one.key in self.letter.chosen,
                text=self.letter.reworded.get(one.key) or one.text,
                fault=self.letter.faults.get(one.key, ""),
            )
            for number, one in enumerate(self.about.raised, start=1)
        )

    @property
    def own(self) -> tuple[OwnBox, ...]:
        return tuple(OwnBox(number, text) for number, text in enumerate(self.letter.own, start=1))

    @property
    def may_add_own(self) -> bool:
        return len(self.letter.own) < MOST_OWN

    @property
    def faults(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.letter.faults.values()))

    @property
    def unanswered(self) -> tuple[Question, ...]:
        return self.about.unanswered

    @cached_property
    def changes(self) -> ChangesView | None:
        """What is different from the version of last time; None where there is none."""
        if self.about.text is None or self.about.before is None:
            return None
        return changes_view(self.about.before, self.about.text)

    @property
    def changes_url(self) -> str:
        if self.about.text is None or self.about.before is None:
            return ""
        return reverse("difference", args=[self.code, self.about.before.sha256, self.about.text.sha256])

    @property
    def text_url(self) -> str:
        return reverse("text", args=[self.code, self.about.text.sha256]) if self.about.text else ""

    @property
    def wants_correction(self) -> bool:
        """Whether the school itself asked, in an answer, to put something right."""
        return any(one.asks_correction for letter in self.about.letters for one in letter.questions)

    def url_of(self, key: str) -> str:
        """Where the chapter of a question stands in the text that was handed in."""
        if self.about.text is None:
            return ""
        return f"{self.text_url}#{self.about.text.definition.chapter_of(key).key}"
