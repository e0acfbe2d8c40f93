"""Reading a concept along by a link: no account, no cookie, and the address is the key."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from levend.core.errors import Invalid, NotFound
from levend.profiles.queries.reading_along import ReaderLink, concept_by_link
from levend.profiles.services import mark_link_used
from levend.web.requests import LevendRequest
from levend.web.together.limits import count_failure, may_try
from levend.web.together.posting import NOTHING, Sent, perform, read
from levend.web.together.reading import ReadingPage, require_chapter

View = Callable[..., HttpResponse]


def _links_end(view: View) -> View:
    """Whatever is not there looks the same: a link that never was, is past, was taken back, or leads further astray."""

    @wraps(view)
    def guarded(request: LevendRequest, token: str, **more: str) -> HttpResponse:
        if not may_try(request):
            return render(request, "together/link_too_often.html", status=429)
        try:
            return view(request, token, **more)
        except NotFound:
            count_failure(request)
            return render(request, "together/link_ended.html", status=404)

    return guarded


@require_safe
@_links_end
def start(request: LevendRequest, token: str) -> HttpResponse:
    """What is asked of the reader, and the chapters."""
    link = _opened(token)
    return render(request, "together/read_start.html", {"page": _page(link, token), "link": link})


# A form of these pages is sent without the address of its page (no-referrer), which Django's check would refuse. It
# protects those whom a browser knows by a cookie; here nobody is known, and who sends a form has the link itself.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@_links_end
def chapter(request: LevendRequest, token: str, chapter: str) -> HttpResponse:
    """A chapter to read, with the remarks that are for this reader."""
    link, sent = _opened(token), NOTHING
    require_chapter(link.concept, chapter)
    if request.method == "POST":
        try:
            where = perform(link.actor, link.concept.profile_id, chapter, read(request.POST))
        except Invalid as refused:
            sent = read(request.POST, str(refused))
        else:
            return redirect(reverse("read_along_chapter", args=[token, chapter]) + where)
    page = _page(link, token, chapter, sent)
    return render(
        request, "together/read_chapter.html", {"page": page, "link": link}, status=422 if sent.fault else 200
    )


def _opened(token: str) -> ReaderLink:
    link = concept_by_link(token)
    if link.is_first_today:
        mark_link_used(actor=link.actor)
    return link


def _page(link: ReaderLink, token: str, chapter: str = "", sent: Sent = NOTHING) -> ReadingPage:
    return ReadingPage(
        concept=link.concept,
        base="together/base_link.html",
        start_url=reverse("read_along", args=[token]),
        urls={
            each.key: reverse("read_along_chapter", args=[token, each.key])
            for each in link.concept.definition.chapters
        },
        now=chapter,
        sent=sent,
    )
