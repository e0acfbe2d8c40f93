"""Sharing a concept with the consortium, and reading what is shared."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from levend.core.errors import Invalid, NotFound
from levend.profiles.queries.reading_along import Concept, shared_concept
from levend.profiles.queries.sharing import sharing_of
from levend.profiles.services import share_concept, take_back_concept
from levend.web.requests import LevendRequest
from levend.web.together.posting import NOTHING, Sent, perform, read
from levend.web.together.reading import ReadingPage, require_chapter


@require_http_methods(["GET", "HEAD", "POST"])
def share(request: LevendRequest, code: str) -> HttpResponse:
    """What sharing means, and the button that does it or takes it back."""
    page = sharing_of(request.actor, code)
    if request.method != "POST":
        return render(request, "together/share.html", {"page": page})
    match request.POST.get("doe"):
        case "deel":
            share_concept(actor=request.actor, profile_id=page.profile_id)
            messages.success(request, _("Het concept is gedeeld. De coördinatoren krijgen bericht."))
        case "terug":
            take_back_concept(actor=request.actor, profile_id=page.profile_id)
            messages.success(
                request, _("Het concept is teruggenomen. Het samenwerkingsverband leest niets meer.")
            )
        case other:
            raise NotFound(str(other))
    return redirect("share_concept", code)


@require_safe
def shared(request: LevendRequest, code: str) -> HttpResponse:
    """The chapters of a concept that is shared; that it is not, or not any more, where it is not."""
    found = shared_concept(request.actor, code)
    if found.concept is None:
        return render(request, "together/not_shared.html", {"shared": found})
    context = {"page": _page(found.concept), "shared": found, "link": None}
    return render(request, "together/read_start.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def shared_chapter(request: LevendRequest, code: str, chapter: str) -> HttpResponse:
    """A chapter of a shared concept, with the remarks between school and consortium."""
    found, sent = shared_concept(request.actor, code), NOTHING
    if found.concept is None:
        status = 409 if request.method == "POST" else 200
        return render(request, "together/not_shared.html", {"shared": found}, status=status)
    require_chapter(found.concept, chapter)
    if request.method == "POST":
        try:
            where = perform(request.actor, found.concept.profile_id, chapter, read(request.POST))
        except Invalid as refused:
            sent = read(request.POST, str(refused))
        else:
            return redirect(reverse("shared_chapter", args=[code, chapter]) + where)
    page = _page(found.concept, chapter, sent)
    return render(request, "together/read_chapter.html", {"page": page}, status=422 if sent.fault else 200)


def _page(concept: Concept, chapter: str = "", sent: Sent = NOTHING) -> ReadingPage:
    return ReadingPage(
        concept=concept,
        base="writing/base.html",
        start_url=reverse("shared_concept", args=[concept.code]),
        urls={
            each.key: reverse("shared_chapter", args=[concept.code, each.key])
            for each in concept.definition.chapters
        },
        now=chapter,
        sent=sent,
    )
