"""Guessing is slowed down whichever process answers: limits are counted in the database, not in a process."""

import json
import subprocess
import sys

import pytest
from django.conf import LazySettings
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client

from levend.accounts.enums import Role
from levend.accounts.models import User
from tests.factories.accounts import PASSWORD, make_member
from tests.factories.organisations import make_location
from tests.support.application import ROOT

pytestmark = pytest.mark.django_db
_SETTINGS = """
import json
from levend.config import settings
print(json.dumps({"caches": settings.CACHES, "limits": settings.ACCOUNT_RATE_LIMITS}))
"""


@pytest.fixture
def real() -> dict[str, dict[str, str]]:
    """The settings of an installation, read in a process of its own."""
    output = subprocess.run(
        [sys.executable, "-c", _SETTINGS], cwd=ROOT, env=_environment(), capture_output=True, check=True
    ).stdout
    return json.loads(output)


def _environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), "LEVEND_SECRET_KEY": "only-for-tests"}


@pytest.fixture
def director() -> User:
    return make_member(Role.DIRECTOR, make_location(), email="ellen@delinde.example")


class Processes:
    """Each request comes to a process that knows nothing but the database."""

    @staticmethod
    def post(url: str, data: dict[str, str], address: str = "127.0.0.1") -> str:
        del caches["default"]
        return Client(REMOTE_ADDR=address).post(url, data).content.decode()


@pytest.fixture
def processes(real: dict[str, dict[str, str]], settings: LazySettings) -> Processes:
    settings.CACHES = real["caches"]
    settings.ACCOUNT_RATE_LIMITS = real["limits"]
    call_command("createcachetable", verbosity=0)
    return Processes()


def test_login_is_limited_over_all_processes(processes: Processes, director: User) -> None:
    wrong = {"login": director.email, "password": "geraden-wachtwoord"}
    for number in range(5):
        assert "Wacht vijf minuten" not in processes.post("/inloggen/", wrong, f"10.0.0.{number}")
    page = processes.post("/inloggen/", wrong, "10.0.0.9")
    assert "Wacht vijf minuten" in page
    right = {"login": director.email, "password": PASSWORD}
    assert "Wacht vijf minuten" in processes.post("/inloggen/", right, "10.0.0.9")


def test_the_limit_of_one_account_leaves_others_alone(processes: Processes, director: User) -> None:
    joost = make_member(Role.EDITOR, make_location(), email="joost@delinde.example")
    for number in range(6):
        processes.post("/inloggen/", {"login": director.email, "password": "geraden"}, f"10.0.0.{number}")
    del caches["default"]
    client = Client(REMOTE_ADDR="10.0.0.1")
    response = client.post("/inloggen/", {"login": joost.email, "password": PASSWORD})
    assert response.headers["Location"] == "/werk/"


def test_letters_with_a_new_password_are_limited_over_all_processes(
    processes: Processes, director: User
) -> None:
    from levend.notifications.models import OutboxMessage

    for number in range(8):
        processes.post("/inloggen/wachtwoord-vergeten/", {"email": director.email}, f"10.0.0.{number}")
    assert OutboxMessage.objects.count() == 5


def test_too_often_is_said_in_a_page_of_ours(processes: Processes, director: User) -> None:
    for number in range(6):
        page = processes.post("/inloggen/wachtwoord-vergeten/", {"email": director.email}, f"10.0.0.{number}")
    assert '<html lang="nl"' in page
    assert "opnieuw" in page
