"""Bringing last year's answers in: hand in a spreadsheet, choose columns, look, take over."""

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from levend.accounts import rules
from levend.accounts.queries.organisations import consortia_for
from levend.core.errors import Invalid, NotFound, NotNow
from levend.documents.reading.sheets import MOST_BYTES
from levend.formats.queries import published_versions
from levend.profiles.queries.brought_files import BroughtPage, brought_files_for, brought_page
from levend.profiles.services import ask_brought, bring_sheet, map_columns
from levend.web.forms import put_faults
from levend.web.moving.forms import ColumnsForm, SheetForm
from levend.web.moving.pages import OutcomePage, SchoolsPage, column_rows, tables_of
from levend.web.onpaper.limits import may_work
from levend.web.requests import LevendRequest
from levend.web.verify.uploads import InMemory, is_beyond_reading

FORMER = 20


@csrf_exempt  # checked below, once it is settled that the file goes to no disk
@require_http_methods(["GET", "HEAD", "POST"])
def overview(request: LevendRequest) -> HttpResponse:
    """The form for a file, and the files of before."""
    if is_beyond_reading(request):
        raise RequestDataTooBig
    upload = InMemory(request, MOST_BYTES)
    request.upload_handlers = [upload]
    return _overview(request, upload)


@csrf_protect
def _overview(request: LevendRequest, upload: InMemory) -> HttpResponse:
    if not rules.can_see_organisations(request.actor):
        raise NotFound
    form, status = _sheet_form(request), 200
    if request.method == "POST":
        status = 422
        if upload.too_large:
            form.refuse(
                _("Dit bestand is groter dan 10 MB. Bewaar alleen het blad met de antwoorden en kies dat.")
            )
        elif form.is_valid() and not may_work(request.actor.user_id):
            form.refuse(_("U levert heel vaak een bestand in. Wacht een minuut en probeer het opnieuw."))
            status = 429
        elif form.is_valid():
            try:
                return redirect("brought", _bring(request, form))
            except Invalid as refused:
                put_faults(form, refused)
    context = {"form": form, "former": brought_files_for(request.actor, FORMER)}
    return render(request, "moving/overview.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def brought(request: LevendRequest, brought_id: int) -> HttpResponse:
    """Choose what each column is about, while there is something to choose; afterwards what was taken over."""
    page = brought_page(request.actor, brought_id)
    if page.line.is_settled:
        if request.method == "POST":
            raise NotNow(_("Aan dit bestand is niets meer te kiezen."))
        context = {"page": page, "outcome": OutcomePage(page.outcome)}
        return render(request, "moving/outcome.html", context)
    form = _columns_form(request, page)
    if request.method == "POST" and form.is_valid():
        try:
            map_columns(
                actor=request.actor,
                brought_id=brought_id,
                columns=form.columns,
                name=form.cleaned_data["name"],
            )
        except Invalid as refused:
            put_faults(form, refused)
        else:
            return redirect("brought" if "opnieuw" in request.POST else "brought_schools", brought_id)
    context = {"page": page, "form": form, "rows": list(column_rows(page, form)), "tables": tables_of(page)}
    return render(request, "moving/columns.html", context, status=422 if form.errors else 200)


@require_safe
def schools(request: LevendRequest, brought_id: int) -> HttpResponse:
    """What would be taken over, school by school."""
    page = brought_page(request.actor, brought_id)
    if page.line.is_settled:
        return redirect("brought", brought_id)
    return render(request, "moving/schools.html", {"page": page, "found": SchoolsPage(page)})


@require_POST
def take(request: LevendRequest, brought_id: int) -> HttpResponse:
    """Have it taken over."""
    try:
        ask_brought(actor=request.actor, brought_id=brought_id)
    except NotNow as why:
        messages.warning(request, str(why))
    return redirect("brought", brought_id)


def _bring(request: LevendRequest, form: SheetForm) -> int:
    file = form.cleaned_data["file"]
    kept = bring_sheet(
        actor=request.actor,
        consortium_id=form.consortium_id,
        version_id=int(form.cleaned_data["version"]),
        file_name=file.name,
        data=file.read(),
    )
    return int(kept.pk)


def _sheet_form(request: LevendRequest) -> SheetForm:
    is_sent = request.method == "POST"
    return SheetForm(
        [(each.pk, each.name) for each in consortia_for(request.actor)],
        [(each.id, each.title) for each in published_versions(request.actor)],
        data=request.POST if is_sent else None,
        files=request.FILES if is_sent else None,
    )


def _columns_form(request: LevendRequest, page: BroughtPage) -> ColumnsForm:
    return ColumnsForm(
        page.definition,
        page.headers,
        page.columns,
        name=page.name,
        data=request.POST if request.method == "POST" else None,
    )
