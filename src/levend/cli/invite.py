"""The operator's way to make the first people: a letter with a personal link."""

import argparse
import sys
from typing import TYPE_CHECKING

from levend.cli.django import start_django

if TYPE_CHECKING:
    from levend.accounts.enums import Role
    from levend.organisations.queries.places import Place

HELP = "invite a person to a role at a place"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--role", required=True, help="coordinator, director, board_secretary, …")
    parser.add_argument(
        "--at",
        metavar="CODE",
        default="",
        help="code of the place: PO2604, 40123, 12AB00, or a group's word; a council by the code of its "
        "school; nothing for an operator",
    )
    parser.add_argument("email", metavar="EMAIL")


def run(args: argparse.Namespace) -> int:
    """Queue the letter; say so and print its link. What was mistyped is named, with exit code 2."""
    start_django()
    from django.utils.translation import gettext as _

    from levend.accounts.actor import Actor
    from levend.accounts.services import invite
    from levend.core import clock
    from levend.core.errors import LevendError
    from levend.notifications.models import OutboxMessage

    try:
        role = _role(args.role)
        invitation = invite(actor=Actor.system(), email=args.email, role=role, place=_place(role, args.at))
    except LevendError as error:
        print(error, file=sys.stderr)
        return 2
    print(
        _(
            "De uitnodiging voor %(email)s (%(role)s, %(place)s) staat klaar om te versturen. "
            "De persoonlijke link werkt tot en met %(until)s:"
        )
        % {
            "email": invitation.email,
            "role": role.label,
            "place": invitation.place_name or _("de hele installatie"),
            "until": clock.local_date(invitation.expires_at).isoformat(),
        },
        file=sys.stderr,
    )
    print(OutboxMessage.objects.get(key=f"invitation:{invitation.pk}").context["url"])
    return 0


def _role(word: str) -> "Role":
    from django.utils.translation import gettext as _

    from levend.accounts.enums import Role
    from levend.core.errors import Invalid

    try:
        return Role(word.strip().lower().replace("-", "_"))
    except ValueError:
        raise Invalid(
            _("Er is geen rol “%(word)s”. Kies uit: %(roles)s.")
            % {"word": word, "roles": ", ".join(role.value for role in Role)}
        ) from None


def _place(role: "Role", code: str) -> "Place | None":
    """The place that `code` names, of the kind that `role` is held at. A council has no code but its school's."""
    from django.utils.translation import gettext as _

    from levend.accounts.enums import PlaceKind
    from levend.accounts.roles import POLICIES
    from levend.core import clock
    from levend.core.errors import Invalid, NotFound
    from levend.organisations.models import Board, Consortium, ConsortiumGroup, Location, ParticipationCouncil
    from levend.organisations.queries.places import council_of, place_by_code

    kind = POLICIES[role].place
    if kind is PlaceKind.INSTALLATION:
        if code:
            raise Invalid(_("Deze rol hoort bij de hele installatie: laat --at weg."))
        return None
    if not code:
        raise Invalid(_("Schrijf met --at bij welke plaats deze rol hoort, zoals --at PO2604."))
    try:
        place: Place | None = place_by_code(code)
    except NotFound:
        raise Invalid(_("Er is geen plaats met de code “%(code)s”.") % {"code": code}) from None
    if kind is PlaceKind.COUNCIL and isinstance(place, Location):
        place = council_of(place.pk, clock.today())
    fitting: dict[PlaceKind, type[Place]] = {
        PlaceKind.LOCATION: Location,
        PlaceKind.COUNCIL: ParticipationCouncil,
        PlaceKind.BOARD: Board,
        PlaceKind.CONSORTIUM: Consortium,
        PlaceKind.GROUP: ConsortiumGroup,
    }
    if not isinstance(place, fitting[kind]):
        raise Invalid(_("De rol “%(role)s” past niet bij “%(code)s”.") % {"role": role.value, "code": code})
    return place
