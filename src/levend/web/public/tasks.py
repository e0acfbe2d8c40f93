"""What the worker does when something changed that public pages show. Each handler is harmless the second time."""

from collections.abc import Callable

import structlog
from django.db import transaction

from levend.accounts.actor import Actor
from levend.jobs.cron import Daily, at_start, cron
from levend.jobs.events import emit
from levend.jobs.queries.pending import waiting_ids_of_event
from levend.jobs.tasks import job
from levend.publication.queries.erasures import location_of
from levend.publication.queries.public_site import (
    is_placed,
    locations_of_consortium,
    site_facts,
    stale_locations,
)
from levend.publication.services import FactsChanged, place_files
from levend.publication.services.erasure import close_erasure
from levend.web.public.site import files_of
from levend.web.public.site_look import look

ATTEMPTS = 5
log = structlog.get_logger(__name__)


def renew(location_id: int) -> bool:
    """Make the public files of a location anew if what they show has changed; return whether it had.

    They are made outside any transaction. When the facts change meanwhile they are made again; after some attempts
    it is left to the job's own retries. Raises `FactsChanged` then.
    """
    for attempt in range(1, ATTEMPTS + 1):
        facts = site_facts(location_id)
        if is_placed(location_id, facts=facts, look=look()):
            return False
        files = files_of(location_id)
        try:
            return place_files(
                actor=Actor.system(), location_id=location_id, files=files, facts=facts, look=look()
            )
        except FactsChanged:
            log.info("made_again", location=location_id, attempt=attempt)
    raise FactsChanged


def renew_now(tell: Callable[[int, int], None]) -> int:
    """Make everything stale anew here and now; return how many locations that were. `tell` hears how far it is."""
    stale = stale_locations(look(), thorough=True)
    for number, location_id in enumerate(stale, start=1):
        renew(location_id)
        tell(number, len(stale))
    return len(stale)


def on_location_changed(*, location_id: int) -> None:
    """Also for a version that was published or withdrawn, and for whatever else made the site outdated."""
    renew(location_id)


def on_consortium_changed(*, consortium_id: int) -> None:
    """Its name, colours and support desk stand on the page of every school that published under it."""
    _queue(locations_of_consortium(consortium_id))


def on_documents_remade(*, erasure_id: int) -> None:
    """After an erasure: pages and data follow the documents, and only then the old files go."""
    renew(location_of(erasure_id))
    close_erasure(erasure_id=erasure_id)


@at_start
@job(retries=1)
def renew_after_update() -> None:
    """A new version of the program may make other pages out of the same facts."""
    _queue(stale_locations(look()))


@cron(Daily(hour=2, minute=45))
@job(retries=1)
def renew_stale() -> None:
    """What nobody told of: somebody changed the database by hand, or put back an older one."""
    _queue(stale_locations(look(), thorough=True))


def _queue(location_ids: tuple[int, ...]) -> None:
    """Each location is work of its own, so that other work is not kept waiting by all of them; once is enough."""
    with transaction.atomic():
        waiting = {ids["location_id"] for ids in waiting_ids_of_event("site_outdated")}
        for location_id in location_ids:
            if location_id not in waiting:
                emit("site_outdated", location_id=location_id)
