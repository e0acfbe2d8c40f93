"""Inviting the people of a list: a plan first, then exactly that, one letter for everybody."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from levend.accounts.engine.people_list import Listed, listed_in, rows_of_text
from levend.accounts.enums import PlaceKind, Role
from levend.accounts.models import Invitation, Membership
from levend.accounts.queries.invitations import InvitedTo, invitation_for
from levend.accounts.queries.invite_plan import ROLE_WORDS, Outlook, plan_invitations
from levend.accounts.queries.invite_words import told
from levend.accounts.queries.people_at import people_at
from levend.accounts.services import accept_invitation, invite, invite_list, withdraw_invitation
from levend.cli.main import main
from levend.core import clock
from levend.core.errors import NotAllowed, NotFound
from levend.notifications.models import OutboxMessage
from tests.factories.region import Region

GOOD = "vier woorden zijn genoeg"


def people(text: str) -> tuple[Listed, ...]:
    return listed_in(rows_of_text(text), roles=frozenset(ROLE_WORDS) - {""})


@pytest.mark.parametrize(
    "text",
    [
        "12AB00;Jan de Vries;jan@school.nl",
        "12ab-00\tJan de Vries\tJan <Jan@School.nl>\r\n",
        "BRIN,School,Naam directeur,E-mail\n12AB|00,De Linde,Jan de Vries,jan@school.nl",
        '"E-mail";"Naam";"Vestiging"\n"jan@school.nl";"Jan de Vries";"12AB0"',
        "\n\n12AB00 Jan de Vries jan@school.nl\n",
        "Jan de Vries mailto:jan@school.nl 12AB00",
    ],
)
def test_a_list_is_read_as_people_have_it(text: str) -> None:
    (found,) = people(text)
    assert (found.code, found.name, found.email) == ("12AB00", "Jan de Vries", "jan@school.nl")


def test_roles_lines_and_several_schools_in_a_row() -> None:
    found = people(
        "school;naam;mail;rol\n\n12AB00, 12CD00;Jan;jan@x.nl;Directeur\n;;;\n12AB;Ans;x;schrijver\n"
    )
    assert [(each.line, each.code, each.role) for each in found] == [
        (3, "12AB00", "directeur"),
        (3, "12CD00", "directeur"),
        (5, "12AB", "schrijver"),
    ]
    assert people("") == people(" \n;;\n") == ()
    (odd,) = people("12AB00\x00\u202e;\ud800Jan\x07;jan@x.nl")
    assert (odd.code, odd.name) == ("12AB00", "Jan")
    assert people("😀" * 5_000 + "\n" + "x" * 200_000)[0].code == ""


@pytest.mark.django_db
def test_every_line_says_what_becomes_of_it(region: Region) -> None:
    coordinator = region.linde.actor(Role.COORDINATOR)
    director = region.linde.user(Role.DIRECTOR).email
    invite(actor=coordinator, email="al@x.nl", role=Role.DIRECTOR, place=region.linde.location)
    plan = plan_invitations(
        coordinator,
        people(
            f"12AB00;Nieuw;nieuw@x.nl\n12CD;Nieuw;nieuw@x.nl\n12AB00;Weer;NIEUW@x.nl;directeur\n12AB00;Zij;{director}\n"
            "12AB00;Al;al@x.nl\n99ZZ00;Weg;weg@x.nl\n34EF00;Ver;ver@x.nl\n12AB00;Fout;geen adres\n;Leeg;leeg@x.nl\n"
            "12AB00;Ib;ib@x.nl;intern begeleider\n12AB00;Baas;baas@x.nl;koning\n"
        ),
    )
    assert [row.outlook for row in plan.rows] == [
        Outlook.NEW,
        Outlook.NEW,
        Outlook.TWICE,
        Outlook.HAS_ROLE,
        Outlook.INVITED,
        Outlook.UNKNOWN,
        Outlook.OUTSIDE,
        Outlook.NO_ADDRESS,
        Outlook.NO_CODE,
        Outlook.MAY_NOT,
        Outlook.NO_ROLE,
    ]
    assert plan.letters == 1
    assert all(told(row).endswith((".", "nl.")) for row in plan.rows)
    with CaptureQueriesContext(connection) as few:
        plan_invitations(coordinator, people("12AB00;A;a@x.nl"))
    with CaptureQueriesContext(connection) as many:
        plan_invitations(coordinator, people("\n".join(f"12AB00;A;a{number}@x.nl" for number in range(40))))
    assert len(many) == len(few)
    for other in (Role.DIRECTOR, Role.OPERATOR, Role.VIEWER, Role.COUNCIL_CHAIR, Role.GROUP_COORDINATOR):
        with pytest.raises(NotAllowed):
            plan_invitations(region.linde.actor(other), ())


@pytest.mark.django_db
def test_one_letter_opens_all_schools_and_a_second_click_changes_nothing(region: Region) -> None:
    coordinator = region.linde.actor(Role.COORDINATOR)
    listed = people("12AB00;Joost Dijk;joost@x.nl\n12CD00;Joost Dijk;joost@x.nl\n12AB00;Ans;ans@x.nl")
    assert len(invite_list(actor=coordinator, people=listed).new) == 3
    assert invite_list(actor=coordinator, people=listed).new == ()
    assert OutboxMessage.objects.count() == 2
    letter = OutboxMessage.objects.get(to="joost@x.nl")
    assert (letter.template, letter.context["count"]) == ("invitation_several", 2)
    token = letter.context["url"].rstrip("/").rsplit("/", 1)[-1]

    found = invitation_for(token)
    assert found.name == "Joost Dijk"
    assert found.to == (InvitedTo(Role.DIRECTOR, "De Linde"), InvitedTo(Role.DIRECTOR, "De Wilg"))
    lead = Invitation.objects.get(email="joost@x.nl", location=region.linde.location)
    withdraw_invitation(actor=coordinator, invitation_id=lead.pk)
    assert invitation_for(token).only == InvitedTo(Role.DIRECTOR, "De Wilg")
    user = accept_invitation(token=token, name="Joost", password=GOOD)
    assert accept_invitation(token=token) == user
    assert list(Membership.objects.filter(user=user).values_list("location__code", flat=True)) == ["12CD00"]


@pytest.mark.django_db
def test_an_expired_link_is_replaced_and_all_taken_back_is_nothing(region: Region) -> None:
    coordinator = region.linde.actor(Role.COORDINATOR)
    listed = people("12AB00;Joost;joost@x.nl\n12CD00;Joost;joost@x.nl")
    invite_list(actor=coordinator, people=listed)
    first = OutboxMessage.objects.get().context["url"].rstrip("/").rsplit("/", 1)[-1]
    Invitation.objects.update(expires_at=clock.now() - timedelta(days=1))
    pending = people_at(coordinator, PlaceKind.LOCATION, "12CD00").invitations
    assert [each.has_expired for each in pending] == [True]
    assert len(invite_list(actor=coordinator, people=listed).new) == 2
    with pytest.raises(NotFound):
        invitation_for(first)
    assert Invitation.objects.filter(withdrawn_at=None).count() == 2


@pytest.mark.django_db
def test_the_command_line_invites_a_list_anywhere(
    region: Region, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text("34EF00;Ver;ver@x.nl;schrijver\n99ZZ00;Weg;weg@x.nl\n")
    assert main(["invite", "--list", str(file), "--dry-run"]) == 1
    assert not Invitation.objects.exists()
    assert main(["invite", "--list", str(file)]) == 1
    said = capsys.readouterr()
    assert "ver@x.nl editor" in said.out
    assert f"{file}:2: Levend kent geen school met de code 99ZZ00." in said.err
    assert Invitation.objects.get().role == Role.EDITOR
    assert main(["invite", "--list", str(tmp_path / "nergens")]) == 2
    assert main(["invite", "--role", "director", "--at", "12AB00"]) == 2
