"""Install the formats that come with Levend."""

import logging

from levend.accounts.actor import Actor
from levend.core.errors import Invalid
from levend.formats.models import FormatVersion
from levend.formats.services.import_format import import_format
from levend.formats.shipped import shipped_definition, shipped_keys, shipped_text
from levend.formats.values import Installed

logger = logging.getLogger(__name__)


def install_shipped() -> Installed:
    """Publish every shipped version that is not there yet; run after migrating, at every start.

    A version that stands in the database with another text stays as it is, and so does one that was overtaken by an
    imported one: both are logged and listed as kept.
    """
    outcome: dict[str, list[str]] = {"new": [], "unchanged": [], "kept": []}
    for key in shipped_keys():
        number = shipped_definition(key).version
        there = FormatVersion.objects.filter(format__key=key, number=number).exists()
        try:
            import_format(actor=Actor.system(), text=shipped_text(key), name=f"{key}.yaml")
        except Invalid as error:
            logger.warning("shipped format %s version %d not installed: %s", key, number, error)
            outcome["kept"].append(f"{key} {number}")
        else:
            outcome["unchanged" if there else "new"].append(f"{key} {number}")
    return Installed(**{name: tuple(done) for name, done in outcome.items()})
