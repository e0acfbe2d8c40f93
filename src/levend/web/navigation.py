"""The menu of the working side: what each role comes for."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind, Role
from levend.accounts.queries.own_places import OwnPlace
from levend.accounts.roles import POLICIES
from levend.accounts.rules import can_follow_mail
from levend.adoption.queries.cases import cases_for


@dataclass(frozen=True)
class NavigationItem:
    href: str
    label: str
    current: bool


def items_for(actor: Actor, places: tuple[OwnPlace, ...], path: str) -> tuple[NavigationItem, ...]:
    """The menu of this actor at an address (at most one query).

    The longest address that the present one begins with is the current one; the start page only itself.
    """
    home = reverse("home")
    entries = list(_entries(actor, places))
    fitting = [href for href, _label in entries if href == path or (href != home and path.startswith(href))]
    current = max(fitting, key=len, default="")
    return tuple(NavigationItem(href, label, href == current) for href, label in entries)


def _entries(actor: Actor, places: tuple[OwnPlace, ...]) -> Iterator[tuple[str, str]]:
    given = {permission for place in places for permission in POLICIES[place.role].permissions}
    schools = {place.code for place in places if place.kind is PlaceKind.LOCATION}
    yield reverse("home"), _("Vandaag")
    if given & {Permission.ADOPT, Permission.GIVE_ADVICE}:
        yield reverse("decide"), _("Besluiten")
    if Permission.RECEIVE in given:
        yield reverse("receive"), _("Ontvangen")
    if len(schools) == 1 and all(place.kind is PlaceKind.LOCATION for place in places):
        yield from _school(actor, schools.pop())
    elif Permission.SEE_STATE in given:
        yield reverse("locations"), _("Scholen")
    yield from _kept(given)
    if Permission.SEE_PEOPLE in given:
        yield reverse("people"), _("Mensen")
    if actor.holds(Role.OPERATOR):
        yield reverse("organisations"), _("Organisaties")
    elif Permission.RECEIVE in given:
        yield reverse("organisations"), _("Ons verband")
    if actor.holds(Role.OPERATOR) or Permission.RECEIVE in given:
        yield reverse("registers"), _("Registers")
    if can_follow_mail(actor):
        yield reverse("outbox"), _("Post")


def _kept(given: set[Permission]) -> Iterator[tuple[str, str]]:
    """What coordinators keep."""
    if Permission.KEEP_ROUNDS in given:
        yield reverse("rounds"), _("Rondes")
    if Permission.KEEP_FORMATS in given:
        yield reverse("formats"), _("Formats")


def _school(actor: Actor, code: str) -> Iterator[tuple[str, str]]:
    if cases_for(actor).filter(location__code=code).exists():
        yield reverse("profile_overview", args=[code]), _("Profiel")
        yield reverse("chain", args=[code]), _("Stappen")
