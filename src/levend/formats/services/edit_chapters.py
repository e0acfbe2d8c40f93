"""Change the title and the chapters of a draft.

`base` is in each of these the revision of the draft that was on the page. All raise `NotFound` for who does not keep the
format, `NotNow` when the chapter itself was changed or taken away since, and `Invalid` with the field.
"""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.core.errors import Invalid
from levend.formats.engine import editing
from levend.formats.engine.again import chapter_again
from levend.formats.engine.editing import Map, chapters_of
from levend.formats.engine.keys import suggested_key
from levend.formats.engine.kinds import SchoolKind
from levend.formats.engine.part_faults import chapter_faults
from levend.formats.engine.text import clean
from levend.formats.enums import DraftChange
from levend.formats.queries.drafts import Draft
from levend.formats.services.drafting import Edit, changed, gone, refuse_faults

LONGEST_TITLE, LONGEST_TEXT = 500, 20_000


@transaction.atomic
def save_head(
    *, actor: Actor, key: str, base: int, title: str, description: str, school_types: Sequence[str]
) -> Draft:
    """What the format is called, what it is for, and which schools may begin with it: all when none is named."""
    edit = naming(title, description, school_types)
    return changed(actor=actor, key=key, base=base, change=DraftChange.HEAD_CHANGED, about="", edit=edit)


@transaction.atomic
def add_chapter(*, actor: Actor, key: str, base: int, number: str, title: str, intro: str) -> Draft:
    """An empty chapter at the end."""
    edit = adding_chapter(number, title, intro)
    return changed(
        actor=actor, key=key, base=base, change=DraftChange.CHAPTER_ADDED, about=clean(title), edit=edit
    )


@transaction.atomic
def save_chapter_head(
    *, actor: Actor, key: str, base: int, chapter: int, number: str, title: str, intro: str
) -> Draft:
    """Another title, number or introduction; the chapter's key stays."""
    edit = titling(chapter, number, title, intro)
    return changed(
        actor=actor, key=key, base=base, change=DraftChange.CHAPTER_CHANGED, about=clean(title), edit=edit
    )


@transaction.atomic
def move_chapter(*, actor: Actor, key: str, base: int, chapter: int, step: int) -> Draft:
    """One place up (-1) or down (1); at the end of the list nothing changes."""

    def edit(base_data: Map, now: Map) -> Map:
        here = _again(base_data, now, chapter)
        if here != chapter:
            return now  # a second click, or somebody else moved it: look first
        return editing.with_chapter_moved(now, here, 1 if step > 0 else -1)

    return changed(
        actor=actor,
        key=key,
        base=base,
        change=DraftChange.CHAPTER_MOVED,
        about="",
        edit=edit,
    )


@transaction.atomic
def remove_chapter(*, actor: Actor, key: str, base: int, chapter: int) -> Draft:
    """With everything in it, as long as nobody changed anything in it since."""

    def edit(base_data: Map, now: Map) -> Map:
        place = _again(base_data, now, chapter)
        if editing.chapter_at(now, place) != editing.chapter_at(base_data, chapter):
            raise gone()
        return editing.without_chapter(now, place)

    return changed(actor=actor, key=key, base=base, change=DraftChange.CHAPTER_REMOVED, about="", edit=edit)


def naming(title: str, description: str, school_types: Sequence[str]) -> Edit:
    """The change that `save_head` makes."""
    head: Map = {"title": clean(title), "description": clean(description)}
    if not head["title"]:
        raise _invalid("title", _("Geef het format een naam."))
    for name, most in (("title", LONGEST_TITLE), ("description", LONGEST_TEXT)):
        if len(str(head[name])) > most:
            raise _invalid(
                name, _("Deze tekst is te lang. Maak er hoogstens %(most)d tekens van.") % {"most": most}
            )
    if set(school_types) - set(SchoolKind):
        raise _invalid("school_types", _("Kies alleen soorten scholen uit de lijst."))
    kinds = [kind.value for kind in SchoolKind if kind in school_types]

    def edit(base_data: Map, now: Map) -> Map:
        names = ("title", "description", "school_types")
        if any(base_data.get(name) != now.get(name) for name in names):
            raise gone()
        kept = {name: value for name, value in now.items() if name not in names}
        same = clean(str(now.get("description", ""))) == head["description"]
        text = now.get("description", "") if same else head["description"]
        return {
            **kept,
            "title": head["title"],
            **({"description": text} if text else {}),
            **({"school_types": [*kinds]} if kinds else {}),
        }

    return edit


def adding_chapter(number: str, title: str, intro: str) -> Edit:
    """The change that `add_chapter` makes."""
    head = _head(number, title, intro)

    def edit(base_data: Map, now: Map) -> Map:
        chapters = chapters_of(now)
        if base_data != now and chapters and {**chapters[-1], "key": ""} == {**head, "key": "", "items": []}:
            return now  # a second click
        taken = {str(chapter.get("key")) for chapter in chapters}
        chapter: Map = {"key": suggested_key(clean(title), taken, otherwise="hoofdstuk"), **head}
        refuse_faults(chapter_faults(chapter))
        return editing.with_chapter(now, len(chapters), {**chapter, "items": []})

    return edit


def titling(chapter: int, number: str, title: str, intro: str) -> Edit:
    """The change that `save_chapter_head` makes."""
    head = _head(number, title, intro)

    def edit(base_data: Map, now: Map) -> Map:
        place = _again(base_data, now, chapter)
        before = editing.chapter_at(now, place)
        if clean(str(before.get("intro", ""))) == head.get("intro", ""):
            head.update({name: before[name] for name in ("intro",) if name in before})
        after: Map = {"key": before.get("key"), **head}
        refuse_faults(chapter_faults(after))
        return editing.with_chapter_head(now, place, after)

    return edit


def _head(number: str, title: str, intro: str) -> Map:
    parts = {"number": clean(number), "title": clean(title), "intro": clean(intro)}
    if not parts["title"]:
        raise _invalid("title", _("Geef het hoofdstuk een titel."))
    return {name: text for name, text in parts.items() if text}


def _again(base_data: Map, now: Map, chapter: int) -> int:
    place = chapter_again(base_data, now, chapter)
    if place is None:
        raise gone()
    return place


def _invalid(field: str, message: str) -> Invalid:
    return Invalid(message, {field: message})
