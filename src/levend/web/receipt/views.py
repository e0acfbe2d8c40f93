"""What was handed in, looked at; questions are put, nothing is edited, and receiving waits for no answer."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from levend.core.errors import Invalid, NotNow
from levend.rounds.queries.receipt import receipt_of
from levend.rounds.services.questions import put_questions
from levend.web.receipt.forms import Letter, letter_from
from levend.web.receipt.page import ReceiptPage
from levend.web.requests import LevendRequest


@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: LevendRequest, code: str) -> HttpResponse:
    """Completeness, what the profile raises, what is different, and the questions that were put."""
    about = receipt_of(request.actor, code)
    if request.method != "POST":
        return _page(request, ReceiptPage(about, Letter()))
    letter = letter_from(request.POST, about.raised)
    if "more" in request.POST:
        return _page(request, ReceiptPage(about, letter))
    if letter.faults:
        return _page(request, ReceiptPage(about, letter), status=422)
    try:
        put_questions(
            actor=request.actor,
            case_id=about.case.pk,
            questions=letter.questions(about.raised),
            words=letter.words,
        )
    except Invalid as refused:
        letter = replace(letter, faults={"": str(refused)})
        return _page(request, ReceiptPage(about, letter), status=422)
    except NotNow as refused:
        letter = replace(letter, faults={"": str(refused)})
        return _page(request, ReceiptPage(about, letter), status=409)
    messages.success(request, _("De vragen zijn aan de school gestuurd. De ontvangst wacht er niet op."))
    return redirect(f"{reverse('receipt', args=[code])}#gesteld")


def _page(request: LevendRequest, page: ReceiptPage, status: int = 200) -> HttpResponse:
    return render(request, "receipt/receipt.html", {"page": page}, status=status)
