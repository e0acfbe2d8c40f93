"""Giving chapters to people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from levend.core.errors import Invalid
from levend.formats.engine.definition import Chapter
from levend.profiles.queries.colleagues import Colleague
from levend.profiles.queries.owners import Division, division_of
from levend.profiles.services import give_chapter
from levend.web.forms import DayField
from levend.web.requests import LevendRequest
from levend.web.together.posting import numbers
from levend.web.writing.pages import titled
from levend.web.writing.words import names


@dataclass(frozen=True)
class Option:
    person: Colleague
    is_chosen: bool


@dataclass(frozen=True)
class PartToGive:
    """A chapter with its form: the people, the day as it was typed, and what is wrong with it."""

    chapter: Chapter
    people: tuple[Option, ...]
    day: str
    names: str
    fault: str

    @property
    def title(self) -> str:
        return titled(self.chapter.number, self.chapter.title)


@require_http_methods(["GET", "HEAD", "POST"])
def chapter_owners(request: LevendRequest, code: str) -> HttpResponse:
    """Each chapter with its people; each is saved by itself."""
    page, fault = division_of(request.actor, code), ""
    if request.method == "POST":
        try:
            chapter = _give(request, page)
        except Invalid as refused:
            fault = str(refused)
        else:
            messages.success(request, _("Bewaard. Wie nieuw is bij dit hoofdstuk, krijgt bericht."))
            return redirect(f"{reverse('chapter_owners', args=[code])}#h-{chapter}")
    context = {"page": page, "parts": tuple(_parts(page, request.POST, fault)), "fault": fault}
    return render(request, "together/division.html", context, status=422 if fault else 200)


def _give(request: LevendRequest, page: Division) -> str:
    chapter = request.POST.get("hoofdstuk", "")
    give_chapter(
        actor=request.actor,
        profile_id=page.profile_id,
        chapter=chapter,
        user_ids=numbers(request.POST, "people"),
        ready_by=_day(request.POST.get("ready_by", "")),
    )
    return chapter


def _day(text: str) -> date | None:
    try:
        found: date | None = DayField(required=False).clean(text)
    except ValidationError as fault:
        raise Invalid(fault.messages[0], {"ready_by": fault.messages[0]}) from None
    return found


def _parts(page: Division, post: QueryDict, fault: str) -> Iterator[PartToGive]:
    """As it stands; the form that could not be taken as it was sent."""
    for chapter in page.chapters:
        owners = page.owners.get(chapter.key, ())
        chosen = {owner.user_id for owner in owners}
        day = next((owner.ready_by for owner in owners if owner.ready_by), None)
        typed = f"{day.day}-{day.month}-{day.year}" if day else ""
        is_at_fault = bool(fault) and post.get("hoofdstuk") == chapter.key
        if is_at_fault:
            chosen, typed = set(numbers(post, "people")), post.get("ready_by", "")
        yield PartToGive(
            chapter=chapter,
            people=tuple(Option(person, person.id in chosen) for person in page.writers),
            day=typed,
            names=names([owner.name for owner in owners]),
            fault=fault if is_at_fault else "",
        )
