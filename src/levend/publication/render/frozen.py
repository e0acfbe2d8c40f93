"""The public part of a published version, read from what the board adopted."""

import json

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from levend.catalogue.queries import own_support_types
from levend.formats.engine.definition import FormatDefinition
from levend.formats.queries import definition_of
from levend.publication.engine.projection import PublicContent, public_projection
from levend.publication.engine.topics import Topic, topics
from levend.publication.models import PublishedVersion
from levend.publication.render.words import with_type_in_words

DUTCH = "nl"
"""What a school wrote, and the words between its answers, in every language of the page."""


def content_of(version: PublishedVersion) -> tuple[FormatDefinition, PublicContent]:
    body = json.loads(version.snapshot.content.body)
    definition = definition_of(version.snapshot.profile.format_version_id)
    with override(DUTCH):
        location = with_type_in_words(body["location"])
    return definition, public_projection(definition, location=location, answers=body["answers"])


def topics_of(definition: FormatDefinition, content: PublicContent) -> tuple[Topic, ...]:
    """In the language that is active."""
    return topics(
        definition,
        content,
        language=get_language() or DUTCH,
        groups=_("Bijzondere groepen en lessen"),
        own=own_support_types(),
    )
