"""The form to fill in, what comes back on it, and taking that over."""

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from levend.core.decision import Verdict
from levend.documents.reading.read import MOST_BYTES
from levend.documents.services import typeset_form
from levend.profiles.engine.proposals import proposals
from levend.profiles.queries.writing import Draft, draft_for, with_answers
from levend.profiles.services import take_over
from levend.profiles.values import ChapterSaved, Submitted
from levend.publication.render.form_of import form_of
from levend.web.onpaper.forms import FilledForm
from levend.web.onpaper.limits import may_work
from levend.web.onpaper.offers import Offers, offers_of, offers_sent
from levend.web.onpaper.pages import offer_page
from levend.web.onpaper.reading import Refused, read_form
from levend.web.requests import LevendRequest
from levend.web.verify.uploads import InMemory, is_beyond_reading


@csrf_exempt  # checked below, once it is settled that the file goes to no disk
@require_http_methods(["GET", "HEAD", "POST"])
def on_paper(request: LevendRequest, code: str) -> HttpResponse:
    """How it works, with the form; or what a form that was handed in says."""
    if is_beyond_reading(request):
        raise RequestDataTooBig
    upload = InMemory(request, MOST_BYTES)
    request.upload_handlers = [upload]
    return _on_paper(request, code, upload)


@csrf_protect
def _on_paper(request: LevendRequest, code: str, upload: InMemory) -> HttpResponse:
    draft = _written_draft(request, code)
    if request.method != "POST":
        return _page(request, draft, FilledForm())
    draft.writable.require()
    form = FilledForm(request.POST, request.FILES)
    if upload.too_large:
        form.refuse(_("Dit bestand is groter dan 25 MB. Zo groot zijn onze formulieren nooit."))
    if not form.is_valid():
        return _page(request, draft, form, status=422)
    if not may_work(request.actor.user_id):
        form.refuse(_("U levert heel vaak een formulier in. Wacht een minuut en probeer het opnieuw."))
        return _page(request, draft, form, status=429)
    found = read_form(draft, form.cleaned_data["file"].read())
    if isinstance(found, Refused):
        form.refuse(found.why)
        return _page(request, draft, form, status=422)
    profile = with_answers(draft)
    proposed = proposals(found.form, profile.definition, profile.answers)
    offers = offers_of(proposed, profile, found.mark.digest, found.notices)
    return _offers(request, draft, offers)


@require_safe
def form_file(request: LevendRequest, code: str) -> HttpResponse:
    """The form with the answers of this moment."""
    document = form_of(request.actor, code)
    if not may_work(request.actor.user_id):
        messages.warning(
            request, _("U haalt heel vaak een formulier op. Wacht een minuut en probeer het opnieuw.")
        )
        return redirect("on_paper", code)
    response = HttpResponse(typeset_form(document), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="formulier-{code}.pdf"'
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
def take(request: LevendRequest, code: str) -> HttpResponse:
    """Take over what was ticked, or all; what is left stays on the page."""
    draft = _written_draft(request, code)
    draft.writable.require()
    offers = offers_sent(request.POST.get("voorstel") or "", with_answers(draft))
    chosen = (
        {each.key for each in offers.offers} if "alles" in request.POST else {*request.POST.getlist("neem")}
    )
    answers = {
        each.key: Submitted(each.value, each.revision)
        for each in offers.offers
        if each.key in chosen and not each.fault
    }
    outcome = take_over(actor=request.actor, profile_id=draft.profile_id, answers=answers, form=offers.digest)
    _tell(request, outcome, bool(answers))
    left = offers.without(outcome.saved)
    if not left.offers:
        return redirect("on_paper", code)
    return _offers(request, draft, left, status=409 if outcome.conflicts else 200)


def _written_draft(request: LevendRequest, code: str) -> Draft:
    """The draft, for who writes it; also while it lies with somebody else."""
    draft = draft_for(request.actor, code)
    if draft.writable.kind is Verdict.FORBIDDEN:
        draft.writable.require()
    return draft


def _tell(request: LevendRequest, outcome: ChapterSaved, was_asked: bool) -> None:
    if outcome.changed:
        text = ngettext(
            "Overgenomen: %(number)d antwoord.", "Overgenomen: %(number)d antwoorden.", outcome.changed
        )
        messages.success(request, text % {"number": outcome.changed})
    elif outcome.is_whole:
        messages.info(
            request,
            _("Dit was al overgenomen.") if was_asked else _("U vinkte niets aan. Er is niets gewijzigd."),
        )
    if outcome.conflicts:
        text = ngettext(
            "%(number)d antwoord is net door iemand anders gewijzigd. Kijk nog een keer wat het moet worden.",
            "%(number)d antwoorden zijn net door iemand anders gewijzigd. Kijk nog een keer wat het moet worden.",
            len(outcome.conflicts),
        )
        messages.warning(request, text % {"number": len(outcome.conflicts)})
    for fault in outcome.invalid.values():
        messages.error(request, fault)


def _page(request: LevendRequest, draft: Draft, form: FilledForm, *, status: int = 200) -> HttpResponse:
    return render(request, "onpaper/page.html", {"draft": draft, "form": form}, status=status)


def _offers(request: LevendRequest, draft: Draft, offers: Offers, *, status: int = 200) -> HttpResponse:
    page = offer_page(with_answers(draft), offers)
    return render(request, "onpaper/offers.html", {"draft": draft, "page": page}, status=status)
