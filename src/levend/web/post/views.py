"""Letters on their way, for who looks after them; in a demo, which has no mailbox, for everybody."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from levend.accounts.queries.letters import example_letters, letter_for, letters_for, shown
from levend.accounts.services import send_letter_again
from levend.web.post.kinds import ABOUT_LETTERS, STANDINGS, sign_of
from levend.web.requests import LevendRequest

LETTERS_A_PAGE = 50


@require_safe
def outbox(request: LevendRequest) -> HttpResponse:
    """Letters newest first, by where they are and by address or code."""
    standing, search = request.GET.get("stand", ""), request.GET.get("zoek", "").strip()[:254]
    rows = letters_for(request.actor, standing=standing, search=search)
    page = Paginator(rows, LETTERS_A_PAGE).get_page(request.GET.get("bladzijde"))
    context = {
        "letters": [(entry, sign_of(entry)) for entry in shown(request.actor, list(page.object_list))],
        "page": page,
        "standing": standing,
        "search": search,
        "standings": STANDINGS,
    }
    return render(request, "post/outbox.html", context)


@require_safe
def letter(request: LevendRequest, letter_id: int) -> HttpResponse:
    """One letter, with every attempt and what the mail server answered."""
    page = letter_for(request.actor, letter_id)
    return render(request, "post/letter.html", {"page": page, "sign": sign_of(page.entry)})


@require_POST
def letter_again(request: LevendRequest, letter_id: int) -> HttpResponse:
    send_letter_again(actor=request.actor, letter_id=letter_id)
    messages.success(request, _("De brief gaat opnieuw op weg."))
    return redirect("letter", letter_id)


@require_safe
def letter_examples(request: LevendRequest) -> HttpResponse:
    """Every letter as it would arrive, in one language at a time."""
    language = "en" if request.GET.get("taal") == "en" else "nl"
    found = example_letters(request.actor, language=language)
    context = {
        "letters": [(each, ABOUT_LETTERS[each.name]) for each in found],
        "language": language,
    }
    return render(request, "post/examples.html", context)
