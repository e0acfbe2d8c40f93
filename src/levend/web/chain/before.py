"""The page *Voor u advies vraagt*: what is still to do, and each place that looks like personal data."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from levend.accounts.actor import Actor
from levend.adoption.queries.before import BeforeAdvice, ElementCheck, before_advice
from levend.adoption.queries.places import CheckedPlace
from levend.adoption.services import confirm_place
from levend.core.errors import NotNow
from levend.formats.engine.definition import Question
from levend.formats.engine.extra import place_of
from levend.rounds.queries.plausibility import Raised, expected_questions
from levend.web.chain.elements import ELEMENTS
from levend.web.chain.steps import BY_STEP, StepPage
from levend.web.looks_like import INSTEAD, LOOKS_LIKE
from levend.web.requests import LevendRequest


@dataclass(frozen=True)
class Link:
    """A question with its place in the text."""

    label: str
    chapter: str
    url: str


@dataclass(frozen=True)
class ElementLine:
    label: str
    is_described: bool
    url: str


@dataclass(frozen=True)
class RemarksLine:
    """A chapter in which remarks are still open."""

    title: str
    count: int
    url: str


@dataclass(frozen=True)
class PlaceCard:
    """One place; `number` counts them on the page."""

    number: int
    checked: CheckedPlace
    link: Link
    what: str
    instead: str


@dataclass(frozen=True)
class BeforePage:
    """`raised` is what the consortium may ask about this text once it is handed in; nothing waits for it."""

    about: BeforeAdvice
    raised: tuple[Raised, ...]

    @classmethod
    def of(cls, actor: Actor, code: str) -> "BeforePage":
        about = before_advice(actor, code)
        return cls(about, expected_questions(actor, about.case) if about.step else ())

    @property
    def code(self) -> str:
        return self.about.case.location.code

    @property
    def step(self) -> StepPage | None:
        """The step that the text is made ready for."""
        return BY_STEP[self.about.step] if self.about.step else None

    @property
    def elements(self) -> tuple[ElementLine, ...]:
        return tuple(self._element(check) for check in self.about.elements)

    @property
    def missing(self) -> tuple[Link, ...]:
        return tuple(self._link(each.question) for each in self.about.missing)

    @property
    def not_looked_at(self) -> tuple[Link, ...]:
        return tuple(map(self._link, self.about.not_looked_at))

    @property
    def remarks(self) -> tuple[RemarksLine, ...]:
        return tuple(
            RemarksLine(
                chapter.title,
                self.about.open_remarks[chapter.key],
                reverse("remarks", args=[self.code, chapter.key]),
            )
            for chapter in self.about.definition.chapters
            if self.about.open_remarks.get(chapter.key)
        )

    @property
    def places(self) -> tuple[PlaceCard, ...]:
        return tuple(self._place(number, each) for number, each in enumerate(self.about.places, start=1))

    @property
    def open_places(self) -> tuple[PlaceCard, ...]:
        return tuple(card for card in self.places if card.checked.is_open)

    @property
    def confirmed_places(self) -> tuple[PlaceCard, ...]:
        return tuple(card for card in self.places if not card.checked.is_open)

    @property
    def expected(self) -> tuple[tuple[Raised, str], ...]:
        """What may be asked later, each with its place in the text."""
        return tuple(
            (one, self._link(self.about.definition.question(one.question_key)).url) for one in self.raised
        )

    def _element(self, check: ElementCheck) -> ElementLine:
        url = self._link(check.question).url if check.question else ""
        return ElementLine(str(ELEMENTS[check.element]), check.is_described, url)

    def _place(self, number: int, checked: CheckedPlace) -> PlaceCard:
        question, _chapter = place_of(self.about.definition, checked.place.question)
        kind = checked.place.kind
        return PlaceCard(number, checked, self._link(question), str(LOOKS_LIKE[kind]), str(INSTEAD[kind]))

    def _link(self, question: Question) -> Link:
        _question, chapter = place_of(self.about.definition, question.key)
        url = reverse("profile_chapter", args=[self.code, chapter.key])
        return Link(question.label, chapter.title, f"{url}#q-{question.key}")


@require_http_methods(["GET", "HEAD", "POST"])
def before(request: LevendRequest, code: str) -> HttpResponse:
    """What is still to do; a button says of one place that it is no personal data."""
    page = BeforePage.of(request.actor, code)
    if request.method == "POST":
        try:
            confirm_place(
                actor=request.actor, case_id=page.about.case.pk, place=request.POST.get("plek", "")[:64]
            )
            messages.success(request, _("Vastgelegd: dit is geen persoonsgegeven."))
        except NotNow as refused:
            page = BeforePage.of(request.actor, code)
            context = {"page": page, "refused": str(refused)}
            return render(request, "chain/before.html", context, status=409)
        return redirect(f"{reverse('before_advice', args=[code])}#plekken")
    return render(request, "chain/before.html", {"page": page})
