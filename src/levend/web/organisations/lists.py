"""Lists of what one looks after."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from levend.accounts import rules
from levend.accounts.queries.organisations import (
    boards_for,
    consortia_for,
    consortium_for,
    consortium_summaries,
    groups_for,
    location_summaries,
    managed_locations,
)
from levend.web.organisations.page import only
from levend.web.requests import LevendRequest

ROWS_A_PAGE = 25


@dataclass(frozen=True)
class Row:
    """One line: where it leads, its name and code, and a text for each further column."""

    href: str
    name: str
    code: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Tab:
    href: str
    label: str
    current: bool


@require_safe
def consortia(request: LevendRequest) -> HttpResponse:
    """All consortia for the operator; who coordinates one alone goes straight to it."""
    only(rules.can_see_organisations(request.actor))
    may_add = rules.can_manage(request.actor)
    if not may_add:
        own = consortia_for(request.actor)[:2]
        if len(own) == 1:
            return redirect("consortium", own[0].code)
    columns = _("Groep"), _("Vestigingen"), _("Coördinatoren")

    def rows(page: "Page[Any]") -> Iterable[Row]:
        for each in consortium_summaries(page.object_list):
            cells = (
                each.of.group.name if each.of.group else "–",
                str(each.locations),
                str(each.coordinators) if each.coordinators else _("nog niemand"),
            )
            yield Row(
                reverse("consortium", args=[each.of.code]),
                each.of.name,
                each.of.code,
                tuple(zip(columns, cells, strict=True)),
            )

    add = (reverse("new_consortium"), _("Voeg een samenwerkingsverband toe")) if may_add else None
    return _list(
        request, _("Samenwerkingsverbanden"), lambda words: consortia_for(request.actor, words), rows, add
    )


@require_safe
def groups(request: LevendRequest) -> HttpResponse:
    """Groups of consortia, for the operator."""
    only(rules.can_manage(request.actor))

    def rows(page: "Page[Any]") -> Iterable[Row]:
        for each in page.object_list:
            cells = ((_("Samenwerkingsverbanden"), str(each.size)),)
            yield Row(reverse("group", args=[each.code]), each.name, each.code, cells)

    add = reverse("new_group"), _("Voeg een groep toe")
    return _list(request, _("Groepen"), lambda words: groups_for(request.actor, words), rows, add)


@require_safe
def boards(request: LevendRequest) -> HttpResponse:
    """Boards, for the operator."""
    only(rules.can_manage(request.actor))

    def rows(page: "Page[Any]") -> Iterable[Row]:
        for each in page.object_list:
            cells = ((_("Vestigingen"), str(each.size)),)
            yield Row(reverse("board", args=[each.code]), each.name, each.code, cells)

    add = reverse("new_board"), _("Voeg een bestuur toe")
    return _list(request, _("Besturen"), lambda words: boards_for(request.actor, words), rows, add)


@require_safe
def locations(request: LevendRequest) -> HttpResponse:
    """Every location, for the operator."""
    only(rules.can_manage(request.actor))
    add = reverse("new_location"), _("Voeg een vestiging toe")
    return _list(
        request, _("Vestigingen"), lambda words: managed_locations(request.actor, words), _location_rows, add
    )


@require_safe
def consortium_locations(request: LevendRequest, code: str) -> HttpResponse:
    """The locations of one consortium."""
    consortium = consortium_for(request.actor, code)
    add = reverse("new_location_in", args=[code]), _("Voeg een vestiging toe")
    return _list(
        request,
        _("Vestigingen van %(name)s") % {"name": consortium.name},
        lambda words: managed_locations(request.actor, words, consortium),
        _location_rows,
        add,
        trail=((reverse("consortium", args=[code]), consortium.name),),
    )


def _location_rows(page: "Page[Any]") -> Iterable[Row]:
    for each in location_summaries(page.object_list):
        cells = (
            (_("Soort school"), each.of.get_school_type_display()),
            (_("Bestuur"), each.of.school.board.name),
            (_("Raad"), each.council or _("nog geen")),
        )
        yield Row(reverse("location", args=[each.of.code]), each.of.name, each.of.code, cells)


def _list(
    request: LevendRequest,
    title: str,
    find: "Callable[[str], QuerySet[Any]]",  # of any model
    rows_of: "Callable[[Page[Any]], Iterable[Row]]",
    add: tuple[str, str] | None,
    trail: tuple[tuple[str, str], ...] = (),
) -> HttpResponse:
    search = request.GET.get("zoek", "").replace("\0", "")[:100]
    page = Paginator(find(search), ROWS_A_PAGE).get_page(request.GET.get("bladzijde"))
    rows = tuple(rows_of(page))
    context = {
        "title": title,
        "rows": rows,
        "columns": tuple(label for label, _cell in rows[0].cells) if rows else (),
        "page": page,
        "search": search,
        "many": bool(search) or page.paginator.num_pages > 1,
        "add": add,
        "tabs": _tabs(request) if not trail and rules.can_manage(request.actor) else (),
        "trail": trail,
    }
    return render(request, "organisations/list.html", context)


def _tabs(request: LevendRequest) -> tuple[Tab, ...]:
    tabs = (
        ("organisations", _("Samenwerkingsverbanden")),
        ("groups", _("Groepen")),
        ("boards", _("Besturen")),
        ("managed_locations", _("Vestigingen")),
    )
    return tuple(Tab(reverse(name), label, reverse(name) == request.path) for name, label in tabs)
