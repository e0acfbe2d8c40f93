"""One step of one case, as its page needs it."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.adoption.enums import Step
from levend.adoption.queries.overview import AdviceView, CaseOverview, ConditionView, overview
from levend.adoption.queries.unchanged import year_of
from levend.adoption.rules import can_take
from levend.core.decision import Decision, Verdict
from levend.core.errors import NotFound
from levend.profiles.queries import tally_of
from levend.profiles.queries.remarks import open_remarks
from levend.web.chain.forms.words import StepForm
from levend.web.chain.reading import Texts, texts_of
from levend.web.chain.steps import BY_SLUG, StepPage, terms_of


@dataclass(frozen=True)
class Here:
    """A step's page for one actor. `condition` is there where the step is about one."""

    actor: Actor
    page: StepPage
    about: CaseOverview
    decision: Decision
    condition: ConditionView | None

    @property
    def title(self) -> str:
        if self.condition is not None:
            return _("Voorwaarde %(number)d van de raad") % {"number": self.condition.number}
        return str(self.page.verb)

    @property
    def happens(self) -> tuple[str, ...]:
        terms = terms_of(self.about)
        return tuple(str(sentence) % terms for sentence in self.page.happens)

    @cached_property
    def not_looked_at(self) -> int:
        """How many answers of last time the text would take along that nobody looked at."""
        if self.page.step is not Step.ASK_ADVICE:
            return 0
        profile = self.about.case.profile
        return tally_of(profile.pk, profile.format_version_id).carried

    @cached_property
    def open_remarks(self) -> int:
        """How many remarks of whoever reads along are still open, before the text goes to the council."""
        return open_remarks(self.about.case.profile_id) if self.page.step is Step.ASK_ADVICE else 0

    @property
    def unchanged_year(self) -> str:
        """The year of the version that the locked text says the same as; empty when something changed."""
        then = self.about.case.unchanged_from
        return year_of(then) if then is not None else ""

    @property
    def confirms_in_one(self) -> bool:
        """Whether the council can say with one button that it advises positively on an unchanged text."""
        return bool(self.unchanged_year) and self.page.step is Step.GIVE_ADVICE

    @cached_property
    def texts(self) -> Texts:
        return texts_of(self.actor, self.about)

    @property
    def advice(self) -> AdviceView | None:
        """The advice that stands, to read before deciding."""
        return standing(self.about)

    def form(self, request: HttpRequest | None = None) -> StepForm:
        """The form, empty or with what was sent."""
        if request is not None:
            return self.page.form(request.POST, request.FILES, about=self.about)
        initial = {}
        if self.condition is not None:
            initial = {"reaction": self.condition.reaction.value, "explanation": self.condition.explanation}
        return self.page.form(about=self.about, initial=initial)

    def form_with_more(self, request: HttpRequest) -> StepForm:
        """The form with everything that was typed and one box more, judged by nobody yet."""
        raw = self.page.form(request.POST, MultiValueDict(), about=self.about).raw()
        return self.page.form(about=self.about, initial=raw)

    def take(self, form: StepForm) -> None:
        """Call the service of the step. Raises what it raises."""
        more = {"number": self.condition.number} if self.condition else {}
        self.page.service(actor=self.actor, case_id=self.about.case.pk, **form.payload(), **more)


def step_here(actor: Actor, code: str, slug: str, number: int = 0) -> Here:
    """Raises `NotFound` for a stranger, an unknown step or condition; `NotAllowed` for whose step it never is."""
    about = overview(actor, code)
    page = BY_SLUG.get(slug)
    if page is None or (page.step is Step.REACT) != bool(number):
        raise NotFound(slug)
    decision = can_take(actor, about.case, page.step, about.facts)
    if decision.kind is Verdict.FORBIDDEN:
        decision.require()
    return Here(actor, page, about, decision, _condition(about, number) if number else None)


def standing(about: CaseOverview) -> AdviceView | None:
    """The council's last advice, when the case rests on one."""
    given = [line.advice for line in about.lines if line.advice]
    return given[-1] if given and about.facts.advice_kind else None


def _condition(about: CaseOverview, number: int) -> ConditionView:
    advice = standing(about)
    for condition in advice.conditions if advice else ():
        if condition.number == number:
            return condition
    raise NotFound(str(number))
