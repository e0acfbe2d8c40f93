"""The menu of the working side: what each role comes for."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from levend.accounts.queries.own_places import OwnPlace


@dataclass(frozen=True)
class NavigationItem:
    href: str
    label: str
    current: bool


def items_for(places: tuple[OwnPlace, ...], path: str) -> tuple[NavigationItem, ...]:
    """The menu for someone with these roles, at this address. The longest address that fits is the current one."""
    entries = list(dict.fromkeys(_entries(places)))
    fitting = [href for href, _label in entries if path.startswith(href)]
    current = max(fitting, key=len, default="")
    return tuple(NavigationItem(href, label, href == current) for href, label in entries)


def _entries(places: tuple[OwnPlace, ...]) -> Iterator[tuple[str, str]]:
    yield reverse("home"), _("Vandaag")
