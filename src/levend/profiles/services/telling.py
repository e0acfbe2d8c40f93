"""Letters about a remark, to people who were chosen from a list."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.core.errors import Invalid
from levend.formats.queries import definition_with
from levend.notifications.services import queue_mail
from levend.profiles.models import Mention, Remark, RemarkThread
from levend.profiles.queries.colleagues import Colleague, coordinators_of, writers_of
from levend.profiles.queries.voices import is_shared_now
from levend.profiles.rules.together import Voice


def tell_people(actor: Actor, voice: Voice, thread: RemarkThread, remark: Remark, user_ids: set[int]) -> None:
    """One letter to each for each remark, but none to who wrote it. The letter does not repeat the words.

    Raises `Invalid` for somebody who does not read this thread.
    """
    user_ids.discard(actor.user_id or 0)
    if not user_ids or voice.link_id is not None:
        return
    people = {each.id: each for each in can_be_told(thread)}
    if not user_ids <= set(people):
        message = _("U koos iemand die deze opmerking niet leest. Kijk na wie haar mag lezen.")
        raise Invalid(message, {"tell": message})
    for user_id in sorted(user_ids):
        _told, is_new = Mention.objects.get_or_create(remark=remark, user_id=user_id)
        if is_new:
            _write_to(people[user_id], actor, thread, remark)


def can_be_told(thread: RemarkThread) -> tuple[Colleague, ...]:
    """The school's writers; the coordinators too where the remark is for them and the concept is shared."""
    people = writers_of(thread.profile)
    if thread.for_consortium and is_shared_now(thread.profile_id):
        people += coordinators_of(thread.profile)
    return people


def _write_to(person: Colleague, actor: Actor, thread: RemarkThread, remark: Remark) -> None:
    profile = thread.profile
    chapter = definition_with(profile.format_version.sha256).chapter(thread.chapter_key)
    name = "shared_chapter" if person.is_consortium else "remarks"
    address = reverse(name, args=[profile.location.code, thread.chapter_key])
    queue_mail(
        to=person.email,
        template="mentioned",
        language=person.language,
        context={
            "who": actor.name,
            "chapter": chapter.title,
            "school": profile.location.name,
            "url": f"{settings.LEVEND_BASE_URL}{address}#reeks-{thread.pk}",
        },
        key=f"mentioned:{remark.pk}:{person.id}",
        about=f"location:{profile.location.code}",
    )
