"""Checking a file, and then doing exactly what was shown."""

from datetime import timedelta

from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.services.registers.kinds import ImportKind, import_kind
from levend.accounts.services.registers.prepared import Prepared
from levend.audit.services import record
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import Invalid, NotFound, NotNow
from levend.core.plaintext import clean
from levend.core.storage import put_whole
from levend.organisations.engine.registers.plan import ImportPlan
from levend.organisations.engine.registers.scope import ImportScope
from levend.organisations.models import RegisterImport

KEPT = timedelta(days=7)
"""How long a file that was checked waits to be applied."""


@transaction.atomic
def check_import(
    *, actor: Actor, kind: str, file_name: str, data: bytes, scope: ImportScope
) -> RegisterImport:
    """Read a file and keep what it would do, to be shown and then applied. Nothing of the register changes.

    Raises `UnreadableRegister` (an `Invalid`) for a file that is none of this kind, `NotAllowed` for who may not.
    """
    found = _kind(actor, kind, scope)
    row = _checked(actor, found, file_name, data, scope, found.prepare(actor, data, scope))
    put_whole(_path(row.sha256), data)
    _forget_old()
    row.save()
    return row


@transaction.atomic
def choose_rows(*, actor: Actor, import_id: int, scope: ImportScope) -> RegisterImport:
    """Look again at a file that was checked, with other rows of it. What was asked for or applied stays as it is."""
    row = locked_import(actor, import_id)
    if row.state != RegisterImport.State.CHECKED:
        return row
    found = _kind(actor, row.kind, scope)
    data = _stored(row)
    fresh = _checked(actor, found, row.file_name, data, scope, found.prepare(actor, data, scope))
    fresh.pk = row.pk
    fresh.save()
    return fresh


@transaction.atomic
def apply_import(*, actor: Actor, import_id: int) -> RegisterImport:
    """Do what was shown, whole or not at all. Once more changes nothing.

    Raises `NotNow` when in the meantime something changed by which the same file would do something else.
    """
    row = locked_import(actor, import_id)
    if row.state == RegisterImport.State.APPLIED:
        return row
    _one_at_a_time()
    scope = ImportScope.from_json(row.consortium_id, row.choice)
    prepared = _kind(actor, row.kind, scope).prepare(actor, _stored(row), scope)
    if prepared.plan.digest() != row.plan_sha256:
        raise NotNow(_("De gegevens zijn intussen veranderd. Kies het bestand opnieuw en kijk nog een keer."))
    return _apply(actor, row, prepared)


@transaction.atomic
def import_file(*, actor: Actor, kind: str, file_name: str, data: bytes, scope: ImportScope) -> ImportPlan:
    """Check and apply in one go, for who looked before: the operator's command line. Says what was done."""
    found = _kind(actor, kind, scope)
    _one_at_a_time()
    prepared = found.prepare(actor, data, scope)
    row = _checked(actor, found, file_name, data, scope, prepared)
    put_whole(_path(row.sha256), data)
    row.save()
    _apply(actor, row, prepared)
    return prepared.plan


def plan_file(*, actor: Actor, kind: str, data: bytes, scope: ImportScope) -> ImportPlan:
    """What `import_file` would do now. Nothing is written or kept."""
    return _kind(actor, kind, scope).prepare(actor, data, scope).plan


def _one_at_a_time() -> None:
    """Wait for whoever is applying another file: two consortia that take in the same school would not see each other."""
    RegisterImport.objects.select_for_update().defer("plan").order_by("pk").first()


def _apply(actor: Actor, row: RegisterImport, prepared: Prepared) -> RegisterImport:
    try:
        with transaction.atomic():
            prepared.write()
    except IntegrityError:  # somebody else added the same, between our reading and our writing
        raise NotNow(
            _("De gegevens zijn intussen veranderd. Kies het bestand opnieuw en kijk nog een keer.")
        ) from None
    row.state = RegisterImport.State.APPLIED
    row.applied_at = clock.now()
    row.applied_by = actor.ref
    row.save(update_fields=["state", "applied_at", "applied_by"])
    record(
        actor=actor,
        event="register_imported",
        subject=f"import:{row.pk}",
        data={
            "kind": row.kind,
            "file": row.sha256,
            "consortium": row.consortium_id,
            "plan": row.plan_sha256,
            "counts": row.counts,
        },
    )
    return row


def _kind(actor: Actor, key: str, scope: ImportScope) -> ImportKind:
    rules.can_import(actor, scope.consortium_id).require()
    found = import_kind(key)
    if found is None:
        raise Invalid(_("Kies een van de mogelijkheden in de lijst."))
    if found.operator_only:
        rules.can_manage(actor).require()
    return found


def _checked(
    actor: Actor, kind: ImportKind, file_name: str, data: bytes, scope: ImportScope, prepared: Prepared
) -> RegisterImport:
    plan = prepared.plan
    return RegisterImport(
        kind=kind.key,
        file_name=" ".join(clean(file_name).split())[-255:],
        sha256=sha256_of(data),
        consortium_id=scope.consortium_id,
        choice=scope.as_json(),
        counts=plan.counts(),
        plan=plan.as_json(),
        plan_sha256=plan.digest(),
        checked_at=clock.now(),
        checked_by=actor.ref,
    )


def locked_import(actor: Actor, import_id: int) -> RegisterImport:
    """The row, kept for us until the transaction ends. Raises `NotFound`."""
    row = RegisterImport.objects.select_for_update().filter(pk=import_id).first()
    if row is None or not rules.can_import(actor, row.consortium_id):
        raise NotFound(str(import_id))
    return row


def _stored(row: RegisterImport) -> bytes:
    try:
        with default_storage.open(_path(row.sha256)) as file:
            return bytes(file.read())
    except FileNotFoundError:
        raise NotNow(_("Dit bestand is er niet meer. Kies het opnieuw.")) from None


def _path(sha256: str) -> str:
    return f"registers/{sha256}"


def _forget_old() -> None:
    """What nobody applied in a week goes; files of those that were applied stay."""
    old = RegisterImport.objects.filter(state=RegisterImport.State.CHECKED, checked_at__lt=clock.now() - KEPT)
    hashes = set(old.values_list("sha256", flat=True))
    old.delete()
    for sha256 in hashes - set(RegisterImport.objects.values_list("sha256", flat=True)):
        default_storage.delete(_path(sha256))
