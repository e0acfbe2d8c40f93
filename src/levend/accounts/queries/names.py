"""Names by the references that the record keeps."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.models import User

_USER, _LINK = "user:", "link:"


def names_of(refs: Iterable[str]) -> dict[str, str]:
    """The present name behind each reference; one query. Who has no account is told as what it is."""
    wanted = set(refs)
    ids = {int(ref.removeprefix(_USER)): ref for ref in wanted if ref.removeprefix(_USER).isdecimal()}
    names = {ids[pk]: name for pk, name in User.objects.filter(pk__in=ids).values_list("pk", "name")}
    others = {Actor.system().ref: "Levend"}
    others |= {ref: _("een meelezer") for ref in wanted if ref.startswith(_LINK)}
    return {ref: names.get(ref) or others.get(ref) or _("iemand") for ref in wanted}
