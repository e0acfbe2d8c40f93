"""What the base templates show around a page. Nothing is read before a template asks for it."""

from dataclasses import dataclass
from functools import cached_property
from typing import cast

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from levend.accounts.enums import PlaceKind
from levend.accounts.queries.own_places import OwnPlace, own_places
from levend.web.addresses import PageAddresses
from levend.web.areas import is_private, is_working_side
from levend.web.navigation import NavigationItem, items_for
from levend.web.requests import LevendRequest


@dataclass
class Shell:
    """Header and menu of the working side, for one request; at most three queries beside the actor's own."""

    request: LevendRequest

    @cached_property
    def places(self) -> tuple[OwnPlace, ...]:
        return own_places(self.request.actor)

    @property
    def name(self) -> str:
        return self.request.actor.name

    @property
    def role(self) -> str:
        """The first role; who holds several sees the others on the page of the account."""
        return str(self.places[0].role.label) if self.places else _("zonder rol")

    @property
    def place(self) -> str:
        """Where the work is: *De Linde · 12AB00*, or the number of places when there are several."""
        names = {
            f"{place.name} · {place.code}" if place.kind is PlaceKind.LOCATION else place.name
            for place in self.places
        }
        names.discard("")
        if len(names) == 1:
            return names.pop()
        return (
            _("%(number)d plaatsen") % {"number": len(names)}
            if names
            else _("het ondersteuningsprofiel dat leeft")
        )

    @cached_property
    def nav(self) -> tuple[NavigationItem, ...]:
        return items_for(self.request.actor, self.places, self.request.path)

    @property
    def at_account(self) -> bool:
        return self.request.path == reverse("account")

    @property
    def theme(self) -> str:
        """The one consortium whose colours fit everything that this person works for."""
        themes = {place.theme for place in self.places}
        return themes.pop() if len(themes) == 1 else ""

    @property
    def logo(self) -> str:
        """The one consortium whose logo fits everything that this person works for."""
        logos = {place.logo for place in self.places}
        return logos.pop() if len(logos) == 1 else ""


def page(request: HttpRequest) -> dict[str, object]:
    """`shell` for the working side; `theme` there, while a public view names its own; `is_demo` everywhere.

    `addresses` are those of a public page in every language.
    """
    shell = Shell(cast(LevendRequest, request))  # our middleware made it one
    working = is_working_side(request.path)
    theme = SimpleLazyObject(lambda: shell.theme) if working else ""
    addresses = None if is_private(request.path) else PageAddresses(request.path, request.GET.urlencode())
    return {
        "shell": shell,
        "theme": theme,
        "addresses": addresses,
        "is_demo": settings.LEVEND_ENV == "demo",
    }
