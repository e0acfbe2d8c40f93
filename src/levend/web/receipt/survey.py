"""Five questions to a school about the format, after it handed in."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from levend.core.errors import Invalid
from levend.rounds.queries.survey import survey_of
from levend.rounds.services.survey import WORDS_MAX, answer_survey
from levend.web.chain.forms.words import WordsField
from levend.web.forms import PlainForm, put_faults
from levend.web.receipt.words import RATINGS, SCALE
from levend.web.requests import LevendRequest


class SurveyForm(PlainForm):
    """The five questions from the table of words, then room for anything else."""

    words = WordsField(
        label=gettext_lazy("Wat moet er volgende keer anders?"),
        help_text=gettext_lazy("Noem geen namen. De coördinator leest dit zonder de naam van uw school."),
        required=False,
        most=WORDS_MAX,
    )

    def __init__(self, data: "object | None" = None) -> None:
        super().__init__(data)
        words = self.fields.pop("words")
        for name, label in RATINGS.items():
            self.fields[name] = forms.TypedChoiceField(
                label=str(label),
                choices=[(str(number), str(text)) for number, text in SCALE.items()],
                coerce=int,
                widget=forms.RadioSelect,
            )
        self.fields["words"] = words
        self.in_our_words()


@require_http_methods(["GET", "HEAD", "POST"])
def survey(request: LevendRequest, code: str) -> HttpResponse:
    """Asked once; afterwards the page says thank you."""
    page = survey_of(request.actor, code)
    form = SurveyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        page.may_answer.require()
        if form.is_valid():
            ratings = {name: form.cleaned_data[name] for name in RATINGS}
            try:
                answer_survey(
                    actor=request.actor,
                    location_code=code,
                    ratings=ratings,
                    words=form.cleaned_data["words"],
                )
            except Invalid as refused:
                put_faults(form, refused)
            else:
                messages.success(
                    request, _("Dank u wel. Uw antwoorden tellen mee in het beeld van de ronde.")
                )
                return redirect("school_survey", code)
    return render(
        request, "receipt/survey.html", {"page": page, "form": form}, status=422 if form.errors else 200
    )
