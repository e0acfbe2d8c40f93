"""The operator makes the first people from the command line."""

import pytest

from levend.accounts.models import Invitation
from levend.cli.main import main
from levend.notifications.models import OutboxMessage
from levend.organisations.models import Consortium, Location
from tests.demo.support import small_region

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _region() -> None:
    small_region()


def test_invite_coordinator_queues_the_letter_and_prints_its_link(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["invite", "--role", "coordinator", "--at", "PO9901", "Nieuw@Voorbeeld.example"]) == 0

    invitation = Invitation.objects.get()
    assert invitation.email == "nieuw@voorbeeld.example"
    assert invitation.consortium == Consortium.objects.get(code="PO9901")
    letter = OutboxMessage.objects.get()
    assert letter.to == "nieuw@voorbeeld.example"
    printed = capsys.readouterr()
    assert letter.context["url"] in printed.out.split()
    assert "Samenwerkingsverband Rivierland" in printed.err


def test_invite_council_chair_at_the_code_of_the_school(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["invite", "--role", "council_chair", "--at", "12ab00", "mr@voorbeeld.example"]) == 0

    location = Location.objects.get(code="12AB00")
    assert Invitation.objects.get().council == location.council_seats.get().council


def test_invite_operator_needs_no_place() -> None:
    assert main(["invite", "--role", "operator", "beheer@voorbeeld.example"]) == 0
    assert Invitation.objects.get().place_name == ""


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--role", "koning", "--at", "PO9901", "a@b.example"], "koning"),
        (["--role", "coordinator", "--at", "PO0000", "a@b.example"], "PO0000"),
        (["--role", "coordinator", "a@b.example"], "--at"),
        (["--role", "coordinator", "--at", "12AB00", "a@b.example"], "coordinator"),
        (["--role", "director", "--at", "PO9901", "a@b.example"], "director"),
        (["--role", "operator", "--at", "PO9901", "a@b.example"], "--at"),
        (["--role", "coordinator", "--at", "PO9901", "geen adres"], "e-mailadres"),
    ],
)
def test_invite_says_what_was_mistyped_and_makes_nothing(
    arguments: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["invite", *arguments]) == 2
    assert named in capsys.readouterr().err
    assert not Invitation.objects.exists()
    assert not OutboxMessage.objects.exists()
