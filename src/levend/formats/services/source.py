"""Keep out of which version a format was made."""

from levend.accounts.actor import Actor
from levend.core.errors import NotFound
from levend.formats.engine.editing import Map
from levend.formats.models import Format, FormatSource, FormatVersion
from levend.formats.queries.kept import readable_version


def note_source(format_: Format, version: FormatVersion | None) -> None:
    """Write it once, before anything of the format is published; so no format ever stems from itself.

    Does nothing when it is known already, or when it is not known out of what the format was made.
    """
    if version is None or version.format_id == format_.pk:
        return
    if format_.versions.exists() or FormatSource.objects.filter(format=format_).exists():
        return
    FormatSource.objects.create(format=format_, version=version)


def named_version(actor: Actor, data: Map) -> FormatVersion | None:
    """The published version that a file names by its key and number; None for one that this actor does not see."""
    key, number = data.get("key"), data.get("version")
    if not isinstance(key, str) or not isinstance(number, int):
        return None
    try:
        return readable_version(actor, key, number)
    except NotFound:
        return None
