"""Where a passage stands in profiles; who may look is asked above."""

import json
from collections.abc import Iterable, Iterator

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from levend.audit.engine.passages import Finder, excerpts
from levend.audit.queries.texts import Found, TextPlace, found_in
from levend.core import clock
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.values import Value
from levend.formats.queries import definition_of
from levend.organisations.models import ConsortiumMembership, Location
from levend.profiles.engine.erasing import question_of, words_beside, written_words
from levend.profiles.models import (
    Answer,
    AnswerRevision,
    BroughtFile,
    BroughtRow,
    CoReader,
    FormerAnswers,
    FrozenContent,
    Remark,
    RemarkThread,
    SupportProfile,
)


def found_in_profiles(profile_ids: Iterable[int], finder: Finder) -> Iterator[Found]:
    """Every place in the answers, in what they said before, in frozen texts, and in what was said about them."""
    profile_ids = list(profile_ids)
    for place in text_places(profile_ids):
        yield from found_in(place, finder)
    versions = SupportProfile.objects.filter(pk__in=profile_ids).order_by("-id")
    for profile_id, version_id, year in versions.values_list("pk", "format_version_id", "school_year"):
        definition = definition_of(version_id)
        answers = Answer.objects.filter(profile_id=profile_id).order_by("id")
        for key, value in answers.values_list("question_key", "value"):
            yield from _found(_("antwoord %(year)s") % {"year": year}, definition, key, value, finder)
        revisions = AnswerRevision.objects.filter(answer__profile_id=profile_id).order_by(
            "answer_id", "number"
        )
        for key, value in revisions.values_list("answer__question_key", "value"):
            yield from _found(_("bewaarde versie %(year)s") % {"year": year}, definition, key, value, finder)
        for content in FrozenContent.objects.filter(profile_id=profile_id).order_by("id"):
            label = _("tekst van %(day)s") % {
                "day": date_format(clock.local_date(content.frozen_at), "j F Y")
            }
            body = json.loads(content.body)
            for key, value in (*body["answers"].items(), *words_beside(body["location"])):
                yield from _found(label, definition, key, value, finder)


def text_places(profile_ids: Iterable[int]) -> tuple[TextPlace, ...]:
    """Words beside the answers: remarks, and what somebody called a co-reader. Names of accounts are no words."""
    ids = list(profile_ids)
    return (
        TextPlace(_("opmerking"), Remark.objects.filter(thread__profile_id__in=ids), ("text",)),
        TextPlace(
            _("naam van een meelezer"),
            Remark.objects.filter(thread__profile_id__in=ids, by_link__isnull=False),
            ("by_name",),
        ),
        TextPlace(
            _("naam van een meelezer"),
            RemarkThread.objects.filter(profile_id__in=ids, state_by=None),
            ("state_by_name",),
        ),
        TextPlace(_("naam van een meelezer"), CoReader.objects.filter(profile_id__in=ids), ("name",)),
    )


def brought_places(location_id: int, profile_ids: Iterable[int]) -> tuple[TextPlace, ...]:
    """What a consortium brought of a location: answers that were taken over, and rows that were not yet.

    What became of forms says their names, also of a form that gave nothing: so all folders of its consortia are looked at.
    """
    code = Location.objects.values_list("code", flat=True).get(pk=location_id)
    rows = BroughtRow.objects.filter(code__in=[code, code[:4]])
    former = FormerAnswers.objects.filter(location_id=location_id)
    consortia = ConsortiumMembership.objects.filter(location_id=location_id).values("consortium_id")
    files = Q(former_answers__location_id=location_id) | Q(rows__in=rows)
    files |= Q(kind=BroughtFile.Kind.FORMS, consortium_id__in=consortia)
    return (
        TextPlace(_("antwoord van elders"), former, ("answers",)),
        TextPlace(_("regel van een bestand van elders"), rows, ("cells",)),
        TextPlace(
            _("naam van een bestand van elders"),
            BroughtFile.objects.filter(files).distinct(),
            ("file_name", "outcome"),
        ),
    )


def _found(
    kind: str, definition: FormatDefinition, key: str, value: Value, finder: Finder
) -> Iterator[Found]:
    question = question_of(definition, key)
    for words in written_words(question, value):
        for before, passage, after in excerpts(words, finder):
            yield Found(f"{kind}: {question.label if question else key}", before, passage, after)
