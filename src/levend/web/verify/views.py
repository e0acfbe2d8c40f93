"""The page on which anybody checks a document. No account, no cookie, no script; the file is not kept."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from levend.documents.reading.read import MOST_BYTES
from levend.publication.queries.verify import verify
from levend.web.public.caching import public_page
from levend.web.verify.forms import DocumentForm
from levend.web.verify.limits import may_check
from levend.web.verify.outcome import Outcome, outcome_of
from levend.web.verify.uploads import InMemory, is_beyond_reading


@csrf_exempt  # nothing changes and nobody is logged in, so there is nothing to forge; and no cookie is needed
@require_http_methods(["GET", "HEAD", "POST"])
def verify_document(request: HttpRequest) -> HttpResponseBase:
    """An empty form, or the verdict on what was sent."""
    if request.method != "POST":
        return _empty(request)
    response = _checked(request)
    add_never_cache_headers(response)
    return response


@require_safe
@public_page
def _empty(request: HttpRequest) -> HttpResponse:
    return _page(request, DocumentForm())


def _checked(request: HttpRequest) -> HttpResponse:
    if is_beyond_reading(request):
        raise RequestDataTooBig
    upload = InMemory(request, MOST_BYTES)
    request.upload_handlers = [upload]
    form = DocumentForm(request.POST, request.FILES)
    if upload.too_large:
        form.refuse(_("Dit bestand is groter dan 25 MB. Zo groot zijn onze documenten nooit."))
    if not form.is_valid():
        return _page(request, form, status=422)
    if not may_check(request):
        form.refuse(
            _("Er wordt op dit moment te vaak gecontroleerd. Wacht een minuut en probeer het opnieuw.")
        )
        return _page(request, form, status=429)
    return _page(request, DocumentForm(), outcome_of(verify(form.cleaned_data["file"].read())))


def _page(
    request: HttpRequest, form: DocumentForm, outcome: Outcome | None = None, *, status: int = 200
) -> HttpResponse:
    context = {"form": form, "outcome": outcome, "theme": ""}
    return render(request, "verify/verify.html", context, status=status)
