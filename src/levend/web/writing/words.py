"""Moments and states in words, as the cards say them."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from levend.core import clock
from levend.documents.engine.characters import REPLACEMENT, missing_characters
from levend.profiles.queries.writing import AnswerState

MOST_NAMED = 12


def when(moment: datetime) -> str:
    """*om 14.32* for today, *op 20 november* for before, with the year when it is another one."""
    local = localtime(moment, clock.AMSTERDAM).replace(second=0, microsecond=0)
    return _in_words(local, clock.today(), get_language())


@lru_cache(maxsize=1_000)
def _in_words(local: datetime, today: date, language: str | None) -> str:
    """A page says one moment many times over."""
    if local.date() == today:
        return _("om %(time)s") % {"time": date_format(local, "G.i")}
    day = date_format(local, "j F" if local.year == today.year else "j F Y")
    return _("op %(day)s") % {"day": day}


def saved(state: AnswerState, user_id: int | None) -> str:
    """*Opgeslagen om 14.32*, or who wrote it when that was somebody else; empty for what has no answer."""
    if state.at is None or state.value is None:
        return ""
    if state.by_id == user_id:
        return _("Opgeslagen %(when)s") % {"when": when(state.at)}
    return _("%(name)s, %(when)s") % {"name": state.by_name, "when": when(state.at)}


def characters(length: int, limit: int) -> str:
    """*323 van 1.500 tekens*."""
    return _("%(length)s van %(limit)s tekens") % {"length": thousands(length), "limit": thousands(limit)}


def names(people: Sequence[str]) -> str:
    """*Ellen, Tom en Sanne*."""
    if len(people) < 2:
        return "".join(people)
    return _("%(first)s en %(last)s") % {"first": ", ".join(people[:-1]), "last": people[-1]}


def thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def replaced_on_paper(text: str) -> str:
    """Which characters of `text` no font of ours can draw; empty when there are none."""
    missing = missing_characters(text)
    if not missing:
        return ""
    return ngettext(
        "Dit teken kan niet in het document staan: %(characters)s. Daar komt %(instead)s te staan.",
        "Deze tekens kunnen niet in het document staan: %(characters)s. Daar komt %(instead)s te staan.",
        len(missing),
    ) % {"characters": " ".join(missing[:MOST_NAMED]), "instead": REPLACEMENT}
