"""Take over what was brought: as former answers of the schools, and as proposals in the profiles that they write."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.models import User
from levend.accounts.queries.actors import actor_for
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import NotNow
from levend.formats.engine.values import Value
from levend.jobs.events import emit
from levend.profiles.engine.brought import SchoolAnswers
from levend.profiles.engine.revisions import is_same
from levend.profiles.models import BroughtFile, FormerAnswers
from levend.profiles.queries.brought import former_by_version
from levend.profiles.queries.brought_files import brought_file, own_locations
from levend.profiles.queries.brought_schools import schools_in
from levend.profiles.queries.brought_words import told
from levend.profiles.services.propose import propose_brought


@transaction.atomic
def ask_brought(*, actor: Actor, brought_id: int) -> BroughtFile:
    """Have the worker take over what the page showed. Once more changes nothing.

    Raises `NotFound`, or `NotNow` while it is not known which school a row is of.
    """
    brought = brought_file(actor, brought_id, lock=True)
    if brought.state in {BroughtFile.State.ASKED, BroughtFile.State.TAKEN}:
        return brought
    if brought.state != BroughtFile.State.READ or not schools_in(brought).schools:
        raise NotNow(
            _("In deze formulieren staat nog niets dat wij kunnen overnemen.")
            if brought.kind == BroughtFile.Kind.FORMS
            else _("In dit bestand staat nog niets dat wij kunnen overnemen. Kies eerst de kolommen.")
        )
    brought.state, brought.taken_by, brought.trouble = BroughtFile.State.ASKED, actor.ref, ""
    brought.save(update_fields=["state", "taken_by", "trouble"])
    emit("brought_answers_asked", brought_id=brought.pk)
    return brought


def take_brought(*, brought_id: int) -> None:
    """Do what somebody asked for, in that person's name, school by school: a second run goes on where the first stopped.

    What was taken over before, or is asked for no more, is left alone.
    """
    brought = BroughtFile.objects.filter(pk=brought_id, state=BroughtFile.State.ASKED).first()
    if brought is None:
        return
    actor = _actor(brought.taken_by)
    if not rules.can_import(actor, brought.consortium_id):
        BroughtFile.objects.filter(pk=brought.pk).update(
            state=BroughtFile.State.READ, taken_by="", trouble=_("U mag dit niet meer overnemen.")
        )
        return
    found = schools_in(brought)
    done = [_take_one(actor, brought, school) for school in found.schools]
    with transaction.atomic():
        names = {code: name for code, (_key, name) in own_locations(brought.consortium_id).items()}
        brought.outcome = brought.outcome | {
            "schools": sum(new > 0 for new, _proposed in done),
            "answers": sum(new for new, _proposed in done),
            "per_school": [
                [school.code, names.get(school.code, ""), len(school.answers), new, proposed, school.file]
                for school, (new, proposed) in zip(found.schools, done, strict=True)
            ],
            "refused": [[each.line, each.code, each.label, told(each), each.file] for each in found.refused],
        }
        brought.state, brought.taken_at = BroughtFile.State.TAKEN, clock.now()
        brought.save(update_fields=["state", "taken_at", "outcome"])
        brought.rows.all().delete()
        record(
            actor=actor,
            event="brought_answers_taken",
            subject=f"consortium:{brought.consortium_id}",
            data={
                "brought": brought.pk,
                "file": brought.sha256,
                "schools": brought.outcome["schools"],
                "answers": brought.outcome["answers"],
            },
        )


@transaction.atomic
def _take_one(actor: Actor, brought: BroughtFile, school: SchoolAnswers) -> tuple[int, int]:
    """How many answers of a school are new, and how many came into its profile."""
    kept = FormerAnswers.objects.filter(location_id=school.location_id, brought=brought).first()
    if kept is None:
        new = _new_ones(former_by_version(school.location_id), school.version_id, school.answers)
        if new:
            _keep(actor, brought, school, new)
        count = len(new)
    else:
        count = len(kept.answers)
    return count, propose_brought(school.location_id)


def _new_ones(
    former: Mapping[int, tuple[dict[str, Value], str]], version_id: int, answers: Mapping[str, Value]
) -> dict[str, Value]:
    """The answers that the school did not give in this version yet; all of them where another version came since."""
    known: Mapping[str, Value] = former[version_id][0] if version_id in former else {}
    if version_id in former and next(reversed(list(former))) != version_id:
        known = {}
    return {
        key: value for key, value in answers.items() if key not in known or not is_same(value, known[key])
    }


def _keep(actor: Actor, brought: BroughtFile, school: SchoolAnswers, answers: Mapping[str, Value]) -> None:
    FormerAnswers.objects.create(
        location_id=school.location_id,
        format_version_id=school.version_id,
        brought=brought,
        source=_source(actor, brought),
        answers=dict(answers),
        imported_at=clock.now(),
        imported_by_id=actor.user_id,
        imported_by_name=actor.name,
    )
    record(
        actor=actor,
        event="former_answers_kept",
        subject=f"location:{school.location_id}",
        data={"brought": brought.pk, "answers": len(answers)},
    )


def _source(actor: Actor, brought: BroughtFile) -> str:
    """Where it comes from, in the words that the school reads beside each answer."""
    return _("Uit uw vorige profiel, op %(day)s overgenomen door %(who)s (%(consortium)s).") % {
        "day": date_format(clock.today(), "j F Y"),
        "who": actor.name[:120],
        "consortium": str(brought.consortium)[:200],
    }


def _actor(ref: str) -> Actor:
    """Whom the log names, with what that person may today."""
    if ref == Actor.system().ref:
        return Actor.system()
    user = User.objects.filter(pk=int(ref.removeprefix("user:"))).first()
    return Actor.anonymous() if user is None else actor_for(user)
