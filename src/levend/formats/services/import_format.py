"""Bring a format into the installation."""

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.catalogue.queries import own_codes
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import Invalid
from levend.formats import rules
from levend.formats.engine.judging import judge
from levend.formats.models import Format, FormatVersion


@transaction.atomic
def import_format(*, actor: Actor, text: str, name: str = "format") -> FormatVersion:
    """Publish the version that stands in `text`; the same text a second time changes nothing.

    Raises `FormatFaults` for a file that is no format (`name` heads its faults), `NotAllowed`, and `Invalid` when
    this version was published with another text, when the format belongs to a consortium, or when an earlier version has a higher number.
    """
    rules.can_import(actor).require()
    definition = judge(text, name, own_codes=own_codes())
    sha256 = sha256_of(text.encode("utf-8"))
    format_, _made = Format.objects.select_for_update().get_or_create(
        key=definition.key, defaults={"title": definition.title}
    )
    if format_.consortium_id is not None or format_.group_id is not None:
        raise Invalid(
            _("“%(key)s” is een eigen format van een samenwerkingsverband; dat publiceert het zelf.")
            % {"key": format_.key}
        )
    known = FormatVersion.objects.filter(format=format_, number=definition.version).first()
    if known is not None:
        if known.sha256 == sha256:
            return known
        raise Invalid(
            _(
                "Versie %(number)d van “%(key)s” is al gepubliceerd met een andere tekst. Geef deze tekst een hoger nummer."
            )
            % {"number": definition.version, "key": definition.key}
        )
    _check_is_newest(format_, definition.version)
    version = FormatVersion.objects.create(
        format=format_,
        number=definition.version,
        body=text,
        sha256=sha256,
        published_at=clock.now(),
    )
    schools = [kind.value for kind in definition.school_types]
    if (format_.title, format_.school_types) != (definition.title, schools):
        format_.title, format_.school_types = definition.title, schools
        format_.save(update_fields=["title", "school_types"])
    record(
        actor=actor,
        event="format_version_published",
        subject=f"format:{format_.pk}",
        data={"version": version.pk, "number": version.number, "sha256": sha256},
    )
    return version


def _check_is_newest(format_: Format, number: int) -> None:
    """Numbers go up, so that *latest* means the text that was made last."""
    last = format_.versions.order_by("-number").values_list("number", flat=True).first()
    if last is not None and number < last:
        raise Invalid(
            _("Van “%(key)s” is versie %(last)d al gepubliceerd. Geef deze tekst een hoger nummer.")
            % {"key": format_.key, "last": last}
        )
