from django.db import transaction

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.services.organisations.storing import store
from levend.core.errors import NotFound
from levend.organisations.models import ConsortiumGroup


@transaction.atomic
def save_group(*, actor: Actor, name: str, code: str = "", group_id: int | None = None) -> ConsortiumGroup:
    """Make a group of consortia with a code, a word for addresses, or give one another name. The code stays."""
    rules.can_manage(actor).require()
    if group_id is None:
        return store(actor=actor, row=ConsortiumGroup(), values={"code": code.strip().lower(), "name": name})
    group = ConsortiumGroup.objects.select_for_update().filter(pk=group_id).first()
    if group is None:
        raise NotFound(str(group_id))
    return store(actor=actor, row=group, values={"name": name})
