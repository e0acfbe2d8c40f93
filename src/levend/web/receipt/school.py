"""The school's side: answer what was asked, and ask something itself."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from levend.core.errors import Invalid, NotFound
from levend.rounds.enums import HelpKind
from levend.rounds.queries.help import help_page
from levend.rounds.queries.receipt import LetterView, QuestionsToSchool, QuestionView, questions_to
from levend.rounds.services.questions import answer_question
from levend.rounds.services.questions_of_school import ask_for_help
from levend.web.forms import put_faults
from levend.web.receipt.forms import AnswerForm, HelpForm
from levend.web.requests import LevendRequest
from levend.web.writing.prose import as_html


@dataclass(frozen=True)
class QuestionCard:
    """A question with the form to answer it, for who may and while it is open."""

    view: QuestionView
    form: AnswerForm | None
    url: str


@dataclass(frozen=True)
class LetterCard:
    view: LetterView
    questions: tuple[QuestionCard, ...]


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: LevendRequest, code: str) -> HttpResponse:
    """Every question that was put to this school about its newest profile; each is answered by itself."""
    found = questions_to(request.actor, code)
    if request.method != "POST":
        return _questions(request, found)
    found.may_answer.require()
    asked = next((one for one in _all(found) if str(one.id) == request.POST.get("vraag")), None)
    if asked is None:
        raise NotFound(code)
    form = AnswerForm(request.POST, number=asked.id)
    if form.is_valid():
        answer_question(actor=request.actor, question_id=asked.id, **form.cleaned_data)
        messages.success(request, _("Uw antwoord is opgeslagen. Uw samenwerkingsverband leest het."))
        return redirect(f"{reverse('school_questions', args=[code])}#vraag-{asked.id}")
    return _questions(request, found, {asked.id: form}, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def ask_help(request: LevendRequest, code: str) -> HttpResponse:
    """A question about the content goes to the consortium, one about the technique to who keeps this website."""
    page = help_page(request.actor, code)
    form = HelpForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = ask_for_help(
                actor=request.actor,
                location_code=code,
                kind=HelpKind(form.cleaned_data["kind"]),
                text=form.cleaned_data["text"],
            )
        except Invalid as refused:
            put_faults(form, refused)
        else:
            said = _("Uw vraag is verstuurd aan %(who)s. U krijgt antwoord per e-mail.")
            messages.success(request, said % {"who": made.addressee})
            return redirect("ask_help", code)
    context = {
        "page": page,
        "form": form,
        "content": as_html(page.about_content),
        "technique": as_html(page.about_technique),
    }
    return render(request, "receipt/help.html", context, status=422 if form.errors else 200)


def _all(found: QuestionsToSchool) -> list[QuestionView]:
    return [one for letter in found.letters for one in letter.questions]


def _questions(
    request: LevendRequest,
    found: QuestionsToSchool,
    sent: dict[int, AnswerForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    code, sent = found.case.location.code, sent or {}

    def card(one: QuestionView) -> QuestionCard:
        form = sent.get(one.id) or (AnswerForm(number=one.id) if one.is_open and found.may_answer else None)
        url = reverse("profile_chapter", args=[code, one.chapter_key]) if one.chapter_key else ""
        return QuestionCard(one, form, f"{url}#q-{one.question_key}" if url else "")

    context = {
        "about": found,
        "letters": [LetterCard(letter, tuple(map(card, letter.questions))) for letter in found.letters],
        "fault_form": next(iter(sent.values()), None),
        "open": sum(one.is_open for one in _all(found)),
    }
    return render(request, "receipt/questions.html", context, status=status)
