"""The page that lays what a form says beside what stands in the profile."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django.urls import reverse
from django.utils.safestring import SafeString

from levend.formats.engine.definition import Question
from levend.formats.engine.display import display
from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.values import is_empty
from levend.formats.engine.visibility import visible_keys
from levend.formats.engine.worddiff import Piece, word_difference
from levend.profiles.queries.writing import AnswerState, Writing
from levend.web.onpaper.offers import Offer, Offers
from levend.web.writing import words
from levend.web.writing.pages import titled
from levend.web.writing.shown import shown

_COMPARED = {QuestionType.TEXT, QuestionType.LONG_TEXT}


@dataclass(frozen=True)
class OfferRow:
    """One answer of the form beside that of the profile."""

    question: Question
    offer: Offer
    state: AnswerState
    url: str
    is_asked: bool

    @property
    def is_ticked(self) -> bool:
        """Proposed as done: nobody's text is lost by it, all of it arrives, and it counts."""
        offer = self.offer
        return not (offer.fault or offer.is_clash or offer.notes) and self.is_asked

    @property
    def now(self) -> SafeString:
        return shown(self.question, self.state.value)

    @property
    def now_when(self) -> str:
        return words.when(self.state.at) if self.state.at else ""

    @property
    def paper(self) -> SafeString:
        return shown(self.question, self.offer.value)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Both texts in one run, for texts that changed; nothing where one of them is empty."""
        if self.question.type not in _COMPARED or is_empty(self.state.value) or is_empty(self.offer.value):
            return ()
        return word_difference(
            display(self.question, self.state.value), display(self.question, self.offer.value)
        )


@dataclass(frozen=True)
class OfferChapter:
    key: str
    title: str
    rows: tuple[OfferRow, ...]


@dataclass(frozen=True)
class OfferPage:
    """`offers` beside the answers as they are now."""

    profile: Writing
    offers: Offers

    @property
    def url(self) -> str:
        return reverse("on_paper", args=[self.profile.code])

    @property
    def sent(self) -> str:
        return self.offers.as_json()

    @cached_property
    def chapters(self) -> tuple[OfferChapter, ...]:
        return tuple(self._chapters())

    @property
    def takeable(self) -> int:
        return sum(not each.fault for each in self.offers.offers)

    @property
    def clashes(self) -> int:
        return sum(each.is_clash and not each.fault for each in self.offers.offers)

    @property
    def faults(self) -> int:
        return sum(bool(each.fault) for each in self.offers.offers)

    def _chapters(self) -> Iterator[OfferChapter]:
        offered = {each.key: each for each in self.offers.offers}
        asked = self._asked
        for chapter in self.profile.definition.chapters:
            url = reverse("profile_chapter", args=[self.profile.code, chapter.key])
            rows = tuple(
                OfferRow(
                    question,
                    offered[question.key],
                    self.profile.state_of(question.key),
                    f"{url}#q-{question.key}",
                    question.key in asked,
                )
                for question in chapter.questions
                if question.key in offered
            )
            if rows:
                yield OfferChapter(chapter.key, titled(chapter.number, chapter.title), rows)

    @property
    def _asked(self) -> frozenset[str]:
        """The questions that apply once everything is taken over."""
        taken = {each.key: each.value for each in self.offers.offers if not each.fault}
        return visible_keys(self.profile.definition, {**self.profile.answers, **taken})


def offer_page(profile: Writing, offers: Offers) -> OfferPage:
    """The page; an answer that somebody changed since the offer was made is a clash, and stands there as it is now."""
    fresh = tuple(
        replace(each, revision=revision, is_clash=each.is_clash or revision != each.revision)
        for each in offers.offers
        for revision in (profile.state_of(each.key).revision,)
    )
    return OfferPage(profile, replace(offers, offers=fresh))
