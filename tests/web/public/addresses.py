"""What a reader meets at the addresses of a school."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time

from django.test import Client

from levend.accounts.enums import Role
from levend.adoption.models import Adoption
from levend.adoption.services import withdraw
from levend.core import clock
from levend.jobs.testing import run_jobs
from levend.publication.models import PublicFile
from tests.publication.situations import Published, renewed

SCHOOL = "/scholen/12AB00/"
REASON = "De school begint opnieuw met een ander bestuur."


@dataclass(frozen=True)
class Answer:
    status: int
    content: bytes


def all_addresses() -> dict[str, Answer]:
    """Every address that has a row, with what the application answers there today."""
    client = Client()
    found = {}
    for path in sorted(set(PublicFile.objects.values_list("path", flat=True))):
        response = client.get(path)
        found[path] = Answer(response.status_code, response.content)
    return found


def rows() -> set[tuple[str, date, int | None]]:
    return set(PublicFile.objects.values_list("path", "since", "artefact_id"))


def since(done: Published, day: date) -> None:
    """The version holds since this day, as if it was adopted then."""
    Adoption.objects.filter(pk=done.adoption.pk).update(valid_from=day)
    renewed()


def withdraw_on(done: Published, day: date) -> None:
    """The board withdraws from a day on; the worker does today what follows from it."""
    actor = done.story.places.actor(Role.BOARD_MEMBER)
    withdraw(actor=actor, adoption_id=done.adoption.pk, reason=REASON, on=day)
    run_jobs()


@contextmanager
def on_day(day: date) -> Iterator[None]:
    with clock.at(datetime.combine(day, time(9), tzinfo=clock.AMSTERDAM)):
        yield
