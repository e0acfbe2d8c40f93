"""The formats of a coordinator: what there is, and beginning one."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from levend.core.errors import Invalid
from levend.formats.engine.faults import FormatFaults
from levend.formats.queries.drafts import Draft
from levend.formats.queries.kept import KeptFormat, kept_format, kept_formats, owners_for, readable_version
from levend.formats.services import begin_empty, begin_from_file, begin_version, copy_format
from levend.web.formats import words
from levend.web.formats.forms.general import NewFormatForm, NewFromFileForm
from levend.web.forms import put_faults
from levend.web.requests import LevendRequest


@require_safe
def formats(request: LevendRequest) -> HttpResponse:
    """The formats that this person keeps, and those to begin from."""
    found = kept_formats(request.actor)
    context = {
        "own": [each for each in found if each.is_kept],
        "others": [each for each in found if not each.is_kept],
    }
    return render(request, "formats/list.html", context)


@require_safe
def one_format(request: LevendRequest, key: str) -> HttpResponse:
    """One format with its versions, and what can be done with it."""
    found = kept_format(request.actor, key)
    schools = [words.SCHOOLS[each] for each in found.school_types if each in words.SCHOOLS]
    return render(request, "formats/format.html", {"format": found, "schools": schools})


@require_http_methods(["GET", "HEAD", "POST"])
def new_format(request: LevendRequest) -> HttpResponse:
    """Begin a format of one's own: out of another, or empty."""
    found = [each for each in kept_formats(request.actor) if each.latest]
    form = NewFormatForm(
        request.POST if request.method == "POST" else None,
        formats=found,
        owners=owners_for(request.actor),
        initial={"source": _suggested(request.GET.get("van", ""), found)},
    )
    try:
        if form.is_valid():
            draft = _begun(request, form)
            messages.success(
                request, _("Uw format is begonnen. Alleen u en uw collega’s zien het, tot u het publiceert.")
            )
            return redirect("format_draft", draft.key)
    except Invalid as refused:
        put_faults(form, refused)
    return render(request, "formats/new.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def new_from_file(request: LevendRequest) -> HttpResponse:
    """Begin a format of one's own with a file."""
    kept_formats(request.actor)
    form = NewFromFileForm(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        owners=owners_for(request.actor),
    )
    faults: tuple[object, ...] = ()
    try:
        if form.is_valid():
            draft = begin_from_file(actor=request.actor, owner=form.owner, text=form.content, name=form.name)
            messages.success(request, _("Het bestand is ingelezen. Opmerkingen met # zijn niet bewaard."))
            return redirect("format_draft", draft.key)
    except FormatFaults as refused:
        faults = refused.faults
    except Invalid as refused:
        put_faults(form, refused)
    status = 422 if form.errors or faults else 200
    return render(request, "formats/new_file.html", {"form": form, "faults": faults}, status=status)


@require_POST
def new_version(request: LevendRequest, key: str) -> HttpResponse:
    """Begin the next version, or go on with the one that was begun."""
    begin_version(actor=request.actor, key=key)
    return redirect("format_draft", key)


@require_safe
def version_file(request: LevendRequest, key: str, number: int) -> HttpResponse:
    """A published version as its file."""
    version = readable_version(request.actor, key, number)
    return yaml_response(version.body, f"{key}-{number}.yaml")


def yaml_response(text: str, name: str) -> HttpResponse:
    """A file to keep; a browser never shows it."""
    header = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(
        text, content_type="application/yaml; charset=utf-8", headers={"Content-Disposition": header or ""}
    )


def _begun(request: LevendRequest, form: NewFormatForm) -> Draft:
    title = form.cleaned_data["title"]
    if form.chosen is None:
        return begin_empty(actor=request.actor, owner=form.owner, title=title)
    source, number = form.chosen
    return copy_format(actor=request.actor, owner=form.owner, source=source, number=number, title=title)


def _suggested(key: str, found: Sequence[KeptFormat]) -> str:
    return next((f"{key} {each.latest.number}" for each in found if each.key == key and each.latest), "")
