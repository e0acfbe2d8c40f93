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
from levend.profiles.queries.brought_files import BroughtPage, brought_line, brought_page
from levend.profiles.queries.brought_forms import brought_forms_page
from levend.profiles.services import ask_brought, bring_sheet, map_columns
from levend.web.forms import put_faults
from levend.web.moving.forms import ColumnsForm
from levend.web.moving.handing import FolderForm, SheetForm
from levend.web.moving.overview import overview_page, sheet_form
from levend.web.moving.pages import FormsPage, OutcomePage, SchoolsPage, column_rows, tables_of
from levend.web.onpaper.limits import may_work
from levend.web.requests import LevendRequest
from levend.web.verify.uploads import InMemory, is_beyond_reading


@csrf_exempt  # checked below, once it is settled that the file goes to no disk
@require_http_methods(["GET", "HEAD", "POST"])
def overview(request: LevendRequest) -> HttpResponse:
    """The forms for files, and the files of before; a spreadsheet is handed in here."""
    if is_beyond_reading(request):
        raise RequestDataTooBig
    upload = InMemory(request, MOST_BYTES)
    request.upload_handlers = [upload]
    return _overview(request, upload)


@csrf_protect
def _overview(request: LevendRequest, upload: InMemory) -> HttpResponse:
    if not rules.can_see_organisations(request.actor):
        raise NotFound
    is_sent = request.method == "POST"
    form, status = sheet_form(request, is_sent=is_sent), 200
    if is_sent:
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
    folder = FolderForm([(each.pk, each.name) for each in consortia_for(request.actor)])
    return overview_page(request, form, folder, status)


@require_http_methods(["GET", "HEAD", "POST"])
def brought(request: LevendRequest, brought_id: int) -> HttpResponse:
    """Choose what each column is about, while there is something to choose; afterwards what was taken over."""
    line = brought_line(request.actor, brought_id)
    if not line.has_columns and request.method == "POST":
        raise NotNow(_("Aan dit bestand is niets meer te kiezen."))
    if line.is_settled:
        return render(request, "moving/outcome.html", {"line": line, "outcome": OutcomePage(line.outcome)})
    if line.is_forms:
        page = FormsPage(brought_forms_page(request.actor, brought_id))
        return render(request, "moving/forms.html", {"line": line, "page": page})
    return _columns(request, brought_page(request.actor, brought_id))


def _columns(request: LevendRequest, page: BroughtPage) -> HttpResponse:
    brought_id = page.line.id
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
    line = brought_line(request.actor, brought_id)
    if not line.has_columns:
        return redirect("brought", brought_id)
    page = brought_page(request.actor, brought_id)
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


def _columns_form(request: LevendRequest, page: BroughtPage) -> ColumnsForm:
    return ColumnsForm(
        page.definition,
        page.headers,
        page.columns,
        name=page.name,
        data=request.POST if request.method == "POST" else None,
    )
