"""The page of a school's own examples."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from levend.adoption.queries.examples import ExamplesOf, Markable, OwnExample
from levend.web.writing.prose import as_html


@dataclass(frozen=True)
class OwnView:
    of: OwnExample
    label: str
    shown: SafeString


@dataclass(frozen=True)
class PassageView:
    """`number` is what the button sends: 0 for the whole answer."""

    number: int
    shown: SafeString


@dataclass(frozen=True)
class MarkableView:
    """`passages` are the paragraphs, where there are more than one to choose from; else the whole answer."""

    key: str
    label: str
    passages: tuple[PassageView, ...]
    has_many: bool


@dataclass(frozen=True)
class ExamplesPage:
    about: ExamplesOf

    @property
    def shared(self) -> tuple[OwnView, ...]:
        return tuple(_own(each) for each in self.about.own if each.consented_at is not None)

    @property
    def waiting(self) -> tuple[OwnView, ...]:
        return tuple(_own(each) for each in self.about.own if each.consented_at is None)

    @property
    def markable(self) -> tuple[MarkableView, ...]:
        return tuple(map(_markable, self.about.markable))


def _own(example: OwnExample) -> OwnView:
    label = example.question.label if example.question else example.question_key
    return OwnView(example, label, as_html(example.passage))


def _markable(words: Markable) -> MarkableView:
    many = len(words.passages) > 1
    return MarkableView(
        words.question.key,
        words.question.label,
        tuple(
            PassageView(number if many else 0, as_html(text))
            for number, text in enumerate(words.passages, start=1)
        ),
        many,
    )
