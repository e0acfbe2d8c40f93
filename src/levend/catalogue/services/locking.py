"""One at a time per region."""

from levend.core.errors import NotFound
from levend.organisations.models import Consortium


def lock_consortium(consortium_id: int) -> Consortium:
    """The consortium, locked until the transaction ends. Raises `NotFound`."""
    found = Consortium.objects.select_for_update().filter(pk=consortium_id).first()
    if found is None:
        raise NotFound(str(consortium_id))
    return found
