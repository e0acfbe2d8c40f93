"""Which dates have figures, in words: beside the reference date of a round that is set out."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from levend.keyfigures.engine.reference_dates import CountedOn, is_old

MOST_NAMED = 3


def days_in_words(counted: Sequence[CountedOn], schools: int) -> str:
    """*1 oktober 2025 (34 van 36 scholen), 1 oktober 2024 (36 van 36 scholen)*; empty where nothing was counted."""
    return ", ".join(
        _("%(day)s (%(schools)s)") % {"day": date_format(one.day, "j F Y"), "schools": _of(one, schools)}
        for one in counted[:MOST_NAMED]
    )


def help_words(counted: Sequence[CountedOn], schools: int) -> str:
    """What stands under the field."""
    days = days_in_words(counted, schools)
    rule = _("Elke school krijgt de telling van deze dag, of anders de laatste ervoor.")
    known = _("Er zijn tellingen van %(days)s.") % {"days": days} if days else ""
    return " ".join(filter(None, (rule, known)))


def warning_words(counted: Sequence[CountedOn], reference_date: date, today: date) -> str:
    """That no school has a figure of near the date that was chosen; empty where there is one.

    `counted` are the days up to today; of a date far back they may not tell, and the check that follows does.
    """
    if reference_date > today:
        return _("Deze dag komt nog: de scholen krijgen nu de laatste telling die er is.")
    if any(one.day <= reference_date and not is_old(one.day, reference_date) for one in counted):
        return ""
    if not counted:
        return _("Er zijn nog geen tellingen van deze scholen. Het aantal leerlingen blijft leeg.")
    return _("Er zijn geen tellingen van deze dag of van het jaar ervoor. Kies liever een andere dag.")


def _of(one: CountedOn, schools: int) -> str:
    words = ngettext("%(n)d van %(all)d school", "%(n)d van %(all)d scholen", schools)
    return words % {"n": min(one.locations, schools), "all": schools}
