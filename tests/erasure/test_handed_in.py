"""A name in what was handed in: the document is made anew before anybody received it."""

import pytest
from django.core.files.storage import default_storage

from levend.accounts.enums import Role
from levend.adoption.enums import Step
from levend.audit.engine.passages import MARKER
from levend.cli.main import main
from levend.jobs.testing import run_jobs
from levend.publication.models import OfficialDocument
from levend.publication.queries import artefact_bytes, official_for
from tests.adoption.story import Story
from tests.erasure.planted import NAME, Planted, left, text_of_pdf
from tests.erasure.steps import ask, confirm

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]


def test_what_was_handed_in_and_is_not_received_yet_is_made_anew(planted: Planted) -> None:
    """Nothing is published of it; until the worker made another document, nobody gets the old one."""
    story = Story(planted.places, planted.second)
    story.take(Step.GIVE_ADVICE)
    story.take(Step.ADOPT)
    story.take(Step.SUBMIT, function=f"directeur, na {NAME}")
    run_jobs()
    old = OfficialDocument.objects.get(submission__case=planted.second).pdf
    assert NAME in text_of_pdf(artefact_bytes(old))

    confirm(planted, ask(planted))
    case, director = story.reload(), planted.places.actor(Role.DIRECTOR)
    waiting = official_for(director, case, case.content_sha256)
    assert waiting is not None
    assert waiting.pdf is None
    run_jobs()

    made = official_for(director, case, case.content_sha256)
    assert made is not None
    assert made.pdf is not None
    assert MARKER in text_of_pdf(artefact_bytes(made.pdf))
    assert not default_storage.exists(old.path)
    assert left() == []
    assert main(["check-data"]) == 0
