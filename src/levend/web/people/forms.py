"""Inviting somebody."""

from collections.abc import Mapping

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from levend.accounts.enums import Role
from levend.web.forms import PlainForm

_NO_ADDRESS = _("Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@school.nl.")


class InviteForm(PlainForm):
    """An address and one of the roles to which the actor may invite at this place."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_(
            "Het adres van het werk. Wij sturen een brief met een persoonlijke link, die veertien dagen werkt."
        ),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "invalid": _NO_ADDRESS,
            "max_length": _NO_ADDRESS,
        },
    )
    role = forms.TypedChoiceField(label=_("Rol"), coerce=Role, widget=forms.RadioSelect)

    def __init__(self, roles: tuple[Role, ...], data: Mapping[str, object] | None = None) -> None:
        super().__init__(data)
        field = self.fields["role"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101  (as declared above, for the type checker)
        field.choices = [(role.value, capfirst(role.label)) for role in roles]
        if len(roles) == 1:
            field.initial = roles[0].value
