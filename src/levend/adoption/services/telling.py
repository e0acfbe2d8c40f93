"""Mail to the one whose turn it is, and to a party about what was registered in its name."""

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format

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
    permission = TURN_PERMISSIONS.get(TURNS[State(case.state)])
    if permission is not None:
        tell(case, reach, permission, template="turn", but_not=actor.user_id)


def tell(
    case: AdoptionCase,
    reach: LocationReach,
    permission: Permission,
    *,
    template: str,
    but_not: int | None = None,
    **context: str,
) -> None:
    """Queue one letter for each person who has `permission` for the location."""
    number = case.steps.count()
    for person in people_with(permission, reach):
        if person.pk == but_not:
            continue
        queue_mail(
            to=person.email,
            template=template,
            language=person.language,
            context={
                "name": person.name,
                "school": case.location.name,
                "step": str(State(case.state).label),
                "due_on": date_format(case.due_on, "j F Y") if case.due_on else "",
                "url": settings.LEVEND_BASE_URL + reverse("chain", args=[case.location.code]),
                **context,
            },
            key=f"{template}:{case.pk}:{number}:{person.pk}",
        )


def about_paper(paper: PaperRecord) -> dict[str, str]:
    """What a letter says about something that was registered from paper."""
    return {
        "what": str(PaperKind(paper.kind).label),
        "registered_by": paper.registered_by_name,
        "meeting_date": date_format(paper.happened_on, "j F Y"),
        "until": date_format(paper.object_until, "j F Y"),
    }
