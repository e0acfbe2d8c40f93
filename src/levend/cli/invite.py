"""The operator's way to make the first people: a letter with a personal link."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from levend.cli.django import start_django

if TYPE_CHECKING:
    from levend.accounts.engine.people_list import Rows
    from levend.accounts.enums import Role
    from levend.organisations.queries.places import Place

HELP = "invite a person to a role at a place, or the people of a list"

DONE, REFUSED, MISUSED = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--role", default="", help="coordinator, director, board_secretary, …")
    parser.add_argument(
        "--at",
        metavar="CODE",
        default="",
        help="code of the place: PO2604, 40123, 12AB00, or a group's word; a council by the code of its "
        "school; nothing for an operator",
    )
    parser.add_argument(
        "--list",
        metavar="FILE",
        type=Path,
        help="XLSX, CSV or text: a line for each school with its code, a name, an address and, where that is not "
        "director, a role; everybody gets one letter",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="with --list: say what would be done, and do nothing"
    )
    parser.add_argument("email", metavar="EMAIL", nargs="?", default="")


def run(args: argparse.Namespace) -> int:
    """Queue the letter; say so and print its link, or invite a whole list. What was mistyped is named, with exit code 2."""
    start_django()
    if args.list is not None:
        return _invite_list(args.list, dry_run=args.dry_run)
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


def _invite_list(path: Path, *, dry_run: bool) -> int:
    """Invite, or only say what would be done. Every line that does nothing is told; exit code 1 when there is one."""
    from levend.accounts.actor import Actor
    from levend.accounts.engine.people_list import listed_in
    from levend.accounts.queries.invite_plan import ROLE_WORDS, plan_invitations
    from levend.accounts.queries.invite_words import told
    from levend.accounts.services import invite_list

    try:
        rows = _rows(path.read_bytes())
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return MISUSED
    people = listed_in(rows, roles=frozenset(ROLE_WORDS) - {""})
    actor = Actor.system()
    plan = plan_invitations(actor, people) if dry_run else invite_list(actor=actor, people=people)
    for row in plan.new:
        school = row.location.code if row.location else ""
        print(f"{path}:{row.person.line}: {school} {row.person.email} {row.role}")
    for row in plan.other:
        print(f"{path}:{row.person.line}: {told(row)}", file=sys.stderr)
    return REFUSED if plan.other or not plan.rows else DONE


def _rows(data: bytes) -> "Rows":
    """A workbook by the reader of spreadsheets; any other file is text."""
    from levend.accounts.engine.people_list import rows_of_text
    from levend.documents.reading.sheets import SheetTrouble, read_sheet

    if data.startswith(b"PK"):
        sheet = read_sheet(data)
        return [(1, sheet.headers), *sheet.rows] if sheet.trouble is SheetTrouble.NONE else ()
    try:
        return rows_of_text(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return rows_of_text(data.decode("cp1252", "replace"))
