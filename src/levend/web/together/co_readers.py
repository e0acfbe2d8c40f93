"""Giving out links to read along, and taking them back."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from levend.core.errors import Invalid, NotFound
from levend.profiles.enums import ReaderKind
from levend.profiles.queries.co_readers import co_readers_of
from levend.profiles.services import end_reader, invite_reader
from levend.web.forms import PlainForm, TextField, put_faults
from levend.web.requests import LevendRequest


class ReaderForm(PlainForm):
    name = TextField(
        label=gettext_lazy("Voor wie"),
        help_text=gettext_lazy(
            "Met deze naam staan de opmerkingen erbij. Schrijf geen naam van een leerling: schrijf bijvoorbeeld "
            "“leerlingenraad”."
        ),
    )
    kind = forms.TypedChoiceField(
        label=gettext_lazy("Wie is dat"),
        coerce=ReaderKind,
        widget=forms.RadioSelect,
        choices=[(kind.value, capfirst(kind.label)) for kind in ReaderKind],
        initial=ReaderKind.PARENT.value,
    )
    days = forms.IntegerField(
        label=gettext_lazy("Hoeveel dagen werkt de link"),
        help_text=gettext_lazy(
            "Hoogstens 60 dagen. De link stopt ook als het bestuur het profiel vaststelt."
        ),
        initial=14,
        error_messages={"invalid": gettext_lazy("Schrijf een getal van 1 tot en met 60.")},
    )
    may_remark = forms.BooleanField(
        label=gettext_lazy("Mag opmerkingen plaatsen"), required=False, initial=True
    )
    email = TextField(
        label=gettext_lazy("E-mailadres"),
        required=False,
        help_text=gettext_lazy(
            "Vult u dit in, dan sturen wij de link. Het adres bewaren wij niet bij de link."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def co_readers(request: LevendRequest, code: str) -> HttpResponse:
    """The links and a form for a new one. A new link is shown on the answer itself, and never again."""
    page = co_readers_of(request.actor, code)
    form, made = ReaderForm(request.POST if request.method == "POST" else None), None
    try:
        if form.is_valid():
            made = invite_reader(actor=request.actor, profile_id=page.profile_id, **form.cleaned_data)
            page, form = co_readers_of(request.actor, code), ReaderForm()
    except Invalid as refused:
        put_faults(form, refused)
    context = {"page": page, "form": form, "made": made}
    return render(request, "together/co_readers.html", context, status=422 if form.errors else 200)


@require_POST
def end_co_reader(request: LevendRequest, code: str, reader_id: int) -> HttpResponse:
    """Take a link back."""
    page = co_readers_of(request.actor, code)
    if all(line.id != reader_id for line in page.lines):
        raise NotFound(str(reader_id))
    reader = end_reader(actor=request.actor, reader_id=reader_id)
    messages.success(request, _("De link van %(name)s werkt niet meer.") % {"name": reader.name})
    return redirect("co_readers", code)
