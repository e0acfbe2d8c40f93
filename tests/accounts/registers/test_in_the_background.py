"""A file that does much is applied by the worker, in the name of who asked."""

import pytest
from django.test import Client

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Membership
from levend.accounts.services.registers import (
    ImportScope,
    apply_asked,
    ask_import,
    check_import,
    choose_rows,
    import_file,
)
from levend.core import clock
from levend.jobs.testing import run_jobs
from levend.organisations.models import Location, RegisterImport
from tests.factories.region import Region
from tests.organisations.registers.samples import classic, school

MANY = classic([school(f"{n % 100:02d}X{chr(65 + n // 100)}00", f"School {n}") for n in range(501)])


@pytest.fixture
def asked(region: Region) -> RegisterImport:
    actor = region.linde.actor(Role.COORDINATOR)
    scope = ImportScope(region.linde.consortium.pk)
    kept = check_import(actor=actor, kind="schools", file_name="veel.csv", data=MANY, scope=scope)
    row = ask_import(actor=actor, import_id=kept.pk)
    assert row.state == RegisterImport.State.ASKED
    assert choose_rows(actor=actor, import_id=kept.pk, scope=scope).state == RegisterImport.State.ASKED
    assert not Location.objects.filter(code="00XA00").exists()
    return row


@pytest.mark.django_db
@pytest.mark.sqlite
def test_the_worker_does_it_once(region: Region, asked: RegisterImport, client: Client) -> None:
    user = region.linde.user(Role.COORDINATOR)
    client.force_login(user)
    assert "wordt doorgevoerd" in client.get(f"/werk/registers/{asked.pk}/").content.decode()

    run_jobs()
    apply_asked(import_id=asked.pk)

    asked.refresh_from_db()
    assert (asked.state, asked.applied_by) == ("applied", f"user:{user.pk}")
    assert Location.objects.filter(name__startswith="School ").count() == 501
    assert "Voer door" not in client.get(f"/werk/registers/{asked.pk}/").content.decode()


@pytest.mark.django_db
@pytest.mark.sqlite
def test_what_cannot_be_done_comes_back_with_its_reason(
    region: Region, asked: RegisterImport, client: Client
) -> None:
    other = ImportScope(region.beuk.consortium.pk)
    import_file(
        actor=Actor.system(),
        kind="schools",
        file_name="x",
        data=classic([school("00XA00", "A")]),
        scope=other,
    )

    run_jobs()

    asked.refresh_from_db()
    assert (asked.state, asked.applied_by) == ("checked", "")
    assert asked.counts["new"] < 501
    client.force_login(region.linde.user(Role.COORDINATOR))
    page = client.get(f"/werk/registers/{asked.pk}/").content.decode()
    assert "Doorvoeren lukte niet" in page
    assert "intussen veranderd" in page


@pytest.mark.django_db
@pytest.mark.sqlite
def test_who_lost_the_role_meanwhile_changes_nothing(region: Region, asked: RegisterImport) -> None:
    Membership.objects.filter(user=region.linde.user(Role.COORDINATOR)).update(ended_at=clock.now())

    run_jobs()

    asked.refresh_from_db()
    assert asked.state == "checked"
    assert asked.trouble
    assert not Location.objects.filter(code="00XA00").exists()
