"""A version by its number, as a form on paper or a file names it."""

from levend.formats.engine.definition import FormatDefinition
from levend.formats.models import FormatVersion
from levend.formats.queries.definitions import definition_with


def definition_numbered(key: str, number: int) -> FormatDefinition | None:
    """A published version of a format (one small query); `None` when there is none."""
    versions = FormatVersion.objects.filter(format__key=key, number=number, published_at__isnull=False)
    sha256 = versions.order_by("pk").values_list("sha256", flat=True).first()
    return definition_with(sha256) if sha256 is not None else None


def version_numbered(key: str, number: int) -> int | None:
    """The id of a published version of a format (one small query); `None` when there is none."""
    versions = FormatVersion.objects.filter(format__key=key, number=number, published_at__isnull=False)
    return versions.order_by("pk").values_list("pk", flat=True).first()
