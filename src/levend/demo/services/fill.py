"""Filling an empty database with the region, all or nothing."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.models import User
from levend.core import clock
from levend.core.errors import Invalid, NotNow
from levend.demo.engine.region import region
from levend.demo.engine.scale import sized
from levend.demo.models import DemoMark
from levend.demo.services.cases import choose_regimes, play_cases
from levend.demo.services.figures import make_figures
from levend.demo.services.organisations import make_organisations
from levend.demo.services.people import make_people
from levend.formats.services import install_shipped
from levend.organisations.models import Board, Consortium, Location

MOST_LOCATIONS = 10_000


def fill_demo(*, locations: int | None = None, tell: Callable[[str], None] = lambda _name: None) -> DemoMark:
    """Make the region in one transaction and mark the database: one that is killed leaves nothing.

    Schools above the region's own number are added by rule, each with a received profile. `tell` hears of progress.
    Raises `NotNow` in production and where the database holds anything, `Invalid` for a number out of bounds.
    """
    wanted = len(region().schools) if locations is None else locations
    if not 1 <= wanted <= MOST_LOCATIONS:
        raise Invalid(_("Kies een aantal locaties van 1 tot en met %(most)d.") % {"most": MOST_LOCATIONS})
    if settings.LEVEND_ENV == "production":
        raise NotNow(
            _(
                "In productie maken wij geen proefregio: die heeft accounts waarvan iedereen het wachtwoord kent."
            )
        )
    facts = sized(region(), wanted)
    with transaction.atomic():
        if any(model.objects.exists() for model in (Consortium, Board, Location, User)):
            raise NotNow(_("Deze database is niet leeg. De proefregio komt alleen in een lege database."))
        today = clock.today()
        install_shipped()
        make_organisations(facts, pupils_on=_counted_on(today))
        make_figures(facts.schools, counted_on=_counted_on(today))
        make_people(
            facts, since=datetime.combine(today - timedelta(days=1200), time(9), tzinfo=clock.AMSTERDAM)
        )
        choose_regimes(facts)
        play_cases(facts, today=today, tell=tell)
        return DemoMark.objects.create(filled_at=clock.now(), locations=wanted)


def _counted_on(today: date) -> date:
    """The latest first of October whose counts are known: they come out about a month later."""
    known = today - timedelta(days=30)
    year = known.year if known >= date(known.year, 10, 1) else known.year - 1
    return date(year, 10, 1)
