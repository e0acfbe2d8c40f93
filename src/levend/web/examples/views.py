"""The page on which a school marks good examples, shares them and takes them back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from levend.accounts.actor import Actor
from levend.adoption.queries.examples import examples_of
from levend.adoption.services import consent_to_example, end_example, mark_example
from levend.core.errors import NotFound
from levend.web.examples.page import ExamplesPage
from levend.web.requests import LevendRequest

MOST = 2_000_000_000


@require_http_methods(["GET", "HEAD", "POST"])
def examples(request: LevendRequest, code: str) -> HttpResponse:
    """What this school shares, what waits for the director, and what can be marked."""
    about = examples_of(request.actor, code)
    if request.method == "POST":
        messages.success(request, _take(request.actor, code, request.POST.get("doe", "")))
        return redirect("examples", code)
    return render(request, "examples/examples.html", {"page": ExamplesPage(about)})


def _take(actor: Actor, code: str, what: str) -> str:
    """Do what a button says, such as `merk:missie:0`, `deel:12` or `stop:12`. Raises `NotFound` for anything else."""
    match what.split(":"):
        case ["merk", question, number] if _is_number(number):
            mark_example(actor=actor, location_code=code, question=question, paragraph=int(number))
            return _("Gekozen als voorbeeld. Andere scholen lezen het zodra de directeur toestemming geeft.")
        case ["deel", number] if _is_number(number):
            consent_to_example(actor=actor, example_id=int(number))
            return _("Gedeeld. Andere scholen van het samenwerkingsverband lezen het bij dezelfde vraag.")
        case ["stop", number] if _is_number(number):
            end_example(actor=actor, example_id=int(number))
            return _("Teruggenomen. Andere scholen lezen dit voorbeeld niet meer.")
    raise NotFound(what[:40])


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 11 and int(text) <= MOST
