"""Accept an invitation."""

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from levend.accounts import rules
from levend.accounts.actor import Actor, ActorKind
from levend.accounts.enums import Role
from levend.accounts.models import Invitation, Membership, User
from levend.accounts.models.place import FIELDS
from levend.accounts.queries.reach import boards_of, opposite_boards, place_of
from levend.audit.services import record
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import Invalid, NotFound, NotNow
from levend.core.plaintext import clean


@transaction.atomic
def accept_invitation(*, token: str, name: str = "", password: str = "") -> User:
    """Make the holder of the link a member of everything in its letter; make the account when the address has none.

    Who has an account keeps name and password: the link proves the address, not a wish to change them.
    Raises `NotFound` for an unknown or withdrawn link, `NotNow` for one that expired, `Invalid` for a bad name
    or password.
    """
    invitations = open_invitations(token, lock=True)
    # Locked, so that nobody accepts a seat in the council and one in its board at the same instant.
    user = User.objects.select_for_update().filter(email__iexact=invitations[0].email).first()
    waiting = [each for each in invitations if each.accepted_at is None]
    if not waiting:
        if user is None:
            raise NotFound
        return user  # a second click changes nothing
    if user is None:
        user = _new_account(invitations[0].email, name, password)
    for invitation in waiting:
        _accept(user, invitation)
    return user


def open_invitations(token: str, *, lock: bool = False) -> list[Invitation]:
    """The invitations of a link, one at least. Raises `NotFound` or `NotNow`.

    One that was taken back does not take back the others of its letter.
    """
    sha256 = sha256_of(token.encode())
    rows = Invitation.objects.filter(Q(token_sha256=sha256) | Q(in_letter_of__token_sha256=sha256)).order_by(
        "pk"
    )
    found = list((rows.select_for_update(of=("self",)) if lock else rows).filter(withdrawn_at=None))
    if not found:
        raise NotFound
    if all(each.accepted_at is None and each.expires_at <= clock.now() for each in found):
        raise NotNow(_("Deze uitnodiging is verlopen. Vraag wie u uitnodigde om een nieuwe te sturen."))
    return found


def _accept(user: User, invitation: Invitation) -> None:
    where = {field: getattr(invitation, field) for field in FIELDS.values()}
    role = Role(invitation.role)
    decision = rules.can_hold(
        boards=boards_of(role, place_of(invitation)), opposite_boards=opposite_boards(user, role)
    )
    if not decision:
        raise Invalid(decision.reason)
    membership, _created = Membership.objects.get_or_create(
        user=user, role=invitation.role, ended_at=None, **where, defaults={"since": clock.now()}
    )
    invitation.accepted_at = clock.now()
    invitation.save(update_fields=["accepted_at"])
    record(
        actor=Actor(ActorKind.USER, user.pk, user.name),
        event="invitation_accepted",
        subject=f"membership:{membership.pk}",
        data={"invitation": invitation.pk, "role": invitation.role},
    )


def _new_account(email: str, name: str, password: str) -> User:
    name = clean(name, max_length=120).replace("\n", " ")
    fields: dict[str, str] = {}
    if not name:
        fields["name"] = _("Vul uw naam in.")
    try:
        validate_password(password, User(email=email, name=name))
    except ValidationError as error:
        fields["password"] = " ".join(error.messages)
    if fields:
        raise Invalid(_("Kijk de velden hieronder na."), fields)
    user = User.objects.create_user(email, name, password)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user
