"""allauth's forms in our words."""

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from levend.accounts.queries.demo_accounts import demo_user
from levend.web.forms import PlainForm, TextField

_MISMATCH = _(
    "Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk of u alles goed typte, of kies een nieuw wachtwoord."
)
_WORDS = {
    "email_password_mismatch": _MISMATCH,
    "invalid_login": _MISMATCH,
    "account_inactive": _("Dit account is gesloten. Vraag wie u uitnodigde om hulp."),
    "too_many_login_attempts": _("U probeerde het te vaak. Wacht vijf minuten en probeer het dan opnieuw."),
}
_TWICE = _("De twee wachtwoorden zijn niet gelijk. Typ twee keer hetzelfde.")
_RULES = _("Minstens 12 tekens. Een zin van vier woorden is makkelijk te onthouden.")


class LoginForm(allauth.LoginForm):  # type: ignore[misc]  # allauth has no types
    """In demo a word such as `director` is enough in place of an address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # as allauth calls it
        super().__init__(*args, **kwargs)
        in_demo = settings.LEVEND_ENV == "demo"
        widget = forms.TextInput if in_demo else forms.EmailInput
        field = forms.CharField if in_demo else forms.EmailField
        self.fields["login"] = field(
            label=_("E-mailadres van uw werk"),
            max_length=254,
            widget=widget(attrs={"autocomplete": "username"}),
            error_messages={
                "required": _("Vul uw e-mailadres in."),
                "invalid": _("Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@school.nl."),
            },
        )
        self.fields["password"].label = _("Wachtwoord")
        self.fields["password"].help_text = ""
        self.fields["password"].widget.attrs.pop("placeholder", None)
        self.fields["password"].error_messages["required"] = _("Vul uw wachtwoord in.")
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        login: str = super().clean_login()
        if settings.LEVEND_ENV == "demo" and "@" not in login:
            user = demo_user(login)
            return user.email if user else f"{login}@levend.invalid"
        return login

    def clean(self) -> dict[str, Any] | None:
        try:
            cleaned: dict[str, Any] | None = super().clean()
        except ValidationError as error:
            code = getattr(error, "code", None)
            raise ValidationError(_WORDS.get(code or "", _MISMATCH), code=code) from None
        return cleaned


class ForgotPasswordForm(allauth.ResetPasswordForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:  # as allauth calls it
        super().__init__(*args, **kwargs)
        field = self.fields["email"]
        field.label = _("E-mailadres van uw werk")
        field.widget.attrs.pop("placeholder", None)
        field.error_messages["required"] = _("Vul uw e-mailadres in.")
        field.error_messages["invalid"] = _(
            "Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@school.nl."
        )


class _TwoPasswords(forms.Form):
    """Names the two fields of a new password, and says it in our words when they differ."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # as allauth calls it
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("Nieuw wachtwoord")
        self.fields["password1"].help_text = _RULES
        self.fields["password2"].label = _("Nog een keer het nieuwe wachtwoord")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            field.error_messages["required"] = _("Vul dit veld in.")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if (
            "password2" in self.errors
            and {"password1", "password2"} <= self.data.keys()
            and self.data["password2"]
        ):
            self.errors["password2"] = self.error_class([str(_TWICE)], renderer=self.renderer)
        return cleaned


class NewPasswordForm(_TwoPasswords, allauth.ResetPasswordKeyForm):  # type: ignore[misc]  # allauth has no types
    """After the link in the letter."""


class ChangePasswordForm(_TwoPasswords, allauth.ChangePasswordForm):  # type: ignore[misc]  # allauth has no types
    """For who is logged in: the present password too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # as allauth calls it
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("Uw huidige wachtwoord")
        self.fields["oldpassword"].help_text = ""

    def clean_oldpassword(self) -> str:
        try:
            password: str = super().clean_oldpassword()
        except ValidationError:
            raise ValidationError(_("Dit is niet uw huidige wachtwoord.")) from None
        return password


class AcceptForm(PlainForm):
    """What someone without an account fills in to accept an invitation."""

    name = TextField(
        label=_("Uw naam"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    password = forms.CharField(
        label=_("Kies een wachtwoord"),
        help_text=_RULES,
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
