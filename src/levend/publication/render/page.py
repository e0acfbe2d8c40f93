"""The public page of one version: what to expect first, whom to call, then the whole text.

It depends on what is passed and on the language that is active, on nothing else: the same page can be made now for a
day to come. What the school wrote stays Dutch in every language, and so do the words between its answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import override

from levend.documents.values import Bullets, Prose
from levend.formats.engine.definition import FormatDefinition
from levend.organisations.enums import SchoolType
from levend.organisations.models import Consortium, Location
from levend.publication.engine.chapters import ChapterText, chapter_texts
from levend.publication.engine.projection import PublicContent
from levend.publication.engine.slots import opening, slot_lines, slot_texts
from levend.publication.engine.topics import Topic
from levend.publication.models import PublishedVersion
from levend.publication.queries.artefacts import artefact_pages
from levend.publication.render.expectations import OPENING, Expectation, expectations
from levend.publication.render.frozen import DUTCH, content_of, topics_of
from levend.publication.render.standing import (
    Standing,
    VersionLine,
    since_words,
    standing_of,
    version_lines,
)
from levend.publication.render.unchanged import first_days
from levend.publication.render.words import duty, duty_title, phrases
from levend.publication.values import Contact


@dataclass(frozen=True)
class PublicPage:
    """Everything that the page of a school shows. No counts of children, no names but the contacts."""

    location: Location
    consortium: Consortium
    type_label: str
    lead: str
    contacts: tuple[Contact, ...]
    expectations: tuple[Expectation, ...]
    pupils_text: tuple[Prose | Bullets, ...]
    topics: tuple[Topic, ...]
    unchanged: dict[str, date]
    """By the code of an offer: since when the profile says the same about it."""
    building: tuple[str, ...]
    chapters: tuple[ChapterText, ...]
    duty_title: str
    duty: str
    standing: Standing
    since_words: str
    since: date
    until: date
    adopted_on: date
    pdf_size: int
    pdf_pages: int
    versions: tuple[VersionLine, ...]


def public_page(
    version: PublishedVersion,
    versions: Sequence[PublishedVersion],
    *,
    on: date,
    contacts: Sequence[Contact],
) -> PublicPage:
    """The page of `version` as it reads on a day, beside the list of all versions (newest first).

    `contacts` are whom the school names for everybody on that day: never from a frozen text, which may name somebody
    who left years ago.
    """
    definition, content = content_of(version)
    lines = version_lines(version, versions, on)
    shown = next(line for line in lines if line.is_shown)
    standing = standing_of(shown, lines, on)
    found = topics_of(definition, content)
    with override(DUTCH):
        chapters = chapter_texts(definition, content, phrases())
    return PublicPage(
        location=version.location,
        consortium=version.consortium,
        type_label=str(SchoolType(version.location.school_type).label),
        lead=_lead(definition, content),
        contacts=tuple(contacts),
        expectations=expectations(definition, content),
        pupils_text=tuple(
            block for text in slot_texts(definition, content, "parents:pupils") for block in text.blocks
        ),
        topics=found,
        unchanged=first_days(version, versions, found),
        building=slot_lines(definition, content, "parents:building"),
        chapters=chapters,
        duty_title=duty_title(),
        duty=duty(),
        standing=standing,
        since_words=since_words(standing),
        since=shown.since,
        until=shown.until,
        adopted_on=version.adoption.adopted_on,
        pdf_size=version.full_pdf.size,
        pdf_pages=artefact_pages(version.full_pdf),
        versions=lines,
    )


def _lead(definition: FormatDefinition, content: PublicContent) -> str:
    """The first paragraph that the school wrote for parents, or about itself."""
    for slot in ("parents:short", "summary:about", "parents:about"):
        for text in slot_texts(definition, content, slot):
            for block in opening(text.blocks, most=OPENING):
                if isinstance(block, Prose):
                    return "".join(run.text for run in block.runs)
    return ""
