"""Mail to the one whose turn it is, and to a party about what was registered in its name."""

from django.conf import settings
from django.urls import reverse

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.queries.people import people_with
from levend.adoption.enums import PaperKind, State
from levend.adoption.models import AdoptionCase, PaperRecord
from levend.adoption.transitions import TURN_PERMISSIONS, TURNS
from levend.notifications.services import queue_mail
from levend.organisations.values import LocationReach


def tell_next(case: AdoptionCase, reach: LocationReach, actor: Actor) -> None:
    """Tell who is on turn now, but not who just acted."""
    state = State(case.state)
    permission = TURN_PERMISSIONS.get(TURNS[state])
    if permission is None:
        return
    if state is State.RETURNED_BY_CONSORTIUM:
        tell(
            case,
            reach,
            permission,
            actor,
            template="correction_asked",
            consortium=case.consortium.name,
            due_on=case.due_on.isoformat() if case.due_on else "",
        )
    else:
        tell(case, reach, permission, actor, template="turn", step=str(state.label))


def tell(
    case: AdoptionCase,
    reach: LocationReach,
    permission: Permission,
    actor: Actor,
    *,
    template: str,
    **context: str,
) -> None:
    """Queue one letter for each person who has `permission` for the location, but for who acted."""
    number = case.steps.count()
    url = settings.LEVEND_BASE_URL + reverse("chain", args=[case.location.code])
    for person in people_with(permission, reach):
        if person.pk != actor.user_id:
            queue_mail(
                to=person.email,
                template=template,
                language=person.language,
                context={"school": case.location.name, "url": url, **context},
                key=f"{template}:{case.pk}:{number}:{person.pk}",
                about=f"location:{case.location.code}",
            )


def about_paper(paper: PaperRecord) -> dict[str, str]:
    """What a letter says about something that was registered from paper."""
    return {
        "what": str(PaperKind(paper.kind).label),
        "registered_by": paper.registered_by_name,
        "meeting_date": paper.happened_on.isoformat(),
        "until": paper.object_until.isoformat(),
    }
