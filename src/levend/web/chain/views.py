"""Pages of one profile's way."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from levend.adoption.queries.cases import has_case
from levend.adoption.queries.overview import overview
from levend.adoption.queries.papers import paper_file
from levend.adoption.queries.starting import start_of
from levend.adoption.queries.texts import frozen_text
from levend.adoption.services import open_case
from levend.core.errors import Invalid, NotNow
from levend.web.chain.forms.starting import StartForm
from levend.web.chain.forms.words import StepForm
from levend.web.chain.here import Here, step_here
from levend.web.chain.page import chain_page
from levend.web.chain.reader import chapters_of
from levend.web.chain.talk import talk_of
from levend.web.chain.text_pdf import pdf_file, pdf_of
from levend.web.forms import put_faults
from levend.web.organisations.trend import pupils_trend
from levend.web.requests import LevendRequest


@require_safe
def chain(request: LevendRequest, code: str) -> HttpResponse:
    """Whose turn it is, what was done, what can be done, what comes; where no profile was begun, how to begin one."""
    if not has_case(request.actor, code):
        return redirect("begin", code)
    page = chain_page(request.actor, overview(request.actor, code))
    context = {
        "page": page,
        "talk": talk_of(request.actor, page.about),
        "trend": pupils_trend(page.about.case.location_id),
    }
    return render(request, "chain/chain.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: LevendRequest, code: str) -> HttpResponse:
    """Begin a profile: in which format, for which year."""
    start = start_of(request.actor, code)
    form = StartForm(request.POST if request.method == "POST" else None, start=start)
    if request.method == "POST":
        start.decision.require()
        if form.is_valid():
            open_case(actor=request.actor, location_id=start.location_id, **form.payload())
            messages.success(request, form.done)
            return redirect("chain", code)
    return render(
        request, "chain/begin.html", {"start": start, "form": form}, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: LevendRequest, code: str, slug: str, number: int = 0) -> HttpResponse:
    """What a step does, and taking it. Whose step it never is gets a 403; too early or too late says why."""
    here = step_here(request.actor, code, slug, number)
    if request.method != "POST":
        return _page(request, here, here.form())
    if "more" in request.POST:
        return _page(request, here, here.form_with_more(request))
    form = here.form(request)
    try:
        if form.is_valid():
            here.take(form)
            messages.success(request, str(here.page.done))
            return redirect("chain", code)
    except Invalid as refused:
        put_faults(form, refused)
    except NotNow as refused:
        return _page(request, here, form, status=409, reason=str(refused))
    return _page(request, here, form, status=422 if here.decision else 409)


@require_safe
def text(request: LevendRequest, code: str, sha256: str) -> HttpResponse:
    """A frozen text, whole."""
    frozen = frozen_text(request.actor, code, sha256)
    context = {
        "text": frozen,
        "chapters": chapters_of(frozen),
        "pdf": pdf_of(request.actor, frozen),
    }
    return render(request, "chain/text.html", context)


@require_safe
def concept(request: LevendRequest, code: str, sha256: str) -> HttpResponse:
    """The same text as a document, the official one once it was handed in; else it says *concept* on every page."""
    file = pdf_file(request.actor, frozen_text(request.actor, code, sha256))
    response = HttpResponse(file.data, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


@require_safe
def paper(request: LevendRequest, code: str, paper_id: int) -> HttpResponse:
    """A registered letter or minutes, to keep; a browser never opens it in our name."""
    found = paper_file(request.actor, code, paper_id)
    header = content_disposition_header(as_attachment=True, filename=found.name)
    return HttpResponse(
        found.data, content_type=found.media_type, headers={"Content-Disposition": header or ""}
    )


def _page(
    request: LevendRequest, here: Here, form: StepForm, *, status: int = 200, reason: str = ""
) -> HttpResponse:
    context = {"here": here, "form": form, "reason": reason or str(here.decision.reason)}
    return render(request, "chain/step.html", context, status=status)
