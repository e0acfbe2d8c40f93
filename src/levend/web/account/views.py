"""allauth's views with our forms and pages: it keeps the sessions, the tokens and the limits."""

from allauth.account import views as allauth
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from levend.web.account import forms
from levend.web.account.demo import demo_choices

_FORM_METHODS = ["get", "head", "post", "options"]
"""allauth's forms would take a PUT for a POST."""


class Login(allauth.LoginView):  # type: ignore[misc]  # allauth has no types
    http_method_names = _FORM_METHODS
    template_name = "entrance/login.html"
    form_class = forms.LoginForm

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        choices = demo_choices() if settings.LEVEND_ENV == "demo" else ((), ())
        context: dict[str, object] = super().get_context_data(**kwargs)
        return context | {"roles": choices[0], "others": choices[1]}


class Logout(allauth.LogoutView):  # type: ignore[misc]  # allauth has no types
    http_method_names = _FORM_METHODS
    template_name = "entrance/logout.html"


class Inactive(allauth.AccountInactiveView):  # type: ignore[misc]  # allauth has no types
    template_name = "entrance/inactive.html"


class ForgotPassword(allauth.PasswordResetView):  # type: ignore[misc]  # allauth has no types
    http_method_names = _FORM_METHODS
    template_name = "entrance/forgot_password.html"
    form_class = forms.ForgotPasswordForm


class LetterSent(allauth.PasswordResetDoneView):  # type: ignore[misc]  # allauth has no types
    template_name = "entrance/letter_sent.html"


@method_decorator(require_http_methods(["GET", "HEAD", "POST"]), name="dispatch")
class NewPassword(allauth.PasswordResetFromKeyView):  # type: ignore[misc]  # allauth has no types
    http_method_names = _FORM_METHODS
    template_name = "entrance/new_password.html"
    form_class = forms.NewPasswordForm


class NewPasswordDone(allauth.PasswordResetFromKeyDoneView):  # type: ignore[misc]  # allauth has no types
    template_name = "entrance/new_password_done.html"


@method_decorator(login_required, name="dispatch")
class ChangePassword(allauth.PasswordChangeView):  # type: ignore[misc]  # allauth has no types
    http_method_names = _FORM_METHODS
    template_name = "entrance/change_password.html"
    form_class = forms.ChangePasswordForm
    success_url = reverse_lazy("account")
