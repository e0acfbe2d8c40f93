"""Bringing in a file of open data: hand it in, see what it would do, choose rows, do it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from levend.accounts import rules
from levend.accounts.queries.organisations import consortia_for
from levend.accounts.queries.registers import ImportPage, first_scope, has_areas, import_for, imports_for
from levend.accounts.services.registers import (
    Chooses,
    ImportKind,
    ImportScope,
    Rows,
    ask_import,
    check_import,
    choose_rows,
    import_kind,
    import_kinds,
)
from levend.core.errors import Invalid, NotFound, NotNow
from levend.web.forms import put_faults
from levend.web.registers.forms import RegisterForm, RowsForm
from levend.web.registers.lists import figures_of, kind_label, label_of, lists_of, shown
from levend.web.registers.words import LISTS
from levend.web.requests import LevendRequest

FORMER = 20
ROWS_A_PAGE = 100


@require_http_methods(["GET", "HEAD", "POST"])
def overview(request: LevendRequest) -> HttpResponse:
    """The form for a file, and the files of before."""
    if not rules.can_see_organisations(request.actor):
        raise NotFound
    form = _register_form(request)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("register_import", _check(request, form))
        except Invalid as refused:
            if refused.fields:
                put_faults(form, refused)
            else:
                form.add_error("file", str(refused))
    former = [(line, kind_label(line.kind)) for line in imports_for(request.actor, FORMER)]
    context = {
        "form": form,
        "former": former,
        "kinds": [*zip(form["kind"], (kind.hint for kind in _kinds(request)), strict=True)],
    }
    return render(request, "registers/overview.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def one_import(request: LevendRequest, import_id: int) -> HttpResponse:
    """What the file would do, or did. Posting chooses other rows of it and shows that."""
    page = import_for(request.actor, import_id)
    form = _rows_form(request, page)
    if request.method == "POST":
        if form is None:
            raise NotNow(_("Van dit bestand is niets meer te kiezen."))
        if form.is_valid():
            scope = form.scope(page.consortium_id)
            choose_rows(actor=request.actor, import_id=import_id, scope=scope)
            return redirect("register_import", import_id)
    context = {
        "page": page,
        "kind": kind_label(page.line.kind),
        "form": form,
        "lists": lists_of(page),
        "figures": figures_of(page),
        "chosen": len(page.scope.municipalities),
        "by_municipality": page.scope.rows is Rows.MUNICIPALITIES,
        "offered": len(page.lists.get("choices", ())),
    }
    return render(
        request, "registers/import.html", context, status=422 if form is not None and form.errors else 200
    )


@require_POST
def apply(request: LevendRequest, import_id: int) -> HttpResponse:
    """Do what was shown. Where that is not the same any more, show what it is now."""
    page = import_for(request.actor, import_id)
    try:
        done = ask_import(actor=request.actor, import_id=import_id)
    except NotNow as changed:
        messages.warning(request, str(changed))
        choose_rows(actor=request.actor, import_id=import_id, scope=page.scope)
    else:
        if done.applied_at is not None:
            messages.success(request, _("Het bestand is doorgevoerd."))
    return redirect("register_import", import_id)


@require_safe
def rows(request: LevendRequest, import_id: int, word: str) -> HttpResponse:
    """One list of an import, whole."""
    page = import_for(request.actor, import_id)
    if word not in LISTS:
        raise NotFound(word)
    paginator = Paginator(page.lists.get(LISTS[word][0], ()), ROWS_A_PAGE)
    part = paginator.get_page(request.GET.get("bladzijde"))
    context = {
        "page": page,
        "kind": kind_label(page.line.kind),
        "title": label_of(page, word),
        "part": part,
        "rows": shown(page, word, list(part.object_list)),
    }
    return render(request, "registers/rows.html", context)


def _check(request: LevendRequest, form: RegisterForm) -> int:
    """Keep the file, with the rows that the consortium most likely means; the key of what was kept."""
    kind, file = form.cleaned_data["kind"], form.cleaned_data["file"]
    found = import_kind(kind)
    chooses = found is not None and found.chooses is Chooses.ROWS
    scope = first_scope(form.consortium_id) if chooses else ImportScope(form.consortium_id)
    kept = check_import(actor=request.actor, kind=kind, file_name=file.name, data=file.read(), scope=scope)
    return int(kept.pk)


def _kinds(request: LevendRequest) -> tuple[ImportKind, ...]:
    manages = bool(rules.can_manage(request.actor))
    return tuple(kind for kind in import_kinds() if manages or not kind.operator_only)


def _register_form(request: LevendRequest) -> RegisterForm:
    is_sent = request.method == "POST"
    return RegisterForm(
        _kinds(request),
        [(each.pk, each.name) for each in consortia_for(request.actor)],
        whole=bool(rules.can_manage(request.actor)),
        data=request.POST if is_sent else None,
        files=request.FILES if is_sent else None,
    )


def _rows_form(request: LevendRequest, page: ImportPage) -> RowsForm | None:
    """The choice of rows, while there is one."""
    if page.is_settled or page.consortium_id is None or not page.lists.get("choices"):
        return None
    return RowsForm(
        [(str(code), f"{name} ({size})") for code, name, size in page.lists["choices"]],
        has_areas=has_areas(page.consortium_id),
        scope=page.scope,
        data=request.POST if request.method == "POST" else None,
    )
