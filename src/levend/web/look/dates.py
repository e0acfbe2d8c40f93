"""Days and moments in words, always inside a `time` element."""

from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from levend.core import clock

_STYLES = {"long": "j F Y", "weekday": "l j F Y", "short": "j b", "month": "j F", "sentence": "l j F Y"}


def day(value: date, style: str = "long") -> SafeString:
    """A date: long *1 februari 2027*, weekday *maandag 1 februari 2027*, month *1 februari*, short *1 feb*.

    The style sentence is weekday with a capital, to begin a line with.
    """
    if isinstance(value, datetime):
        value = clock.local_date(value)
    words = date_format(value, _STYLES[style])
    if style == "sentence":
        words = words[:1].upper() + words[1:]
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), words)


def moment(value: datetime) -> SafeString:
    """A moment in Amsterdam: *22 november 2026 om 14.32 uur*."""
    local = localtime(value, clock.AMSTERDAM)
    words = _("%(day)s om %(time)s uur") % {
        "day": date_format(local, "j F Y"),
        "time": date_format(local, "G.i"),
    }
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="seconds"), words)


def recently(value: datetime) -> SafeString:
    """A moment as a list of changes wants it: *14.28*, *gisteren*, *20 nov*, *20 nov 2025*."""
    local = localtime(value, clock.AMSTERDAM)
    today = clock.today()
    if local.date() == today:
        words = date_format(local, "G.i")
    elif local.date() == today - timedelta(days=1):
        words = _("gisteren")
    else:
        words = date_format(local, "j b" if local.year == today.year else "j b Y")
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="seconds"), words)


def days_left(due: date) -> str:
    """How long until a deadline, in words: *nog 6 dagen*, *vandaag*, *3 dagen te laat*."""
    left = (due - clock.today()).days
    if left == 0:
        return _("vandaag")
    if left < 0:
        return ngettext("%(days)d dag te laat", "%(days)d dagen te laat", -left) % {"days": -left}
    return ngettext("nog %(days)d dag", "nog %(days)d dagen", left) % {"days": left}
