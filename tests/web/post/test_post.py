"""Who sees which letters, what they say about trouble, and how somebody switches reminders off."""

from datetime import datetime

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings
from pytest_django.fixtures import DjangoAssertNumQueries

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.accounts.queries import actor_for
from levend.accounts.services import choose_mail, remind, send_weekly
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.jobs.cron import Weekly
from levend.jobs.testing import run_jobs
from levend.notifications.letters import KINDS, example_of
from levend.notifications.models import MailAttempt, OutboxMessage
from levend.notifications.services import queue_mail
from levend.notifications.values import Notice
from levend.web.post.kinds import ABOUT_LETTERS
from tests.factories.accounts import make_member
from tests.factories.region import Region, make_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def region(settings: Settings) -> Region:
    settings.LEVEND_ENV = "production"
    return make_region()


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def queue(key: str, *, about: str, template: str = "turn", to: str = "voorzitter@delinde.example") -> int:
    queue_mail(to=to, template=template, context=example_of(template), key=key, about=about)
    return OutboxMessage.objects.get(key=key).pk


def fail(pk: int, code: int, text: str) -> None:
    MailAttempt.objects.create(message_id=pk, at=clock.now(), result="refused", code=code, text=text)
    OutboxMessage.objects.filter(pk=pk).update(state="failed", attempts=1, error=f"{code} {text}")


def test_a_coordinator_sees_letters_about_own_schools_and_sends_one_again(region: Region) -> None:
    consortium = region.linde.consortium
    coordinator = as_(make_member(Role.COORDINATOR, consortium))
    mine = queue("a", about=f"location:{region.linde.location.code}")
    queue("b", about=f"consortium:{consortium.code}", to="verband@passend.example")
    queue("c", about="location:99ZZ00", to="elders@school.example")
    queue(
        "d", about=f"location:{region.linde.location.code}", template="read_along", to="ouder@thuis.example"
    )
    queue("e", about="", template="password_reset", to="iemand@school.example")
    fail(mine, 550, "5.1.1 <voorzitter@delinde.example>: user unknown")

    page = coordinator.get("/werk/post/").content.decode()
    assert "voorzitter@delinde.example" in page
    assert "verband@passend.example" in page
    assert "Dit adres bestaat niet, of niet meer." in page
    for hidden in ("elders@", "ouder@", "iemand@"):
        assert hidden not in page
    filtered = coordinator.get("/werk/post/?stand=failed&zoek=voorzitter").content.decode()
    assert "verband@passend.example" not in filtered
    assert "Niets gevonden" in coordinator.get("/werk/post/?stand=double").content.decode()

    letter = coordinator.get(f"/werk/post/{mine}/").content.decode()
    assert "550 5.1.1 &lt;voorzitter@delinde.example&gt;: user unknown" in letter
    assert "Nodig de persoon met het goede adres opnieuw uit." in letter
    again = coordinator.post(f"/werk/post/{mine}/opnieuw/", follow=True).content.decode()
    assert "De brief gaat opnieuw op weg." in again
    assert AuditEvent.objects.filter(event="letter_sent_again", subject=f"letter:{mine}").count() == 1
    run_jobs()
    assert ["voorzitter@delinde.example"] in [each.to for each in mail.outbox]
    assert coordinator.post(f"/werk/post/{mine}/opnieuw/").status_code == 409

    director = as_(region.linde.users[Role.DIRECTOR])
    assert director.get("/werk/post/").status_code == 404
    assert director.get("/werk/post/voorbeeld/").status_code == 404
    assert coordinator.get(f"/werk/post/{OutboxMessage.objects.get(key='d').pk}/").status_code == 404


def test_the_operator_sees_that_letters_go_but_not_whom_they_name_nor_what_they_open(region: Region) -> None:
    operator = as_(make_member(Role.OPERATOR, None))
    about = f"location:{region.linde.location.code}"
    reopened = queue("a", about=about, template="reopened")
    queue("b", about="", template="password_reset", to="iemand@school.example")

    page = operator.get("/werk/post/").content.decode()
    assert "v•••@delinde.example" in page
    assert "voorzitter@" not in page
    assert "i•••@school" not in operator.get("/werk/post/?zoek=VOORZITTER@delinde.example").content.decode()
    assert "v•••@delinde" not in operator.get("/werk/post/?zoek=voorzitter").content.decode()
    text = operator.get(f"/werk/post/{reopened}/").content.decode()
    assert "De logopedist vertrekt" not in text
    reset = operator.get(f"/werk/post/{OutboxMessage.objects.get(key='b').pk}/").content.decode()
    assert "levend.example/werk/00XX00" not in reset

    for language, word in (
        ("nl", "Herinnering: advies geven (De Linde)"),
        ("en", "Reminder: advies geven (De Linde)"),
    ):
        examples = operator.get(f"/werk/post/voorbeeld/?taal={language}").content.decode()
        assert word in examples
        assert examples.count('<section class="card"') == len(KINDS)
    assert set(ABOUT_LETTERS) == set(KINDS)


def test_the_outbox_asks_the_database_as_often_for_three_letters_as_for_one(
    region: Region, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    coordinator = as_(make_member(Role.COORDINATOR, region.linde.consortium))
    queue("0", about=f"location:{region.linde.location.code}")
    with django_assert_max_num_queries(20) as first:
        coordinator.get("/werk/post/")
    for number in (1, 2):
        queue(str(number), about=f"location:{region.linde.location.code}")
    with django_assert_max_num_queries(len(first)):
        coordinator.get("/werk/post/")


def notice(key: str) -> Notice:
    context = example_of("reminder")
    del context["stop_url"]
    return Notice("reminder", context, key)


def test_a_person_chooses_how_to_be_reminded_and_the_rest_of_the_mail_keeps_coming(region: Region) -> None:
    person = region.linde.users[Role.DIRECTOR]
    client = as_(person)
    assert "krijgt u altijd meteen" in client.get("/werk/account/").content.decode()

    page = client.post("/werk/account/", {"language": "nl", "reminders": "weekly"}, follow=True)
    assert "Bewaard." in page.content.decode()
    person.refresh_from_db()
    assert remind(person=person, notices=[notice("a"), notice("b")]) == 2
    run_jobs()
    assert mail.outbox == []
    assert send_weekly() == 2
    assert send_weekly() == 0
    run_jobs()
    assert [each.subject for each in mail.outbox] == ["2 herinneringen van Levend"]

    remind(person=person, notices=[notice("c")])
    choose_mail(actor=actor_for(person), language="nl", reminders="none")
    person.refresh_from_db()
    assert remind(person=person, notices=[notice("c"), notice("d")]) == 1
    queue("law", about="", to=person.email)
    run_jobs()
    assert [each.subject for each in mail.outbox][1:] == ["U bent aan zet: advies geven (De Linde)"]
    assert set(OutboxMessage.objects.filter(key__in="cd").values_list("state", flat=True)) == {"unwanted"}
    choose_mail(actor=actor_for(person), language="nl", reminders="direct")
    assert remind(person=User.objects.get(pk=person.pk), notices=[notice("c"), notice("d")]) == 0

    assert client.post("/werk/account/", {"language": "fr", "reminders": "nooit"}).status_code == 422
    english = client.post("/werk/account/", {"language": "en", "reminders": "direct"}, follow=True)
    assert english.headers["Content-Language"] == "en"


def test_the_link_in_a_reminder_switches_it_off_by_one_click_and_by_nothing_less(region: Region) -> None:
    person = region.linde.users[Role.DIRECTOR]
    remind(person=person, notices=[notice("a")])
    run_jobs()
    link = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    assert link in mail.outbox[0].body
    assert mail.outbox[0].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = link[link.index("/post/") :]
    nobody = Client(enforce_csrf_checks=True)

    shown = nobody.get(path)
    assert "meteen" in shown.content.decode()
    assert shown.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert person.name not in shown.content.decode()
    person.refresh_from_db()
    assert person.reminders == "direct"

    done = nobody.post(path, {"List-Unsubscribe": "One-Click"}).content.decode()
    assert "helemaal niet" in done
    person.refresh_from_db()
    assert person.reminders == "none"
    nobody.post(path, {"reminders": "weekly"})
    nobody.post(path, {"reminders": "weekly"})
    person.refresh_from_db()
    assert person.reminders == "weekly"
    events = AuditEvent.objects.filter(event="mail_chosen", subject=f"user:{person.pk}")
    assert [event.data["way"] for event in events.order_by("id")] == ["link", "link"]
    assert nobody.post(f"/post/afmelden/{person.pk}:geraden/").status_code == 404


@pytest.mark.parametrize(
    ("now", "latest"),
    [
        ("2026-11-23T06:59+01:00", "2026-11-16T07:00+01:00"),
        ("2026-11-23T07:00+01:00", "2026-11-23T07:00+01:00"),
        ("2027-03-28T12:00+02:00", "2027-03-22T07:00+01:00"),
        ("2027-03-29T07:00+02:00", "2027-03-29T07:00+02:00"),
    ],
)
def test_the_weekly_letter_goes_on_monday_at_seven_also_when_the_clock_changes(now: str, latest: str) -> None:
    assert Weekly().latest(datetime.fromisoformat(now)) == datetime.fromisoformat(latest)
