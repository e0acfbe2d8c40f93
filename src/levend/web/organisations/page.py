"""The pages of this area that are one form: show it, save, say so, go back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from levend.core.decision import Decision
from levend.core.errors import Invalid, NotFound
from levend.web.forms import put_faults
from levend.web.requests import LevendRequest

Text = str | Promise


@dataclass(frozen=True)
class FormPage:
    """`trail` leads back: addresses with their names, the nearest one last; there one goes after saving."""

    title: Text
    button: Text
    trail: tuple[tuple[str, Text], ...]
    intro: Text = ""
    done: Text = ""

    @property
    def back(self) -> str:
        return self.trail[-1][0]


def answer(
    request: LevendRequest,
    form: forms.Form,
    page: FormPage,
    save: Callable[[], object],
    *,
    template: str = "organisations/form.html",
    context: Mapping[str, object] | None = None,
    to: Callable[[], str] | None = None,
) -> HttpResponse:
    """Save a form that is whole and go on; else show it with what is wrong. `to` says where, when not back."""
    if form.is_bound and form.is_valid():
        try:
            save()
        except Invalid as refused:
            put_faults(form, refused)
        else:
            messages.success(request, str(page.done))
            return redirect(to() if to else page.back)
    shown = {"form": form, "page": page, **(context or {})}
    return render(request, template, shown, status=422 if form.errors else 200)


def posted(request: LevendRequest) -> QueryDict | None:
    """What a form is bound to: what was sent, or nothing."""
    return request.POST if request.method == "POST" else None


def only(decision: Decision) -> None:
    """For addresses that not everybody may know of: who may not gets 404."""
    if not decision:
        raise NotFound
