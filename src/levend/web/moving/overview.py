"""The page with both ways to bring answers in."""

from django.http import HttpResponse
from django.shortcuts import render

from levend.accounts import rules
from levend.accounts.queries.organisations import consortia_for
from levend.formats.queries import published_versions
from levend.profiles.queries.brought_files import brought_files_for
from levend.web.moving.handing import FolderForm, SheetForm
from levend.web.requests import LevendRequest

FORMER = 20


def overview_page(
    request: LevendRequest, form: SheetForm, folder: FolderForm, status: int = 200
) -> HttpResponse:
    """The two forms, and the files of before."""
    context = {
        "form": form,
        "folder": folder,
        "has_faults": bool(form.errors or folder.errors),
        "by_list": rules.can_invite_by_list(request.actor),
        "former": brought_files_for(request.actor, FORMER),
    }
    return render(request, "moving/overview.html", context, status=status)


def sheet_form(request: LevendRequest, *, is_sent: bool) -> SheetForm:
    """For a spreadsheet; empty unless one was sent."""
    return SheetForm(
        [(each.pk, each.name) for each in consortia_for(request.actor)],
        [(each.id, each.title) for each in published_versions(request.actor)],
        data=request.POST if is_sent else None,
        files=request.FILES if is_sent else None,
    )


def folder_form(request: LevendRequest) -> FolderForm:
    """For filled forms; empty unless some were sent."""
    is_sent = request.method == "POST"
    return FolderForm(
        [(each.pk, each.name) for each in consortia_for(request.actor)],
        data=request.POST if is_sent else None,
        files=request.FILES if is_sent else None,
    )
