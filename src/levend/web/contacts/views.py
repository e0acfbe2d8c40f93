"""See the list, add, change, move, remove."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from levend.accounts.queries.contacts import contact_list, contact_on_list
from levend.accounts.services.organisations import (
    add_contact,
    change_contact,
    move_contact,
    remove_contact,
)
from levend.core.errors import Invalid
from levend.web.contacts.forms import ContactForm
from levend.web.forms import put_faults
from levend.web.requests import LevendRequest


@require_http_methods(["GET", "HEAD", "POST"])
def contacts(request: LevendRequest, code: str) -> HttpResponse:
    """The list as everybody reads it, and a form to put somebody on it."""
    page = contact_list(request.actor, code)
    form = ContactForm(request.POST if request.method == "POST" else None)
    try:
        if form.is_valid():
            add_contact(actor=request.actor, location_id=page.location.pk, fields=form.payload())
            messages.success(request, _("Toegevoegd. Het staat zo op de openbare bladzijde."))
            return redirect("contacts", code)
    except Invalid as refused:
        put_faults(form, refused)
    return render(
        request, "contacts/list.html", {"page": page, "form": form}, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: LevendRequest, code: str, contact_id: int) -> HttpResponse:
    """Change what is said of one person."""
    page = contact_list(request.actor, code)
    person = contact_on_list(page, contact_id)
    form = ContactForm(request.POST if request.method == "POST" else None, initial=asdict(person))
    try:
        if form.is_valid():
            change_contact(
                actor=request.actor,
                location_id=page.location.pk,
                contact_id=contact_id,
                fields=form.payload(),
            )
            messages.success(request, _("Bewaard. Het staat zo op de openbare bladzijde."))
            return redirect("contacts", code)
    except Invalid as refused:
        put_faults(form, refused)
    context = {"page": page, "person": person, "form": form}
    return render(request, "contacts/person.html", context, status=422 if form.errors else 200)


@require_POST
def move(request: LevendRequest, code: str, contact_id: int, *, up: bool) -> HttpResponse:
    """One place up or down."""
    page = contact_list(request.actor, code)
    move_contact(actor=request.actor, location_id=page.location.pk, contact_id=contact_id, up=up)
    return redirect(f"{reverse('contacts', args=[code])}#lijst")


@require_POST
def remove(request: LevendRequest, code: str, contact_id: int) -> HttpResponse:
    """Off the list, for good."""
    page = contact_list(request.actor, code)
    remove_contact(actor=request.actor, location_id=page.location.pk, contact_id=contact_id)
    messages.success(request, _("Weggehaald. De naam en het nummer zijn gewist."))
    return redirect("contacts", code)
