"""A consortium: its name and group by the operator, the rest also by its own coordinator."""

from dataclasses import asdict, dataclass

from django.db import transaction

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.services.organisations.storing import store
from levend.core.errors import NotFound
from levend.organisations.models import Consortium


@dataclass(frozen=True)
class ContactFields:
    """Where people find the consortium, and the desk for parents and young people (WPO 18a)."""

    website: str = ""
    email: str = ""
    phone: str = ""
    support_desk: str = ""
    support_desk_phone: str = ""


@transaction.atomic
def save_consortium(
    *, actor: Actor, name: str, group_id: int | None, code: str = "", consortium_id: int | None = None
) -> Consortium:
    """Make a consortium by its code in the register (PO2604), or change its name or group. The code stays.

    Another group starts with seeing the state only: what a consortium let one group read, it did not say of the next.
    """
    rules.can_manage(actor).require()
    values: dict[str, object] = {"name": name, "group_id": group_id}
    if consortium_id is None:
        return store(actor=actor, row=Consortium(), values={"code": code.strip().upper(), **values})
    consortium = locked_consortium(consortium_id)
    if consortium.group_id != group_id:
        values["group_sees"] = Consortium.GroupView.STATE
    return store(actor=actor, row=consortium, values=values)


@transaction.atomic
def save_contact(*, actor: Actor, consortium_id: int, contact: ContactFields) -> Consortium:
    """Change where people find the consortium and its support desk."""
    consortium = locked_consortium(consortium_id)
    rules.can_change_consortium(actor, consortium_id).require()
    return store(actor=actor, row=consortium, values=asdict(contact))


@transaction.atomic
def save_group_view(*, actor: Actor, consortium_id: int, sees: str) -> Consortium:
    """Let the group see the state of the profiles, or their handed-in text too."""
    consortium = locked_consortium(consortium_id)
    rules.can_change_consortium(actor, consortium_id).require()
    return store(actor=actor, row=consortium, values={"group_sees": sees})


def locked_consortium(consortium_id: int) -> Consortium:
    """The row, kept for us until the transaction ends. Raises `NotFound`."""
    consortium = Consortium.objects.select_for_update().filter(pk=consortium_id).first()
    if consortium is None:
        raise NotFound(str(consortium_id))
    return consortium
