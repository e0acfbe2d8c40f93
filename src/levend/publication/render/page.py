"""The public page of one version: what to expect first, whom to call, then the whole text."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from levend.core import clock
from levend.documents.values import Bullets, Prose
from levend.formats.engine.definition import FormatDefinition
from levend.formats.queries import definition_of
from levend.organisations.enums import SchoolType
from levend.organisations.models import Consortium, Location
from levend.publication.engine.chapters import ChapterText, chapter_texts
from levend.publication.engine.projection import PublicContent, public_projection
from levend.publication.engine.slots import SlotText, opening, slot_lines, slot_texts
from levend.publication.engine.topics import Topic, topics
from levend.publication.models import PublishedVersion
from levend.publication.render.words import duty, duty_title, phrases, short_hash, with_type_in_words

OPENING = 420


@dataclass(frozen=True)
class Expectation:
    """One of the first answers. `chapter` is where the rest stands, empty when all is said."""

    level: str
    title: str
    blocks: tuple[Prose | Bullets, ...]
    then: tuple[SlotText, ...] = ()
    chapter: str = ""


@dataclass(frozen=True)
class VersionLine:
    """A version in the list: `until` is its last day, by its regime or its successor."""

    since: date
    until: date
    adopted_on: date
    mark: str
    is_shown: bool


@dataclass(frozen=True)
class PublicPage:
    """Everything that the page of a school shows. No counts of children, no names but the contact."""

    location: Location
    consortium: Consortium
    type_label: str
    lead: str
    contact_name: str
    contact_function: str
    expectations: tuple[Expectation, ...]
    pupils_text: tuple[Prose | Bullets, ...]
    topics: tuple[Topic, ...]
    building: tuple[str, ...]
    chapters: tuple[ChapterText, ...]
    duty_title: str
    duty: str
    since: date
    adopted_on: date
    is_upcoming: bool
    lapsed_on: date | None
    """The last day of a version whose term ended without a successor."""
    pdf_size: int
    versions: tuple[VersionLine, ...]


def public_page(version: PublishedVersion, versions: Sequence[PublishedVersion]) -> PublicPage:
    """The page of `version`, beside the list of all versions (newest first)."""
    body = json.loads(version.snapshot.content.body)
    definition = definition_of(version.snapshot.profile.format_version_id)
    content = public_projection(
        definition, location=with_type_in_words(body["location"]), answers=body["answers"]
    )
    contact = (*slot_lines(definition, content, "parents:contact"), "", "")
    return PublicPage(
        location=version.location,
        consortium=version.consortium,
        type_label=str(SchoolType(version.location.school_type).label),
        lead=_lead(definition, content),
        contact_name=contact[0],
        contact_function=contact[1],
        expectations=_expectations(definition, content),
        pupils_text=_all_blocks(slot_texts(definition, content, "parents:pupils")),
        topics=topics(definition, content, language=get_language() or "nl"),
        building=slot_lines(definition, content, "parents:building"),
        chapters=chapter_texts(definition, content, phrases()),
        duty_title=duty_title(),
        duty=duty(),
        since=version.adoption.valid_from,
        adopted_on=version.adoption.adopted_on,
        is_upcoming=version.adoption.valid_from > clock.today(),
        lapsed_on=version.adoption.valid_until if version.adoption.valid_until < clock.today() else None,
        pdf_size=version.full_pdf.size,
        versions=_version_lines(version, versions),
    )


def _lead(definition: FormatDefinition, content: PublicContent) -> str:
    """The first paragraph that the school wrote for parents, or about itself."""
    for slot in ("parents:short", "summary:about", "parents:about"):
        for text in slot_texts(definition, content, slot):
            for block in text.blocks:
                if isinstance(block, Prose):
                    return "".join(run.text for run in block.runs)
    return ""


def _expectations(definition: FormatDefinition, content: PublicContent) -> tuple[Expectation, ...]:
    own = slot_texts(definition, content, "parents:basic") + slot_texts(
        definition, content, "parents:additional"
    )
    extra = slot_texts(definition, content, "parents:extra")
    not_yet = slot_texts(definition, content, "parents:not-yet")
    found = []
    if own:
        blocks = tuple(block for text in own for block in opening(text.blocks, most=OPENING // len(own)))
        found.append(Expectation("basis", _("Dit doen wij zelf"), blocks, chapter=own[0].chapter))
    if extra:
        blocks = opening(extra[0].blocks, most=OPENING)
        found.append(
            Expectation("extra", _("Dit doen wij met hulp van buiten"), blocks, chapter=extra[0].chapter)
        )
    if not_yet:
        first, *rest = not_yet
        found.append(
            Expectation("none", _("Dit kunnen wij nu nog niet"), first.blocks, tuple(rest), first.chapter)
        )
    return tuple(found)


def _all_blocks(texts: tuple[SlotText, ...]) -> tuple[Prose | Bullets, ...]:
    return tuple(block for text in texts for block in text.blocks)


def _version_lines(shown: PublishedVersion, versions: Sequence[PublishedVersion]) -> tuple[VersionLine, ...]:
    lines = []
    follows: date | None = None
    for version in versions:
        adoption = version.adoption
        ends = [day for day in (adoption.ended_on, follows) if day is not None]
        lines.append(
            VersionLine(
                since=adoption.valid_from,
                until=min([adoption.valid_until, *(day - timedelta(days=1) for day in ends)]),
                adopted_on=adoption.adopted_on,
                mark=short_hash(version.sha256),
                is_shown=version.pk == shown.pk,
            )
        )
        follows = adoption.valid_from
    return tuple(lines)
