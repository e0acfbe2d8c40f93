"""One click into the demo region, without a password: demo mode on loopback only."""

from dataclasses import dataclass
from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from levend.accounts.queries.demo_accounts import DemoAccount, demo_accounts, demo_user
from levend.core.errors import NotFound

_ROLES: dict[str, tuple[str | Promise, str | Promise]] = {
    "director": (_("Directeur"), _("Wat moet ik nu doen? Concept, advies, indienen.")),
    "editor": (_("Intern begeleider"), _("Schrijft mee. Ziet waarom iets wordt gevraagd.")),
    "council": (_("Medezeggenschaps\u00adraad"), _("Leest de tekst, ziet wat anders is, geeft advies.")),
    "board": (_("Bestuur"), _("Reageert op het advies en stelt vast.")),
    "coordinator": (_("Coördinator"), _("Ziet wie waar is en neemt profielen in ontvangst.")),
    "group": (_("Groep van verbanden"), _("Eén overzicht over meer samenwerkingsverbanden.")),
    "director2": (_("Directeur van een andere school"), ""),
    "board2": (_("Ander bestuur"), ""),
    "coordinator2": (_("Ander samenwerkingsverband"), ""),
}


@dataclass(frozen=True)
class DemoChoice:
    account: DemoAccount
    title: str | Promise
    text: str | Promise


def demo_choices() -> tuple[tuple[DemoChoice, ...], tuple[DemoChoice, ...]]:
    """The accounts to look around with, and those of others, who show what strangers do not see."""
    accounts = {account.key: account for account in demo_accounts()}
    choices = [DemoChoice(accounts[key], *words) for key, words in _ROLES.items() if key in accounts]
    return tuple(c for c in choices if c.text), tuple(c for c in choices if not c.text)


@require_POST
def enter_as(request: HttpRequest, key: str) -> HttpResponse:
    """Log in as a demo account."""
    user = demo_user(key) if settings.LEVEND_ENV == "demo" and _is_loopback(request) else None
    if user is None:
        raise NotFound(key)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(settings.LOGIN_REDIRECT_URL)


def _is_loopback(request: HttpRequest) -> bool:
    """Whether the connection comes from this machine; a proxy's word for it does not count."""
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
