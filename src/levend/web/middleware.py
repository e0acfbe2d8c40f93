"""Who asks, in which language, which pages need a login, and what a refusal looks like."""

from collections.abc import Callable

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.functional import SimpleLazyObject
from django_htmx.http import HttpResponseClientRedirect

from levend.accounts.actor import Actor
from levend.accounts.queries import actor_for
from levend.core.errors import LevendError, NotFound
from levend.web import errors
from levend.web.areas import is_by_link, is_private, is_working_side, language_of_address
from levend.web.requests import LevendRequest

Handler = Callable[[HttpRequest], HttpResponse]


def _actor_of(request: HttpRequest) -> Actor:
    """Nobody on a public page, which has no session at all (see `personal`)."""
    if not is_private(request.path):
        return Actor.anonymous()
    user = request.user
    return actor_for(user) if user.is_authenticated else Actor.anonymous()


class LanguageMiddleware:
    """Gives a page the language that its address says; never the browser's.

    One address gives one page, so that a cache can keep it and a link can be shared. It stands outside everything
    that looks up an address, since which addresses there are depends on the language.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of_address(request.path)
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class ActorMiddleware:
    """Gives the request its actor, and the working side the language of the account.

    Nothing about the actor is read before somebody asks, so public pages stay free of sessions.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: LevendRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor_of(request))  # type: ignore[assignment]  # stands for one
        if not (is_working_side(request.path) and request.user.is_authenticated):
            return self.get_response(request)
        with translation.override(request.user.language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.user.language)
        return response


class WorkingSideMiddleware:
    """Everything under /werk/ asks for a login and is kept by no cache, nor is the login itself, nor what a link opens."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: LevendRequest) -> HttpResponse:
        if is_working_side(request.path) and not request.actor.is_known:
            response = _to_login(request)
        else:
            response = self.get_response(request)
        if is_private(request.path):
            response.headers["Cache-Control"] = "private, no-store"
            patch_vary_headers(response, ["Cookie", "HX-Request"])
        elif is_by_link(request.path):
            response.headers["Cache-Control"] = "private, no-store"
            response.headers["Referrer-Policy"] = "no-referrer"
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response


def _to_login(request: LevendRequest) -> HttpResponse:
    """A form that was sent has no address to come back to: its page has, which the browser names."""
    target = request.get_full_path() if request.method == "GET" and not request.htmx else "/werk/"
    response = redirect_to_login(target, redirect_field_name=REDIRECT_FIELD_NAME)
    return HttpResponseClientRedirect(response.url) if request.htmx else response


class ErrorsMiddleware:
    """Turns what services refuse into a page that says why and where to go.

    An address with a NUL leads nowhere: no code or key holds one, and PostgreSQL cannot even compare a text with it.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path:
            return errors.refusal(request, NotFound())
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, LevendError):
            return errors.refusal(request, exception)
        if isinstance(exception, RequestDataTooBig):
            return errors.too_large(request)
        return None
