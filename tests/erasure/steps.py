"""The steps of an erasure, by the people who take them."""

from levend.accounts.enums import Role
from levend.audit.models import Erasure
from levend.jobs.testing import run_jobs
from levend.publication.services import erasure
from tests.erasure.planted import NAME, Planted


def ask(planted: Planted, passage: str = NAME, role: Role = Role.DIRECTOR) -> Erasure:
    """The director asks, and has every letter taken away as well."""
    papers = [paper.pk for case in (planted.first, planted.second) for paper in case.papers.all()]
    return erasure.ask_erasure(
        actor=planted.places.actor(role),
        code=planted.code,
        passage=passage,
        why=f"De ouders van {passage} vroegen het.",
        paper_ids=papers,
    )


def confirm(planted: Planted, asked: Erasure, role: Role = Role.BOARD_MEMBER) -> Erasure:
    return erasure.confirm_erasure(actor=planted.places.actor(role), code=planted.code, erasure_id=asked.pk)


def erase(planted: Planted, passage: str = NAME) -> Erasure:
    """Asked, confirmed, and finished by the worker."""
    done = confirm(planted, ask(planted, passage))
    run_jobs()
    done.refresh_from_db()
    return done
