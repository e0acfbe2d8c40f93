"""Definitions of stored versions.

Reading a format's text takes some tenths of a second, so each process keeps the ones that it used. They are kept by the
hash of their text: that is right for drafts, for restored databases and for tests alike.
"""

from functools import lru_cache

from django.utils.translation import gettext as _

from levend.core.errors import NotFound
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.loading import load_definition
from levend.formats.models import FormatVersion


def definition_of(version_id: int) -> FormatDefinition:
    """The definition of a version; one small query when this process knows its text. Raises `NotFound`."""
    sha256 = FormatVersion.objects.filter(pk=version_id).values_list("sha256", flat=True).first()
    if sha256 is None:
        raise NotFound(_("Deze versie van het format bestaat niet."))
    return definition_with(sha256)


@lru_cache(maxsize=64)
def definition_with(sha256: str) -> FormatDefinition:
    """The definition of a stored version whose text has this hash; no query when this process knows it."""
    version = FormatVersion.objects.select_related("format").filter(sha256=sha256).order_by("pk")[0]
    return load_definition(version.body, f"{version.format.key} {version.number}")
